-- Whose consent a person from 14 to 16 takes part by, and on which paper. Earlier ones stand in the consent's own case, «дело № 4; дело № 5», and stay there: which is whose was not kept apart.
CREATE TABLE "RepresentativeConsent" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "representativeName" TEXT NOT NULL,
    "paperCase" TEXT NOT NULL,
    "recordedById" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RepresentativeConsent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RepresentativeConsent_personId_idx" ON "RepresentativeConsent"("personId");

-- AddForeignKey
ALTER TABLE "RepresentativeConsent" ADD CONSTRAINT "RepresentativeConsent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
