-- A term that the regulation sends to nobody is recorded all the same, so that it is looked at once.
ALTER TABLE "MissedTerm" ALTER COLUMN "wentUpTo" DROP NOT NULL;

-- Done, though late; or moved to another term.
ALTER TABLE "MissedTerm" ADD COLUMN "settledAt" TIMESTAMPTZ(3);
