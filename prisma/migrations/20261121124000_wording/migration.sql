-- Help in wording: a draft that its author shared, and what was suggested. No foreign key to the draft: what was suggested outlives its submission.
CREATE TABLE "DraftShare" (
    "draftId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "takenById" UUID,
    "takenUnitId" UUID,
    "takenAt" TIMESTAMPTZ(3),

    CONSTRAINT "DraftShare_pkey" PRIMARY KEY ("draftId")
);

CREATE UNIQUE INDEX "DraftShare_codeHash_key" ON "DraftShare"("codeHash");
CREATE INDEX "DraftShare_takenById_idx" ON "DraftShare"("takenById");
CREATE INDEX "DraftShare_authorId_idx" ON "DraftShare"("authorId");

CREATE TABLE "DraftWording" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "original" JSONB NOT NULL,
    "suggested" JSONB NOT NULL,
    "settled" JSONB,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "DraftWording_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "DraftWording_draftId_at_idx" ON "DraftWording"("draftId", "at");
CREATE INDEX "DraftWording_byId_idx" ON "DraftWording"("byId");
CREATE INDEX "DraftWording_authorId_idx" ON "DraftWording"("authorId");
-- One at a time waits for the author.
CREATE UNIQUE INDEX "DraftWording_waiting" ON "DraftWording" ("draftId") WHERE "settledAt" IS NULL;
