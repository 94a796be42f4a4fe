-- Following an initiative without supporting it.
CREATE TABLE "InitiativeFollow" (
    "initiativeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InitiativeFollow_pkey" PRIMARY KEY ("initiativeId","personId")
);

CREATE INDEX "InitiativeFollow_personId_at_idx" ON "InitiativeFollow"("personId", "at");

ALTER TABLE "InitiativeFollow" ADD CONSTRAINT "InitiativeFollow_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
