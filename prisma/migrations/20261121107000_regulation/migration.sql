CREATE TYPE "TermUnit" AS ENUM ('workingHours', 'workingDays', 'calendarDays');
CREATE TYPE "TermSubject" AS ENUM ('initiativeReaction', 'initiativeAnswer', 'authorClarification', 'ticketFirstResponse', 'ticketResolution', 'assignmentAcceptance', 'assignmentReport', 'summaryDelivery', 'summaryReview');
CREATE TYPE "Tier" AS ENUM ('author', 'coordinator', 'assignee', 'hotline', 'workingGroup', 'responsiblePerson', 'coordinationGroup', 'head');

CREATE TABLE "RegulationEdition" (
    "id" UUID NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID,
    "number" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "setById" UUID,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegulationEdition_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "RegulationTerm" (
    "editionId" UUID NOT NULL,
    "subject" "TermSubject" NOT NULL,
    "amount" INTEGER NOT NULL,
    "unit" "TermUnit" NOT NULL,
    "reactor" "Tier" NOT NULL,
    "goesUpTo" "Tier",
    "basis" TEXT NOT NULL,

    CONSTRAINT "RegulationTerm_pkey" PRIMARY KEY ("editionId","subject")
);

CREATE TABLE "WorkSchedule" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "week" JSONB NOT NULL,
    "lunch" JSONB,
    "shorterBy" INTEGER NOT NULL,
    "daysOff" DATE[],
    "workingDays" DATE[],
    "reason" TEXT NOT NULL,
    "setById" UUID,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkSchedule_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "MissedTerm" (
    "id" UUID NOT NULL,
    "subject" "TermSubject" NOT NULL,
    "subjectId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "bodyId" UUID,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "wentUpTo" "Tier" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MissedTerm_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "RegulationEdition_marathonId_municipalityId_startsAt_idx" ON "RegulationEdition"("marathonId", "municipalityId", "startsAt");
CREATE INDEX "WorkSchedule_municipalityId_startsAt_idx" ON "WorkSchedule"("municipalityId", "startsAt");
CREATE UNIQUE INDEX "WorkSchedule_municipalityId_number_key" ON "WorkSchedule"("municipalityId", "number");
CREATE INDEX "MissedTerm_municipalityId_at_id_idx" ON "MissedTerm"("municipalityId", "at" DESC, "id" DESC);
CREATE UNIQUE INDEX "MissedTerm_subject_subjectId_dueAt_key" ON "MissedTerm"("subject", "subjectId", "dueAt");

ALTER TABLE "RegulationEdition" ADD CONSTRAINT "RegulationEdition_marathonId_fkey" FOREIGN KEY ("marathonId") REFERENCES "Marathon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RegulationEdition" ADD CONSTRAINT "RegulationEdition_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "RegulationTerm" ADD CONSTRAINT "RegulationTerm_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "RegulationEdition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WorkSchedule" ADD CONSTRAINT "WorkSchedule_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One edition of a number: the marathon's own and each municipality's are counted apart.
CREATE UNIQUE INDEX "RegulationEdition_number" ON "RegulationEdition" ("marathonId", "municipalityId", "number") NULLS NOT DISTINCT;
ALTER TABLE "RegulationTerm" ADD CONSTRAINT "RegulationTerm_amount" CHECK ("amount" BETWEEN 1 AND 365);
ALTER TABLE "WorkSchedule" ADD CONSTRAINT "WorkSchedule_shorterBy" CHECK ("shorterBy" BETWEEN 0 AND 240);

-- A municipality tightens, it does not loosen: its term is counted as the marathon's and is no longer than it, whoever writes it.
CREATE FUNCTION "RegulationTerm_tightens"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  edition "RegulationEdition"%ROWTYPE;
  bound "RegulationTerm"%ROWTYPE;
BEGIN
  SELECT * INTO edition FROM "RegulationEdition" WHERE "id" = NEW."editionId";
  IF edition."municipalityId" IS NULL THEN RETURN NEW; END IF;
  SELECT t.* INTO bound FROM "RegulationTerm" t
    WHERE t."subject" = NEW."subject" AND t."editionId" = (
      SELECT e."id" FROM "RegulationEdition" e
      WHERE e."marathonId" = edition."marathonId" AND e."municipalityId" IS NULL AND e."startsAt" <= edition."startsAt"
      ORDER BY e."startsAt" DESC, e."number" DESC LIMIT 1);
  IF NOT FOUND OR bound."unit" <> NEW."unit" OR bound."amount" < NEW."amount" THEN
    RAISE EXCEPTION 'a municipality may only tighten the term of %', NEW."subject" USING ERRCODE = 'check_violation', CONSTRAINT = 'RegulationTerm_tightens';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "RegulationTerm_tightens" BEFORE INSERT OR UPDATE ON "RegulationTerm" FOR EACH ROW EXECUTE FUNCTION "RegulationTerm_tightens"();

-- What marathons had as columns becomes the first edition of their regulation, in force since they were made.
INSERT INTO "RegulationEdition" ("id", "marathonId", "municipalityId", "number", "startsAt", "setById", "setAt")
SELECT gen_random_uuid(), m."id", NULL, 1, LEAST(m."createdAt", m."startsOn"::timestamp AT TIME ZONE 'Asia/Kamchatka'), NULL, m."createdAt" FROM "Marathon" m;

INSERT INTO "RegulationTerm" ("editionId", "subject", "amount", "unit", "reactor", "goesUpTo", "basis")
SELECT e."id", v."subject"::"TermSubject", LEAST(GREATEST(v."amount", 1), 365), v."unit"::"TermUnit", v."reactor"::"Tier", v."goesUpTo"::"Tier", ''
FROM "RegulationEdition" e JOIN "Marathon" m ON m."id" = e."marathonId"
CROSS JOIN LATERAL (VALUES
  ('initiativeReaction', m."reactionWorkingDays", 'workingDays', 'workingGroup', 'coordinationGroup'),
  ('initiativeAnswer', m."answerWorkingDays", 'workingDays', 'workingGroup', 'coordinationGroup'),
  ('authorClarification', 10, 'workingDays', 'author', 'workingGroup'),
  ('ticketFirstResponse', m."ticketFirstResponseWorkingHours", 'workingHours', 'hotline', 'responsiblePerson'),
  ('ticketResolution', m."ticketResolutionWorkingDays", 'workingDays', 'hotline', 'coordinationGroup'),
  ('assignmentAcceptance', 1, 'workingDays', 'assignee', 'responsiblePerson'),
  ('assignmentReport', 10, 'workingDays', 'assignee', 'coordinationGroup'),
  ('summaryDelivery', 5, 'workingDays', 'coordinator', 'workingGroup'),
  ('summaryReview', 2, 'workingDays', 'workingGroup', 'coordinationGroup')
) AS v("subject", "amount", "unit", "reactor", "goesUpTo");

ALTER TABLE "Marathon" DROP COLUMN "reactionWorkingDays", DROP COLUMN "answerWorkingDays", DROP COLUMN "ticketFirstResponseWorkingHours", DROP COLUMN "ticketResolutionWorkingDays";

-- Terms that run already go on as they are: until now all of them were counted in working days.
ALTER TABLE "Initiative" RENAME COLUMN "pausedWorkingDaysLeft" TO "pausedLeft";
ALTER TABLE "Initiative" ADD COLUMN "termUnit" "TermUnit" NOT NULL DEFAULT 'workingDays';
ALTER TABLE "Ticket" ADD COLUMN "resolutionUnit" "TermUnit" NOT NULL DEFAULT 'workingDays';

-- What is overdue, for the job that tells the next tier.
CREATE INDEX "Initiative_due" ON "Initiative" ("dueAt") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "Ticket_due" ON "Ticket" ("resolutionDueAt") WHERE "status" IN ('open', 'claimed');
