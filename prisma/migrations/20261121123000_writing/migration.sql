-- What an author may say beside the words: a key question that it answers, from whom it is, whether it is an appeal.
CREATE TABLE "KeyQuestion" (
    "id" UUID NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "bodyId" UUID,
    "directionId" UUID,
    "text" TEXT NOT NULL,
    "explanation" TEXT,
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "KeyQuestion_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "KeyQuestion_marathonId_municipalityId_publishedAt_idx" ON "KeyQuestion"("marathonId", "municipalityId", "publishedAt");

ALTER TABLE "Initiative" ADD COLUMN "fromOrganisation" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Initiative" ADD COLUMN "keyQuestionId" UUID;
ALTER TABLE "Initiative" ADD COLUMN "isAppeal" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Marathon" ADD COLUMN "appealsOffered" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Initiative" ADD CONSTRAINT "Initiative_keyQuestionId_fkey" FOREIGN KEY ("keyQuestionId") REFERENCES "KeyQuestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- Most answer none: submitting pays for those alone.
CREATE INDEX "Initiative_answers" ON "Initiative" ("keyQuestionId", "submittedAt" DESC, "id" DESC) WHERE "keyQuestionId" IS NOT NULL;
