-- A coordinator goes where there is no network: slips are issued beforehand, for this coordinator and organisation.
CREATE TABLE "Trip" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Trip_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "TripSlip" (
    "id" UUID NOT NULL,
    "tripId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "personId" UUID,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TripSlip_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Trip_personId_preparedAt_idx" ON "Trip"("personId", "preparedAt");
CREATE UNIQUE INDEX "TripSlip_hash_key" ON "TripSlip"("hash");
CREATE INDEX "TripSlip_tripId_idx" ON "TripSlip"("tripId");
CREATE INDEX "TripSlip_personId_idx" ON "TripSlip"("personId");
ALTER TABLE "Trip" ADD CONSTRAINT "Trip_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Trip" ADD CONSTRAINT "Trip_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "ConsentDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TripSlip" ADD CONSTRAINT "TripSlip_tripId_fkey" FOREIGN KEY ("tripId") REFERENCES "Trip"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A slip is somebody's from the moment in which it is used.
ALTER TABLE "TripSlip" ADD CONSTRAINT "TripSlip_used" CHECK ("usedAt" IS NOT NULL OR "personId" IS NULL);
