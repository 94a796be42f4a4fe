-- Two records of one person: what was said of a pair, and what was merged. Nothing that stands is touched.
CREATE TABLE "KeptApart" (
    "lowId" UUID NOT NULL,
    "highId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptApart_pkey" PRIMARY KEY ("lowId", "highId")
);
ALTER TABLE "KeptApart" ADD CONSTRAINT "KeptApart_order" CHECK ("lowId" < "highId");

CREATE TABLE "PersonMerge" (
    "mergedId" UUID NOT NULL,
    "survivorId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "moved" JSONB NOT NULL,

    CONSTRAINT "PersonMerge_pkey" PRIMARY KEY ("mergedId")
);

-- CreateIndex
CREATE INDEX "PersonMerge_survivorId_idx" ON "PersonMerge"("survivorId");
