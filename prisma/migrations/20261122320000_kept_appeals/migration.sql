-- CreateTable
CREATE TABLE "KeptAppeal" (
    "initiativeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptAppeal_pkey" PRIMARY KEY ("initiativeId")
);

-- CreateIndex
CREATE INDEX "KeptAppeal_personId_idx" ON "KeptAppeal"("personId");

-- AddForeignKey
ALTER TABLE "KeptAppeal" ADD CONSTRAINT "KeptAppeal_initiativeId_fkey" FOREIGN KEY ("initiativeId") REFERENCES "Initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
