import * as z from "zod";
import { expect, test } from "vitest";
import { messagesOf } from "@/app/messages/all";
import { db } from "@/platform/db/client";
import { queryRows, sql } from "@/platform/db/sql";
import { useTestDatabase } from "@/testing/database";
import { dataTables } from "./registry";

useTestDatabase();

/** Ids that are no person's by their names; any other without a foreign key must be named in the registry. */
const notPersons = ["id", "unitId", "bodyId", "municipalityId", "marathonId", "organisationId", "directionId", "regionId", "parentId", "subjectId", "scopeUnitId", "previousId", "initiativeId", "mergedIntoInitiativeId", "consideringId", "originatingId", "handedToId", "hotlineId", "ticketId", "checkpointId", "documentId", "appointmentId", "substitutesId", "posterLinkId", "fromBodyId", "fromUnitId", "toUnitId", "helperUnitId", "draftId", "takenUnitId", "splitFromId", "offeredToId", "arbiterId", "objectionAtId", "wayIds", "scanId", "replacedContactId", "fromMunicipalityId", "toMunicipalityId", "path"];

const columnRow = z.object({ table: z.string(), column: z.string(), type: z.string(), refersTo: z.string().nullable() });

/** Of the database itself: every column that may hold words, JSON or a person's id. */
async function telling() {
  const rows = await queryRows(db, columnRow, sql`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as "type", r.relname as "refersTo"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum] left join pg_class r on r.oid = f.confrelid
    where c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'`);
  return rows.filter(({ table, column, type, refersTo }) => {
    if (!type.startsWith("uuid")) return /^(?:text|character|json|bytea|citext|xml|inet|tsvector)/.test(type);
    if (column === "mergedIntoId") return table === "Person";
    return refersTo === "Person" || (refersTo === null && !notPersons.includes(column));
  });
}

test("у каждой таблицы базы сказано, что в ней о человеке; у каждого столбца со словами или человеком – что с ним при удалении", async () => {
  const found = await telling();
  expect(found.length).toBeGreaterThan(80);
  const known = new Map(dataTables.map((one) => [one.table, one]));
  expect(known.size).toBe(dataTables.length);
  expect(found.filter(({ table, column }) => !known.get(table)?.columns[column]).map(({ table, column }) => `${table}.${column}: add it to src/api/flows/my-data/tables`)).toEqual([]);
  const tables = await queryRows(db, z.object({ name: z.string() }), sql`select tablename as "name" from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`);
  expect(tables.filter(({ name }) => !known.has(name)).map(({ name }) => name)).toEqual([]);
});

test("в списке нет того, чего нет в базе", async () => {
  const all = await queryRows(db, z.object({ name: z.string() }), sql`select table_name || '.' || column_name as "name" from information_schema.columns where table_schema = 'public'`);
  const real = new Set(all.map(({ name }) => name));
  expect(dataTables.flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`)).filter((name) => !real.has(name))).toEqual([]);
});

test("что удаляется, то и показывается в файле; где нет – сказано почему; где не удаляется – тоже", () => {
  for (const { table, columns, tell, erase, because } of dataTables) {
    const fates = Object.values(columns);
    if (fates.some((fate) => fate === "deleted" || fate === "cleared")) expect(erase, table).toBeDefined();
    if (!tell || fates.some((fate) => fate === "nameless" || fate === "public" || fate === "kept")) expect(because, table).toBeTruthy();
  }
});

test("каждая часть файла названа на обоих языках", () => {
  const told = dataTables.filter(({ tell }) => tell).map(({ table }) => table);
  for (const locale of ["ru", "en"] as const) expect(Object.keys(messagesOf(locale).people.myData.parts).toSorted()).toEqual(told.toSorted());
});
