-- CreateEnum
CREATE TYPE "DirectoryImportState" AS ENUM ('looking', 'looked', 'writing', 'done', 'failed');

-- CreateTable
CREATE TABLE "DirectoryImport" (
    "id" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "municipalityId" UUID,
    "regionId" UUID,
    "fileName" TEXT NOT NULL,
    "file" BYTEA,
    "state" "DirectoryImportState" NOT NULL,
    "doneRows" INTEGER NOT NULL DEFAULT 0,
    "allRows" INTEGER,
    "decisions" JSONB NOT NULL,
    "problem" JSONB,
    "preview" JSONB,
    "hash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lookedAt" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DirectoryImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DirectoryImport_byId_createdAt_idx" ON "DirectoryImport"("byId", "createdAt");

-- CreateIndex
CREATE INDEX "DirectoryImport_changedAt_idx" ON "DirectoryImport"("changedAt");
