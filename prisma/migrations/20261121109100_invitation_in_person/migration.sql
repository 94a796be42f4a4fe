-- Whoever made the sheet has seen the person and gives it by hand. Sheets made before may have been passed on: none is marked.
ALTER TABLE "OneTimeToken" ADD COLUMN "inPerson" BOOLEAN NOT NULL DEFAULT false;
