import { z } from "zod";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRow, queryRows, rawSql, sql } from "@/platform/db/sql";
import { kinOf } from "../../words/kin";
import { rootOf } from "../../words/rules";

const isPublic = `"status" IN (${publicInitiativeStatuses.map((status) => `'${status}'`).join(", ")})`;
/** Words and short numbers; the others are looked for as they are. */
const isKept = rawSql(`(c."word" ~ '^[[:alpha:]][[:alnum:]]{1,39}$' or c."word" ~ '^[0-9]{1,4}$')`);

const countedWord = z.object({ word: z.string(), stem: z.string(), initiatives: column.int });
export type CountedWord = z.infer<typeof countedWord>;

/** In: ids of initiatives, null for all. Out: each word of those that are public, with how many of them hold it; words without a meaning of their own are left out. */
export async function countWords(db: Db, ids: readonly string[] | null): Promise<CountedWord[]> {
  const some = ids === null ? "" : ` AND "id" = ANY ('{${z.array(z.uuid()).parse([...ids]).join(",")}}'::uuid[])`;
  const texts = `SELECT to_tsvector('pg_catalog.simple', initiative_text("title", "essence")) FROM "Initiative" WHERE ${isPublic}${some}`;
  return await queryRows(db, countedWord, sql`
    select s."word", s."stem", s."initiatives" from (
      select c."word", c."ndoc" as "initiatives", (tsvector_to_array(to_tsvector('pg_catalog.russian', c."word")))[1] as "stem" from ts_stat(${texts}) c where ${isKept}
    ) s where s."stem" is not null`);
}

export async function countPublic(db: Db, ids: readonly string[] | null): Promise<number> {
  const some = ids === null ? sql`true` : sql`"id" = any(${[...ids]}::uuid[])`;
  return (await queryRow(db, z.object({ count: column.int }), sql`select count(*) as "count" from "Initiative" where ${rawSql(isPublic)} and ${some}`))?.count ?? 0;
}

const batch = 5_000;

export async function addWords(db: Db, words: readonly CountedWord[]): Promise<void> {
  for (let from = 0; from < words.length; from += batch) {
    const some = words.slice(from, from + batch);
    await executeSql(db, sql`
      insert into "SearchWord" as w ("word", "stem", "root", "initiatives")
      select * from unnest(${some.map(({ word }) => word)}::text[], ${some.map(({ stem }) => stem)}::text[], ${some.map(({ word }) => rootOf(word))}::text[], ${some.map(({ initiatives }) => initiatives)}::int[])
      on conflict ("word") do update set "initiatives" = w."initiatives" + excluded."initiatives"`);
  }
}

export async function forgetWords(db: Db): Promise<void> {
  await executeSql(db, sql`delete from "SearchWord"`);
}

/** One counts at a time. */
export async function lockWords(db: Db): Promise<void> {
  await queryRows(db, z.object({}), sql`select pg_advisory_xact_lock(hashtext('SearchWord'))::text as "locked"`);
}

const stateRow = z.object({ initiatives: column.int, eventId: z.string(), rootsEdition: column.int });
export type State = z.infer<typeof stateRow>;

export async function findState(db: Db): Promise<State | null> {
  return await queryRow(db, stateRow, sql`select "initiatives", "eventId", "rootsEdition" from "SearchState"`);
}

export async function saveState(db: Db, { initiatives, eventId, rootsEdition }: State, now: Date): Promise<void> {
  await executeSql(db, sql`
    insert into "SearchState" ("id", "initiatives", "eventId", "rootsEdition", "countedAt") values (1, ${initiatives}::int, ${eventId}::uuid, ${rootsEdition}::int, ${now})
    on conflict ("id") do update set "initiatives" = excluded."initiatives", "eventId" = excluded."eventId", "rootsEdition" = excluded."rootsEdition", "countedAt" = excluded."countedAt"`);
}

/** Initiatives that became public by an event after the one, up to the other, oldest first; each with the event of its first appearance. */
export async function findPublished(db: Db, after: string, upTo: string, most: number): Promise<{ id: string; eventId: string }[]> {
  const statuses = [...publicInitiativeStatuses];
  return await queryRows(db, z.object({ id: z.string(), eventId: z.string() }), sql`
    select e."initiativeId" as "id", e."id" as "eventId" from "InitiativeEvent" e
    where e."id" > ${after}::uuid and e."id" <= ${upTo}::uuid and e."toStatus"::text = any(${statuses}::text[])
      and not exists (select 1 from "InitiativeEvent" b where b."initiativeId" = e."initiativeId" and b."id" < e."id" and b."toStatus"::text = any(${statuses}::text[]))
    order by e."id" limit ${most}::int`);
}

const knownWord = z.object({ word: z.string(), stem: z.string(), root: z.string(), initiatives: column.int });
export type KnownWord = z.infer<typeof knownWord>;

export interface Known {
  /** public initiatives, as of the last count */
  readonly all: number;
  /** the dictionary's stem of each word asked for; null for one that means nothing by itself («и», «на») */
  readonly stems: ReadonlyMap<string, string | null>;
  readonly words: readonly KnownWord[];
}

const lookedUp = z.object({ kind: z.enum(["asked", "known", "all"]), word: z.string(), stem: z.string().nullable(), root: z.string(), initiatives: column.int });

/** In: words, folded. Out: those of their families, and other words for the same, that occur in public initiatives. */
export async function lookUp(db: Db, words: readonly string[]): Promise<Known> {
  const roots = [...new Set(words.map(rootOf).flatMap((root) => [root, ...kinOf(root)]))];
  const rows = await queryRows(db, lookedUp, sql`
    with asked as materialized (
      select "word", (tsvector_to_array(to_tsvector('pg_catalog.russian', "word")))[1] as "stem" from unnest(${[...words]}::text[]) as a("word")
    )
    select 'asked' as "kind", "word", "stem", '' as "root", 0 as "initiatives" from asked
    union all select 'known', w."word", w."stem", w."root", w."initiatives" from "SearchWord" w where w."root" = any(${roots}::text[])
    union all select 'known', w."word", w."stem", w."root", w."initiatives" from "SearchWord" w join (select distinct "stem" from asked where "stem" is not null) a using ("stem")
    union all select 'all', '', null, '', "initiatives" from "SearchState"`);
  return {
    all: rows.find(({ kind }) => kind === "all")?.initiatives ?? 0,
    stems: new Map(rows.flatMap(({ kind, word, stem }) => (kind === "asked" ? [[word, stem] as const] : []))),
    words: [...new Map(rows.flatMap(({ kind, word, stem, root, initiatives }) => (kind === "known" ? [[word, { word, stem: stem ?? "", root, initiatives }] as const] : []))).values()],
  };
}

const mostLike = 40;

/** Known words that are one of these, or, where `like` is given, look like it: at least every third of three letters in common. */
export async function findNear(db: Db, oneOf: readonly string[], like: string | null): Promise<KnownWord[]> {
  const near = sql`select w."word", w."stem", w."root", w."initiatives" from "SearchWord" w where w."word" = any(${[...oneOf]}::text[])
    union select w."word", w."stem", w."root", w."initiatives" from "SearchWord" w where w."stem" = any(${[...oneOf]}::text[])`;
  if (like === null) return await queryRows(db, knownWord, near);
  return await queryRows(db, knownWord, sql`${near} union (
    select w."word", w."stem", w."root", w."initiatives" from "SearchWord" w where w."word" % ${like} order by similarity(w."word", ${like}) desc, w."initiatives" desc limit ${mostLike}::int)`);
}

/** How many initiatives words that begin so are in, at most: of the most frequent of them. */
export async function findBeginning(db: Db, beginning: string): Promise<KnownWord[]> {
  return await queryRows(db, knownWord, sql`
    select "word", "stem", "root", "initiatives" from (select * from "SearchWord" where "word" like ${`${beginning}%`} limit 2000) w order by "initiatives" desc, "word" limit 60`);
}
