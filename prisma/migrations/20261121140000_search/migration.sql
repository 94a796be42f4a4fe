-- Search whose cost is bounded by the page: docs/search.md.

DROP INDEX "Initiative_public_words";

-- ё and е are one letter. What stands between words is made a space, so that the parser sees words and whole numbers only
-- («12.03», «7-12», «культурно-досуговый» are each two), as search/words/rules.ts does.
CREATE OR REPLACE FUNCTION initiative_text(title text, essence text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(translate(title || ' ' || essence, 'Ёё-–—‑./\:@_&+=~%#''"«»', 'Ее                    '));

-- Beside the words, what a search is narrowed by: the index finds both together. «#» begins no word.
-- n: two thousand and sixty-five thousand neighbours by number, so that the newest are found without the others;
-- p: each three digits of the number, to find it by a part. Labels of the enum are never renamed, so the cast is immutable.
CREATE FUNCTION initiative_facets(number int, marathon uuid, municipality uuid, direction uuid, status "InitiativeStatus") RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN array_to_tsvector(ARRAY['#n' || (number >> 11)::text, '#N' || (number >> 16)::text, '#r' || marathon::text, '#m' || municipality::text, '#d' || direction::text, '#s' || status::text,
    '#p' || substr(number::text, 1, 3), '#p' || substr(number::text, 2, 3), '#p' || substr(number::text, 3, 3), '#p' || substr(number::text, 4, 3), '#p' || substr(number::text, 5, 3)]);

-- A submitted initiative isn't public yet: submitting pays for nothing here.
CREATE INDEX "Initiative_public_search" ON "Initiative"
  USING gin ((initiative_words("title", "essence") || initiative_facets("number", "marathonId", "municipalityId", "directionId", "status"))) WITH (fastupdate = off)
  WHERE "status" IN ('inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut');

-- The words of public initiatives, each once: how frequent it is decides how it is looked for; its root finds its family, its likeness what was mistyped.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "root" TEXT NOT NULL,
    "initiatives" INTEGER NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

CREATE INDEX "SearchWord_root_idx" ON "SearchWord"("root");
CREATE INDEX "SearchWord_stem_idx" ON "SearchWord"("stem");
CREATE INDEX "SearchWord_likeness" ON "SearchWord" USING gin ("word" gin_trgm_ops);
CREATE INDEX "SearchWord_beginning" ON "SearchWord" ("word" text_pattern_ops);

CREATE TABLE "SearchState" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "initiatives" INTEGER NOT NULL,
    "eventId" UUID NOT NULL,
    "rootsEdition" INTEGER NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchState_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SearchState_one" CHECK ("id" = 1)
);
