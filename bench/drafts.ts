import type pg from "pg";
import type { Member } from "./crew";

/** A draft that is ready to be submitted, with everything that its initiative's rows hold. */
export interface ReadyDraft {
  readonly id: string;
  readonly authorId: string;
  readonly marathonId: string;
  readonly municipalityId: string;
  readonly consideringId: string;
  readonly directionId: string;
  readonly title: string;
  readonly essence: string;
  readonly expectedResult: string;
}

/** Writes drafts of these people straight into the table: what is measured is submitting, not writing. */
export async function makeDrafts(database: pg.Client, members: readonly Member[], count: number): Promise<ReadyDraft[]> {
  const { rows } = await database.query<ReadyDraft>(
    `WITH author AS (
       SELECT (row_number() OVER () - 1)::int AS n, "personId", "municipalityId" FROM unnest($1::uuid[], $2::uuid[]) AS a("personId", "municipalityId")
     ), place AS (
       SELECT author.*, b."bodyId", b."directionId", m.id AS "marathonId", row_number() OVER (PARTITION BY author.n ORDER BY b."directionId") - 1 AS d, count(*) OVER (PARTITION BY author.n) AS of
       FROM author JOIN (SELECT id FROM "Marathon" ORDER BY "startsOn" DESC LIMIT 1) m ON true
       JOIN "BodyDirection" b ON b."municipalityId" = author."municipalityId"
       JOIN "Direction" direction ON direction.id = b."directionId" AND direction."marathonId" = m.id
     ), made AS (
       SELECT uuidv7() AS id, place.*, 'Осветить улицу у дома ' || g || ' и пешеходную дорожку к остановке' AS title,
         'Вечером на улице темно, дети идут из школы по проезжей части. Просим поставить фонари у дома ' || g || ' и вдоль дорожки. ' ||
         repeat('Жители обсуждали это на собрании и готовы помочь с уборкой и озеленением. ', 3) AS essence,
         'Фонари горят вдоль всей улицы, по дорожке можно идти и вечером.' AS expected
       FROM generate_series(1, $3::int) AS g JOIN place ON place.n = g % cardinality($1::uuid[]) AND place.d = g % place.of
     ), written AS (
       INSERT INTO "InitiativeDraft" (id, "authorId", "marathonId", content, version, "createdAt", "updatedAt")
       SELECT id, "personId", "marathonId", jsonb_build_object('title', title, 'essence', essence, 'expectedResult', expected, 'directionId', "directionId", 'municipalityId', "municipalityId",
         'organisationId', NULL, 'hiddenFromOrganisation', false, 'placeText', '', 'initiatorKind', 'employee', 'collective', false), 1, now(), now() FROM made
     )
     SELECT id, "personId" AS "authorId", "marathonId", "municipalityId", "bodyId" AS "consideringId", "directionId", title, essence, expected AS "expectedResult" FROM made`,
    [members.map((member) => member.personId), members.map((member) => member.municipalityId), count],
  );
  if (rows.length < count) throw new Error(`Черновиков ${rows.length} вместо ${count}`);
  return rows;
}
