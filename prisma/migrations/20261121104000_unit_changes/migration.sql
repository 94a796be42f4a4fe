-- CreateEnum
CREATE TYPE "UnitChangeKind" AS ENUM ('rename', 'move', 'merge', 'split', 'end');

-- AlterTable
ALTER TABLE "Direction" ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "UnitVersion" ADD COLUMN     "changeId" UUID,
ADD COLUMN     "shortName" TEXT;

-- CreateTable
CREATE TABLE "UnitChange" (
    "id" UUID NOT NULL,
    "kind" "UnitChangeKind" NOT NULL,
    "unitId" UUID NOT NULL,
    "takesEffectOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "actKind" "ActKind",
    "actNumber" TEXT,
    "actDate" DATE,
    "decision" JSONB NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),
    "recalledAt" TIMESTAMPTZ(3),
    "recalledById" UUID,
    "refusal" TEXT,

    CONSTRAINT "UnitChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitSuccession" (
    "predecessorId" UUID NOT NULL,
    "successorId" UUID NOT NULL,
    "changeId" UUID NOT NULL,
    "isHeir" BOOLEAN NOT NULL,

    CONSTRAINT "UnitSuccession_pkey" PRIMARY KEY ("predecessorId","successorId")
);

-- CreateIndex
CREATE INDEX "UnitChange_unitId_takesEffectOn_idx" ON "UnitChange"("unitId", "takesEffectOn");

-- CreateIndex
CREATE INDEX "UnitSuccession_successorId_idx" ON "UnitSuccession"("successorId");

-- AddForeignKey
ALTER TABLE "UnitVersion" ADD CONSTRAINT "UnitVersion_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "UnitChange"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitChange" ADD CONSTRAINT "UnitChange_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_predecessorId_fkey" FOREIGN KEY ("predecessorId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "UnitChange"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Every unit has its past from now on: those that had none begin with the day that they were entered.
INSERT INTO "UnitVersion" ("id", "unitId", "validFrom", "validTo", "name", "shortName", "oktmo", "parentId")
SELECT gen_random_uuid(), u."id", u."createdAt"::date, CASE WHEN u."endedAt" IS NULL THEN NULL ELSE greatest(u."endedAt"::date, u."createdAt"::date + 1) END, u."name", u."shortName", u."oktmo", u."parentId"
FROM "Unit" u WHERE NOT EXISTS (SELECT FROM "UnitVersion" v WHERE v."unitId" = u."id");
UPDATE "UnitVersion" v SET "shortName" = u."shortName" FROM "Unit" u WHERE u."id" = v."unitId" AND v."shortName" IS NULL AND v."name" = u."name";

-- One version at a time; a version lasts a day at least.
CREATE UNIQUE INDEX "UnitVersion_open" ON "UnitVersion" ("unitId") WHERE "validTo" IS NULL;
DROP INDEX "UnitVersion_unitId_validFrom_idx";
CREATE UNIQUE INDEX "UnitVersion_unitId_validFrom_key" ON "UnitVersion" ("unitId", "validFrom");
ALTER TABLE "UnitVersion" ADD CONSTRAINT "UnitVersion_period" CHECK ("validTo" IS NULL OR "validTo" > "validFrom");

-- What waits for its day.
CREATE INDEX "UnitChange_waiting" ON "UnitChange" ("takesEffectOn") WHERE "appliedAt" IS NULL AND "recalledAt" IS NULL AND "refusal" IS NULL;
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_other" CHECK ("predecessorId" <> "successorId");
