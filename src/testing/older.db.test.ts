import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { authenticatePerson } from "@/features/people/session/server/service";
import { useDatabase, db } from "@/platform/db/client";
import { migrate } from "../../scripts/lib/migrate.mjs";
import { readMigrations } from "../../scripts/lib/migrations-folder.mjs";
import { ask } from "./matrix/ask";
import { actorOf } from "./matrix/world";

const foundation = ["20261120111511_foundation", "20261120112000_rules_by_hand", "20261120113000_catalogue"];
/** In the last days of that marathon. */
const now = new Date("2026-03-10T12:00:00Z");

type Row = Readonly<Record<string, unknown>>;
type Snapshot = ReadonlyMap<string, readonly Row[]>;

/** Every table but Prisma's own, with its rows in an order of their own. */
async function snapshot(client: pg.Client): Promise<Snapshot> {
  const { rows } = await client.query<{ name: string }>(`select table_name as "name" from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations' order by 1`);
  const tables = new Map<string, readonly Row[]>();
  for (const { name } of rows) tables.set(name, (await client.query<{ row: Row }>(`select to_jsonb(t) as "row" from "${name}" t order by to_jsonb(t)::text`)).rows.map(({ row }) => row));
  return tables;
}

/** What the migrations say that they change, table by table; everything else stands as it was. */
const changed: Readonly<Record<string, (row: Row) => Row>> = {
  // its terms are an edition of its regulation now
  Marathon: (row) => Object.fromEntries(Object.entries(row).filter(([name]) => !/Working(Days|Hours)$/.test(name))),
  Initiative: ({ pausedWorkingDaysLeft, ...row }) => ({ ...row, pausedLeft: pausedWorkingDaysLeft }),
  // a letter whose link is used says nothing any more
  Email: (row) => (row.dedupeKey === "people.confirm:hash-of-a-link" ? { ...row, text: "", html: "" } : row),
};

let client: pg.Client;
let before: Snapshot;
let after: Snapshot;
let applied: readonly string[];
let close: (() => Promise<void>)[] = [];
beforeAll(async () => {
  const adminUrl = inject("adminUrl");
  const name = `test_older_${process.pid}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).toString();
  const all = readMigrations();
  const quietly = { report: () => undefined };
  await migrate(url, { migrations: all.filter((one) => foundation.includes(one.name)), ...quietly });
  client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(readFileSync(fileURLToPath(new URL("./older/foundation.sql", import.meta.url)), "utf8"));
  before = await snapshot(client);
  applied = await migrate(url, quietly);
  after = await snapshot(client);
  const disconnect = useDatabase(url);
  close = [
    async () => await client.end(), disconnect,
    async () => {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  ];
});
afterAll(async () => {
  for (const one of close) await one();
});

const idOf = async (text: string) => (await client.query<{ id: string }>("select pg_temp.id($1) as id", [text])).rows[0]!.id;

test("в прежней базе стоит строка в каждой таблице, и обновление применяет всё, что вышло после", () => {
  expect([...before].filter(([, rows]) => rows.length === 0).map(([name]) => name)).toEqual([]);
  expect(before.size).toBeGreaterThan(35);
  expect(applied).toEqual(readMigrations().map(({ name }) => name).filter((name) => !foundation.includes(name)));
});

test("каждая прежняя строка стоит со всеми своими значениями, кроме названных перемен", () => {
  for (const [name, rows] of before) {
    const standing = after.get(name) ?? [];
    for (const row of rows) {
      const kept = (changed[name] ?? ((same: Row) => same))(row);
      // an empty word may have been filled in since: UnitVersion got its short names
      expect(standing, name).toContainEqual(expect.objectContaining(kept));
    }
    if (name !== "UnitVersion") expect(standing.length, name).toBe(rows.length);
  }
});

test("сроки марафона стали первой редакцией его регламента, у каждой единицы есть прошлое", async () => {
  const terms = await db.regulationTerm.findMany({ select: { subject: true, amount: true, unit: true } });
  expect(Object.fromEntries(terms.map(({ subject, amount, unit }) => [subject, `${amount} ${unit}`]))).toMatchObject({ initiativeReaction: "4 workingDays", initiativeAnswer: "12 workingDays", ticketFirstResponse: "6 workingHours", ticketResolution: "2 workingDays" });
  expect(await db.unit.count({ where: { versions: { none: { validTo: null } } } })).toBe(0);
});

test("люди входят со своим паролем, группа видит очередь и запись, линия – вопрос, глава – показатели, житель – каталог", async () => {
  const claims = await authenticatePerson({ login: "lead@example.org", password: "тёплый снег вечером" });
  expect(claims).toEqual({ personId: await idOf("lead"), sessionVersion: 1 });
  const through = async (path: string, who: string, input: unknown) => {
    const { outcome, said } = await ask(path, await actorOf(await idOf(who), now), input, now);
    expect(outcome, `${path}: ${String(said)}`).toBe("through");
    return JSON.stringify(said);
  };
  expect(await through("considering.queue", "lead", {})).toContain("Починить подъезд");
  expect(await through("considering.record", "lead", { initiativeId: await idOf("initiative") })).toContain("Дверь не закрывается");
  expect(await through("hotline.record", "operator", { ticketId: await idOf("ticket") })).toContain("Где найти координатора?");
  expect(await through("initiative.publicRecord", "resident", { number: 8 })).toContain("Осветить двор");
  expect(await through("draft.list", "coordinator", undefined)).toContain("Скамейка у почты");
  const figures = JSON.parse(await through("indicator.municipality", "head", { municipalityId: await idOf("municipality") })) as Record<string, unknown>;
  expect(JSON.stringify(figures)).toContain("Школа № 2");
  expect(figures.total).toMatchObject({ users: 1, gross: 2, net: 2 });
});
