-- CreateEnum
CREATE TYPE "DataTraceKind" AS ENUM ('takenOut', 'erased');

-- AlterTable
ALTER TABLE "Initiative" ADD COLUMN     "authorErasedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "DataTrace" (
    "id" UUID NOT NULL,
    "kind" "DataTraceKind" NOT NULL,
    "number" TEXT NOT NULL,
    "keyHash" TEXT,
    "counts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DataTrace_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DataTrace_number_key" ON "DataTrace"("number");

-- CreateIndex
CREATE UNIQUE INDEX "DataTrace_keyHash_key" ON "DataTrace"("keyHash");
