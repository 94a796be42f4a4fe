-- Several authors of one initiative: each was asked and has agreed with their own account.
CREATE TYPE "CoAuthorState" AS ENUM ('invited', 'agreed', 'declined', 'left', 'recalled');
ALTER TABLE "Initiative" ADD COLUMN "coAuthorIds" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];
CREATE TABLE "CoAuthor" (
    "id" UUID NOT NULL,
    "initiativeId" UUID NOT NULL,
    "email" TEXT,
    "codeHash" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID,
    "state" "CoAuthorState" NOT NULL DEFAULT 'invited',
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "CoAuthor_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CoAuthor_codeHash_key" ON "CoAuthor"("codeHash");
CREATE INDEX "CoAuthor_initiativeId_invitedAt_idx" ON "CoAuthor"("initiativeId", "invitedAt");
CREATE INDEX "CoAuthor_personId_idx" ON "CoAuthor"("personId");
ALTER TABLE "CoAuthor" ADD CONSTRAINT "CoAuthor_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
