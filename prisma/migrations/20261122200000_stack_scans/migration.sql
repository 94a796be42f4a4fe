-- One scan of a whole stack of signed sheets: each consent, each initiative and each late sheet of the stack names it.
ALTER TYPE "StoredFileKind" ADD VALUE 'stackScan';
ALTER TABLE "Consent" ADD COLUMN "scanId" UUID;
ALTER TABLE "Initiative" ADD COLUMN "scanId" UUID;
ALTER TABLE "LateSheet" ADD COLUMN "scanId" UUID;
-- few rows have one: whose scan it is, is found by it
CREATE INDEX "Consent_scanId_idx" ON "Consent"("scanId") WHERE "scanId" IS NOT NULL;
CREATE INDEX "Initiative_scanId_idx" ON "Initiative"("scanId") WHERE "scanId" IS NOT NULL;
CREATE INDEX "LateSheet_scanId_idx" ON "LateSheet"("scanId") WHERE "scanId" IS NOT NULL;
