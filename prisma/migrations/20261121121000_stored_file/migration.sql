CREATE TYPE "StoredFileKind" AS ENUM ('attachment', 'actScan', 'consentScan');

CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "kind" "StoredFileKind" NOT NULL,
    "ownerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT,
    "bytes" INTEGER,
    "sha256" TEXT,
    "uploadedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "receivingAt" TIMESTAMPTZ(3),
    "readyAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),
    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "StoredFile_kind_ownerId_idx" ON "StoredFile"("kind", "ownerId");

-- What the sweep looks for: few among many.
CREATE INDEX "StoredFile_unsettled" ON "StoredFile"("createdAt") WHERE "readyAt" IS NULL OR "removedAt" IS NOT NULL;
