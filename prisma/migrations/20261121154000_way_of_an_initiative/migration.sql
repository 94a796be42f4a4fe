-- CreateEnum
CREATE TYPE "TransferState" AS ENUM ('offered', 'recalled', 'accepted', 'returned', 'disputed', 'kept', 'escalated', 'imposed');

-- CreateEnum
CREATE TYPE "ExternalSystem" AS ENUM ('pos', 'edms', 'other');

-- AlterTable
ALTER TABLE "Initiative" ADD COLUMN     "arbiterId" UUID,
ADD COLUMN     "assigneeId" UUID,
ADD COLUMN     "authorDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "objectionAtId" UUID,
ADD COLUMN     "offeredToId" UUID,
ADD COLUMN     "signedBy" TEXT,
ADD COLUMN     "signedNumber" TEXT,
ADD COLUMN     "signedOn" DATE,
ADD COLUMN     "splitFromId" UUID,
ADD COLUMN     "wayIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Marathon" ADD COLUMN     "moderatesFirst" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "InitiativeWording" (
    "id" UUID NOT NULL,
    "initiativeId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "essence" TEXT NOT NULL,
    "expectedResult" TEXT NOT NULL,
    "placeText" TEXT,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InitiativeWording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Transfer" (
    "id" UUID NOT NULL,
    "initiativeId" UUID NOT NULL,
    "fromMunicipalityId" UUID NOT NULL,
    "toMunicipalityId" UUID NOT NULL,
    "state" "TransferState" NOT NULL DEFAULT 'offered',
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Objection" (
    "initiativeId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "status" "InitiativeStatus" NOT NULL,
    "formerAnswer" TEXT,
    "toUnitId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("initiativeId")
);

-- CreateTable
CREATE TABLE "PassedOn" (
    "id" UUID NOT NULL,
    "initiativeId" UUID NOT NULL,
    "system" "ExternalSystem" NOT NULL,
    "number" TEXT NOT NULL,
    "link" TEXT,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PassedOn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "InitiativeWording_initiativeId_number_key" ON "InitiativeWording"("initiativeId", "number");

-- CreateIndex
CREATE INDEX "Transfer_initiativeId_at_idx" ON "Transfer"("initiativeId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "PassedOn_initiativeId_system_number_key" ON "PassedOn"("initiativeId", "system", "number");

-- CreateIndex
CREATE UNIQUE INDEX "SavedFilter_personId_name_key" ON "SavedFilter"("personId", "name");

-- AddForeignKey
ALTER TABLE "InitiativeWording" ADD CONSTRAINT "InitiativeWording_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassedOn" ADD CONSTRAINT "PassedOn_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand. Short, whatever the table's length: what was offered, disputed, objected to, waits for its author or was merged.
CREATE INDEX "Initiative_offered" ON "Initiative" ("offeredToId") WHERE "offeredToId" IS NOT NULL;
CREATE INDEX "Initiative_arbiter" ON "Initiative" ("arbiterId") WHERE "arbiterId" IS NOT NULL;
CREATE INDEX "Initiative_objection" ON "Initiative" ("objectionAtId") WHERE "objectionAtId" IS NOT NULL;
CREATE INDEX "Initiative_author_due" ON "Initiative" ("authorDueAt") WHERE "authorDueAt" IS NOT NULL;
CREATE INDEX "Initiative_merged" ON "Initiative" ("mergedIntoId") WHERE "mergedIntoId" IS NOT NULL;

-- What a moderator has published is public before the group accepts it.
DROP INDEX IF EXISTS "Initiative_public_newest", "Initiative_public_municipality_newest", "Initiative_public_supported", "Initiative_public_municipality_supported", "Initiative_public_search";
CREATE INDEX "Initiative_public_newest" ON "Initiative" ("marathonId", "submittedAt" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_municipality_newest" ON "Initiative" ("marathonId", "municipalityId", "submittedAt" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_supported" ON "Initiative" ("marathonId", "supportCount" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_municipality_supported" ON "Initiative" ("marathonId", "municipalityId", "supportCount" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_search" ON "Initiative"
  USING gin ((initiative_words("title", "essence") || initiative_facets("number", "marathonId", "municipalityId", "directionId", "status"))) WITH (fastupdate = off)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
