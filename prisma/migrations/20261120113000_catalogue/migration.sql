-- The public catalogue of initiatives: lists that stay flat at a million rows, and search in Russian.
-- Prisma leaves partial and expression indexes alone; the statuses are those of access/rules/initiative.ts (publicInitiativeStatuses).

-- ё and е are one letter; folded before the dictionary sees it, so that query and text agree.
CREATE FUNCTION initiative_text(title text, essence text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(translate(title || ' ' || essence, 'Ёё', 'Ее'));

CREATE FUNCTION initiative_words(title text, essence text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN to_tsvector('pg_catalog.russian'::regconfig, initiative_text(title, essence));

-- A submitted initiative isn't public yet, so that submitting pays for none of these.
CREATE INDEX "Initiative_public_newest" ON "Initiative" ("marathonId", "submittedAt" DESC, "id" DESC)
  WHERE "status" IN ('inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_municipality_newest" ON "Initiative" ("marathonId", "municipalityId", "submittedAt" DESC, "id" DESC)
  WHERE "status" IN ('inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_supported" ON "Initiative" ("marathonId", "supportCount" DESC, "id" DESC)
  WHERE "status" IN ('inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_municipality_supported" ON "Initiative" ("marathonId", "municipalityId", "supportCount" DESC, "id" DESC)
  WHERE "status" IN ('inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
CREATE INDEX "Initiative_public_words" ON "Initiative" USING gin (initiative_words("title", "essence")) WITH (fastupdate = off)
  WHERE "status" IN ('inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');
