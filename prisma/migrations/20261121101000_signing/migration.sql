-- AlterEnum
ALTER TYPE "TokenPurpose" ADD VALUE 'changeEmail';

-- AlterTable
ALTER TABLE "Email" ADD COLUMN     "tokenHash" TEXT;

-- AlterTable
ALTER TABLE "OneTimeToken" ADD COLUMN     "newAddress" TEXT;

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "browser" TEXT,
    "system" TEXT,
    "network" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttemptLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "AttemptLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_seenAt_idx" ON "Session"("seenAt");

-- CreateIndex
CREATE INDEX "AttemptLimit_expire_idx" ON "AttemptLimit"("expire");

-- CreateIndex
CREATE INDEX "Email_tokenHash_idx" ON "Email"("tokenHash");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Letters sent before: which link they carry stood in the reason they were written for. What is used or run out is wiped.
UPDATE "Email" SET "tokenHash" = split_part("dedupeKey", ':', 2)
WHERE "dedupeKey" LIKE 'people.confirm:%' OR "dedupeKey" LIKE 'people.reset:%' OR "dedupeKey" LIKE 'structure.invitation:%';
UPDATE "Email" e SET "text" = '', "html" = ''
WHERE e."tokenHash" IS NOT NULL AND e."status" <> 'queued'
  AND NOT EXISTS (SELECT FROM "OneTimeToken" t WHERE t."hash" = e."tokenHash" AND t."usedAt" IS NULL AND t."expiresAt" > now());
