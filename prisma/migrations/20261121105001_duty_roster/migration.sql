-- AlterTable
ALTER TABLE "Participation" ADD COLUMN     "dutyDaily" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "dutyFrom" INTEGER,
ADD COLUMN     "dutyTo" INTEGER;

-- CreateTable
CREATE TABLE "DutyShift" (
    "id" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "offeredAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DutyShift_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DutyShift_bodyId_endsAt_idx" ON "DutyShift"("bodyId", "endsAt");

-- CreateIndex
CREATE INDEX "DutyShift_personId_endsAt_idx" ON "DutyShift"("personId", "endsAt");

-- AddForeignKey
ALTER TABLE "DutyShift" ADD CONSTRAINT "DutyShift_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyShift" ADD CONSTRAINT "DutyShift_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "DutyShift" ADD CONSTRAINT "DutyShift_period" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_duty" CHECK (("dutyFrom" IS NULL) = ("dutyTo" IS NULL) AND ("dutyFrom" IS NULL OR ("dutyFrom" BETWEEN 0 AND 1439 AND "dutyTo" BETWEEN 1 AND 1440 AND "dutyTo" > "dutyFrom")));
