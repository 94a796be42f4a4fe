-- AlterTable
ALTER TABLE "Initiative" ADD COLUMN     "appealDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "remindedAt" TIMESTAMPTZ(3);

-- By hand. Every marathon's own edition says all terms: what a municipality shortens is compared with it.
INSERT INTO "RegulationTerm" ("editionId", "subject", "amount", "unit", "reactor", "goesUpTo", "basis")
SELECT e."id", 'appealAnswer', 30, 'calendarDays', 'workingGroup', 'head', '59-ФЗ, ст. 12' FROM "RegulationEdition" e
WHERE e."municipalityId" IS NULL AND EXISTS (SELECT 1 FROM "RegulationTerm" t WHERE t."editionId" = e."id");

-- Thirty days from the day of registration, to its end.
UPDATE "Initiative" i SET "appealDueAt" = ((i."submittedAt" AT TIME ZONE place."zone")::date + 31)::timestamp AT TIME ZONE place."zone"
FROM (SELECT u."id", coalesce(u."timeZone", r."timeZone", 'Europe/Moscow') AS "zone" FROM "Unit" u LEFT JOIN "Unit" r ON r."id" = u."regionId") place
WHERE i."isAppeal" AND place."id" = i."municipalityId";

CREATE INDEX "Initiative_appeal_due" ON "Initiative" ("appealDueAt") WHERE "appealDueAt" IS NOT NULL;
