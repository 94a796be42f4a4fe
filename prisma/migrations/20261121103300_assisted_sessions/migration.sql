-- Working with somebody at a shared desk computer: a session of its own beside the helper's. Nothing that stands is touched.
CREATE TABLE "AssistedSession" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "helperId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AssistedSession_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AssistedSession_tokenHash_key" ON "AssistedSession"("tokenHash");

-- CreateIndex
CREATE INDEX "AssistedSession_personId_idx" ON "AssistedSession"("personId");
