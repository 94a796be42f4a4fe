-- CreateIndex
CREATE INDEX "InitiativeDraft_helperUnitId_idx" ON "InitiativeDraft"("helperUnitId");
