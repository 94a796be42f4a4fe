-- What readers say of a public initiative: reports of abuse, questions to its author. Questions are off by default, twice.
CREATE TYPE "RemarkKind" AS ENUM ('report', 'question');
CREATE TYPE "RemarkState" AS ENUM ('waiting', 'withAuthor', 'answered', 'published', 'refused', 'unfounded', 'passedOn');
CREATE TYPE "ReportReason" AS ENUM ('personalData', 'insult', 'advertising', 'other');

CREATE TABLE "InitiativeRemark" (
    "id" UUID NOT NULL,
    "initiativeId" UUID NOT NULL,
    "kind" "RemarkKind" NOT NULL,
    "state" "RemarkState" NOT NULL DEFAULT 'waiting',
    "reason" "ReportReason",
    "text" TEXT,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "remark" TEXT,
    "settledById" UUID,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "InitiativeRemark_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "InitiativeRemark_initiativeId_kind_at_idx" ON "InitiativeRemark"("initiativeId", "kind", "at");
CREATE INDEX "InitiativeRemark_byId_idx" ON "InitiativeRemark"("byId");
ALTER TABLE "InitiativeRemark" ADD CONSTRAINT "InitiativeRemark_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What waits for a moderator is short, whatever the table's length.
CREATE INDEX "InitiativeRemark_waiting" ON "InitiativeRemark" ("at", "id") WHERE "state" IN ('waiting', 'answered');
-- A report says what is wrong, a question asks.
ALTER TABLE "InitiativeRemark" ADD CONSTRAINT "InitiativeRemark_says" CHECK (CASE "kind" WHEN 'report' THEN "reason" IS NOT NULL ELSE "reason" IS NULL END);

ALTER TABLE "Marathon" ADD COLUMN "questionsToAuthors" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Initiative" ADD COLUMN "questionsOpen" BOOLEAN NOT NULL DEFAULT false;
