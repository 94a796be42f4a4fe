-- What was taken down while initiatives were collected and came after: kept with its words until the responsible person has decided.
CREATE TYPE "LateState" AS ENUM ('waiting', 'accepted', 'declined');

CREATE TABLE "LateSheet" (
    "id" UUID NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "helperId" UUID,
    "content" JSONB NOT NULL,
    "paperCase" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "LateState" NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LateSheet_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "LateSheet_authorId_idx" ON "LateSheet"("authorId");
CREATE INDEX "LateSheet_helperId_idx" ON "LateSheet"("helperId");
ALTER TABLE "LateSheet" ADD CONSTRAINT "LateSheet_marathonId_fkey" FOREIGN KEY ("marathonId") REFERENCES "Marathon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LateSheet" ADD CONSTRAINT "LateSheet_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LateSheet" ADD CONSTRAINT "LateSheet_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What waits is short, whatever the table's length.
CREATE INDEX "LateSheet_waiting" ON "LateSheet" ("municipalityId", "arrivedAt", "id") WHERE "state" = 'waiting';
-- Whoever declines says why; whatever is decided is dated.
ALTER TABLE "LateSheet" ADD CONSTRAINT "LateSheet_decided" CHECK (("state" = 'waiting') = ("decidedAt" IS NULL) AND ("state" <> 'declined' OR "reason" IS NOT NULL));
