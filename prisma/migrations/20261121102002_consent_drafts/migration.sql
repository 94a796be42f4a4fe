-- AlterTable
ALTER TABLE "ConsentDocument" ADD COLUMN     "asksAnew" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "operatorAddress" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "operatorContact" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "operatorInn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "operatorOgrn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publishedById" UUID;

-- CreateTable
CREATE TABLE "ConsentDraft" (
    "purpose" "ConsentPurpose" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "operatorAddress" TEXT NOT NULL,
    "operatorInn" TEXT NOT NULL,
    "operatorOgrn" TEXT NOT NULL,
    "operatorContact" TEXT NOT NULL,
    "asksAnew" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "updatedById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConsentDraft_pkey" PRIMARY KEY ("purpose")
);

-- What people have agreed to stays word for word: a published text is neither edited nor removed, by nobody.
CREATE FUNCTION consent_document_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published consent document is not changed: publish a new version';
END $$;
CREATE TRIGGER "ConsentDocument_stays" BEFORE UPDATE OR DELETE ON "ConsentDocument" FOR EACH ROW EXECUTE FUNCTION consent_document_stays();
