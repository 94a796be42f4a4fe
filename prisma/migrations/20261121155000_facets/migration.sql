-- Counts beside the catalogue's filters. Triggers write what changes, whoever changes it; a job folds it into every choice of filters.
-- A submitted initiative isn't public yet: the WHEN of each trigger keeps submitting from paying.
CREATE TABLE "InitiativeFacetDelta" (
    "id" BIGSERIAL NOT NULL,
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "directionId" UUID NOT NULL,
    "status" "InitiativeStatus" NOT NULL,
    "day" DATE NOT NULL,
    "by" INTEGER NOT NULL,

    CONSTRAINT "InitiativeFacetDelta_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "InitiativeFacet" (
    "marathonId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "directionId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "InitiativeFacet_pkey" PRIMARY KEY ("marathonId","municipalityId","directionId","status","day")
);

CREATE INDEX "InitiativeFacet_marathonId_directionId_status_day_municipal_idx" ON "InitiativeFacet"("marathonId", "directionId", "status", "day", "municipalityId");

CREATE FUNCTION initiative_facet_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "InitiativeFacetDelta" ("marathonId", "municipalityId", "directionId", "status", "day", "by")
  VALUES (OLD."marathonId", OLD."municipalityId", OLD."directionId", OLD."status", (OLD."submittedAt" AT TIME ZONE 'UTC')::date, -1);
  RETURN NULL;
END $$;

CREATE FUNCTION initiative_facet_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "InitiativeFacetDelta" ("marathonId", "municipalityId", "directionId", "status", "day", "by")
  VALUES (NEW."marathonId", NEW."municipalityId", NEW."directionId", NEW."status", (NEW."submittedAt" AT TIME ZONE 'UTC')::date, 1);
  RETURN NULL;
END $$;

CREATE TRIGGER "Initiative_facet_inserted" AFTER INSERT ON "Initiative" FOR EACH ROW WHEN (NEW."status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut')) EXECUTE FUNCTION initiative_facet_came();
CREATE TRIGGER "Initiative_facet_deleted" AFTER DELETE ON "Initiative" FOR EACH ROW WHEN (OLD."status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut')) EXECUTE FUNCTION initiative_facet_left();
CREATE TRIGGER "Initiative_facet_left" AFTER UPDATE OF "status", "municipalityId", "directionId", "marathonId", "submittedAt" ON "Initiative" FOR EACH ROW
  WHEN ((OLD."status", OLD."municipalityId", OLD."directionId", OLD."marathonId", OLD."submittedAt") IS DISTINCT FROM (NEW."status", NEW."municipalityId", NEW."directionId", NEW."marathonId", NEW."submittedAt") AND (OLD."status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut'))) EXECUTE FUNCTION initiative_facet_left();
CREATE TRIGGER "Initiative_facet_came" AFTER UPDATE OF "status", "municipalityId", "directionId", "marathonId", "submittedAt" ON "Initiative" FOR EACH ROW
  WHEN ((OLD."status", OLD."municipalityId", OLD."directionId", OLD."marathonId", OLD."submittedAt") IS DISTINCT FROM (NEW."status", NEW."municipalityId", NEW."directionId", NEW."marathonId", NEW."submittedAt") AND (NEW."status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut'))) EXECUTE FUNCTION initiative_facet_came();

-- Those that are public already.
INSERT INTO "InitiativeFacetDelta" ("marathonId", "municipalityId", "directionId", "status", "day", "by")
SELECT "marathonId", "municipalityId", "directionId", "status", ("submittedAt" AT TIME ZONE 'UTC')::date, count(*) FROM "Initiative" WHERE ("status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut')) GROUP BY 1, 2, 3, 4, 5;

-- Every choice of filters walks an index of its own, first page and deepest alike: the price is paid when an initiative becomes public.
CREATE INDEX "Initiative_public_direction_newest" ON "Initiative" ("marathonId", "directionId", "submittedAt" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_direction_supported" ON "Initiative" ("marathonId", "directionId", "supportCount" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_status_supported" ON "Initiative" ("marathonId", "status", "supportCount" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_municipality_direction_newest" ON "Initiative" ("marathonId", "municipalityId", "directionId", "submittedAt" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_municipality_direction_supported" ON "Initiative" ("marathonId", "municipalityId", "directionId", "supportCount" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_municipality_status_newest" ON "Initiative" ("marathonId", "municipalityId", "status", "submittedAt" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_municipality_status_supported" ON "Initiative" ("marathonId", "municipalityId", "status", "supportCount" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_direction_status_newest" ON "Initiative" ("marathonId", "directionId", "status", "submittedAt" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_direction_status_supported" ON "Initiative" ("marathonId", "directionId", "status", "supportCount" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_municipality_direction_status_newest" ON "Initiative" ("marathonId", "municipalityId", "directionId", "status", "submittedAt" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_municipality_direction_status_supported" ON "Initiative" ("marathonId", "municipalityId", "directionId", "status", "supportCount" DESC, "id" DESC)
  WHERE "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
