import { publicInitiativeStatuses } from "@/access/rules/initiative";
import type { Statement } from "../statements";

const statuses = [...publicInitiativeStatuses];

const listColumns = `i."number", m."slug", u."shortName" AS "municipality", d."name" AS "direction", d."nameEn" AS "directionEn", i."status", i."supportCount", i."submittedAt", left(i."answer", 200) AS "answer"`;
const listJoins = `JOIN "Initiative" i ON i."id" = page."id" JOIN "Marathon" m ON m."id" = i."marathonId" JOIN "Unit" u ON u."id" = i."municipalityId" JOIN "Direction" d ON d."id" = i."directionId"`;

/** The catalogue's page of 20: the same rows and columns that the platform reads. */
export const listQuery = (marathonId: string): Statement => ({
  text: `WITH page AS MATERIALIZED (
      SELECT i."id" FROM "Initiative" i WHERE i."marathonId" = $1::uuid AND i."status" = any($2::"InitiativeStatus"[])
      ORDER BY i."submittedAt" DESC, i."id" DESC LIMIT 21
    ) SELECT i."id", ${listColumns}, i."title", left(i."essence", 260) AS "excerpt" FROM page ${listJoins} ORDER BY i."submittedAt" DESC, i."id" DESC`,
  values: [marathonId, statuses],
});

/** The numbers beside the filters as one writes them first: the rows behind the other choices, counted by each. */
export const facetsQuery = (marathonId: string, directionId: string): Statement => ({
  text: `SELECT i."municipalityId", i."directionId", i."status"::text, count(*)::int AS "count" FROM "Initiative" i
    WHERE i."marathonId" = $1::uuid AND i."status" = any($2::"InitiativeStatus"[]) AND i."directionId" = $3::uuid
    GROUP BY GROUPING SETS ((), (i."municipalityId"), (i."directionId"), (i."status"))
    UNION ALL SELECT NULL::uuid, i."directionId", NULL::text, count(*)::int FROM "Initiative" i WHERE i."marathonId" = $1::uuid AND i."status" = any($2::"InitiativeStatus"[]) GROUP BY i."directionId"`,
  values: [marathonId, statuses, directionId],
});

/** Full text as one writes it first: the planner decides how. */
export const searchQuery = (marathonId: string, word: string): Statement => ({
  text: `WITH page AS (
      SELECT i."id" FROM "Initiative" i WHERE i."marathonId" = $1::uuid AND i."status" = any($2::"InitiativeStatus"[])
        AND (initiative_words(i."title", i."essence") || initiative_facets(i."number", i."marathonId", i."municipalityId", i."directionId", i."status")) @@ to_tsquery('pg_catalog.russian', $3)
      ORDER BY i."submittedAt" DESC, i."id" DESC LIMIT 21
    ) SELECT i."id", ${listColumns}, ts_headline('pg_catalog.russian', i."title", to_tsquery('pg_catalog.russian', $3), 'HighlightAll=true') AS "title",
      ts_headline('pg_catalog.russian', left(i."essence", 4000), to_tsquery('pg_catalog.russian', $3), 'MaxFragments=1, MinWords=18, MaxWords=34') AS "excerpt"
    FROM page ${listJoins} ORDER BY i."submittedAt" DESC, i."id" DESC`,
  values: [marathonId, statuses, `${word}:*`],
});

/** Deep in the list: the rows after a position. */
export const deepQuery = (marathonId: string, at: string, id: string): Statement => ({
  text: `WITH page AS MATERIALIZED (
      SELECT i."id" FROM "Initiative" i WHERE i."marathonId" = $1::uuid AND i."status" = any($2::"InitiativeStatus"[]) AND (i."submittedAt", i."id") < ($3::timestamptz, $4::uuid)
      ORDER BY i."submittedAt" DESC, i."id" DESC LIMIT 21
    ) SELECT i."id", ${listColumns}, i."title", left(i."essence", 260) AS "excerpt" FROM page ${listJoins} ORDER BY i."submittedAt" DESC, i."id" DESC`,
  values: [marathonId, statuses, at, id],
});

/** Like titles as one writes it first: any of the words, the best rank first. */
export const similarQuery = (marathonId: string, municipalityId: string, title: string): Statement => ({
  text: `WITH asked AS MATERIALIZED (SELECT replace(plainto_tsquery('pg_catalog.russian', $3)::text, '&', '|')::tsquery AS query)
    SELECT i."number", i."title", u."shortName" AS "municipality", i."status", i."supportCount" FROM asked, "Initiative" i JOIN "Unit" u ON u."id" = i."municipalityId"
    WHERE i."marathonId" = $1::uuid AND i."municipalityId" = $4::uuid AND i."status" = any($2::"InitiativeStatus"[])
      AND (initiative_words(i."title", i."essence") || initiative_facets(i."number", i."marathonId", i."municipalityId", i."directionId", i."status")) @@ asked.query
    ORDER BY ts_rank(initiative_words(i."title", i."essence"), asked.query) DESC LIMIT 3`,
  values: [marathonId, statuses, title, municipalityId],
});

const figures = ["users", "unconfirmed", "gross", "net", "answered", "included"];
const sums = figures.map((name) => `coalesce(sum(l."${name}"), 0)::int AS "${name}"`).join(", ");
const names = figures.map((name) => `"${name}"`).join(", ");

/** Municipalities of a region side by side: folded and fresh figures by day, targets, places. */
export const dashboardQuery = (marathonId: string, regionId: string): Statement => ({
  text: `WITH place AS MATERIALIZED (
      SELECT m."id", m."population", m."longitude", m."latitude" FROM "Participation" p JOIN "Unit" m ON m."id" = p."municipalityId"
      WHERE p."marathonId" = $1::uuid AND m."regionId" = $2::uuid AND m."path" && array[$2::uuid]
    ), ledger AS (
      SELECT "municipalityId", "day", ${names} FROM "LedgerTotal" WHERE "marathonId" = $1::uuid
      UNION ALL SELECT "municipalityId", "day", ${names} FROM "LedgerEntry" WHERE NOT "folded" AND "marathonId" = $1::uuid
    ), day AS (
      SELECT place."id", l."day" - (SELECT "startsOn" FROM "Marathon" WHERE "id" = $1::uuid) AS "day", ${sums} FROM ledger l JOIN place ON place."id" = l."municipalityId" GROUP BY 1, 2
    ), figures AS (
      SELECT l."id", ${sums}, array_agg(l."day") AS "days", array_agg(l."net") AS "nets" FROM day l GROUP BY 1
    ), targets AS (
      SELECT place."id", (sum(t."value") FILTER (WHERE t."metric" = 'users'))::int AS "usersTarget", (sum(t."value") FILTER (WHERE t."metric" = 'initiatives'))::int AS "initiativesTarget"
      FROM place JOIN "Target" t ON t."marathonId" = $1::uuid AND t."municipalityId" = place."id" AND t."directionId" IS NULL AND t."organisationId" IS NULL GROUP BY 1
    )
    SELECT u."id", u."shortName" AS "name", place."population", place."longitude", place."latitude", f.*, t.*
    FROM place JOIN "Unit" u ON u."id" = place."id" LEFT JOIN figures f ON f."id" = place."id" LEFT JOIN targets t ON t."id" = place."id"
    ORDER BY u."shortName" COLLATE "ru-x-icu", u."id"`,
  values: [marathonId, regionId],
});
