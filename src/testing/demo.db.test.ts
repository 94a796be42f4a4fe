import { loadDemo } from "@seed/demo";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "./database";

const now = new Date("2026-11-20T12:30:00Z");
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: pg.Client;
let accounts: Awaited<ReturnType<typeof loadDemo>>["accounts"];

beforeAll(async () => {
  database = await createTestDatabase();
  ({ accounts } = await loadDemo({ databaseUrl: database.url, now, scale: 0.1, report: () => {} }));
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** In: a query that finds what must not be. Out: nothing, or the test fails and shows it. */
async function expectNone(sql: string): Promise<void> {
  expect((await client.query(`SELECT * FROM (${sql}) AS found LIMIT 3`)).rows).toEqual([]);
}

/** Figures counted from the rows themselves, to be compared with the ledger. */
const counted = `(
  SELECT "marathonId", "municipalityId", "organisationId", NULL::uuid AS "directionId", ("countedAt" IS NOT NULL)::int AS users, ("countedAt" IS NULL)::int AS unconfirmed, 0 AS gross, 0 AS net, 0 AS answered, 0 AS included FROM "Registration"
  UNION ALL
  SELECT "marathonId", "municipalityId", "originatingId", "directionId", 0, 0, 1, (status NOT IN ('withdrawn', 'merged'))::int, ("decidedAt" IS NOT NULL)::int, (status IN ('nominated', 'includedInProgramme', 'carriedOut'))::int FROM "Initiative")`;
const sums = "sum(users) AS users, sum(unconfirmed) AS unconfirmed, sum(gross) AS gross, sum(net) AS net, sum(answered) AS answered, sum(included) AS included";

test("в базу, где уже кто-то есть, демонстрация не загружается", async () => {
  await expect(loadDemo({ databaseUrl: database.url, now, scale: 0.1, report: () => {} })).rejects.toThrow("не пуста");
});

test.each(["municipalityId", "directionId", "organisationId", "marathonId"])("сумма журнала равна числу строк на каждом уровне: %s", async (level) => {
  const ledger = `SELECT "marathonId", "${level}" AS at_level, ${sums} FROM "LedgerEntry" GROUP BY 1, 2`;
  const rows = `SELECT "marathonId", "${level}" AS at_level, ${sums} FROM ${counted} AS c GROUP BY 1, 2`;
  await expectNone(`(${ledger}) EXCEPT (${rows})`);
  await expectNone(`(${rows}) EXCEPT (${ledger})`);
});

test("свёрнутый журнал вместе с последним днём равен всему журналу", async () => {
  const read = (from: string) => `SELECT "marathonId", "municipalityId", day, attribution, ${sums} FROM (${from}) AS f GROUP BY 1, 2, 3, 4`;
  const columns = `"marathonId", "municipalityId", day, attribution, users, unconfirmed, gross, net, answered, included`;
  const whole = read(`SELECT ${columns} FROM "LedgerEntry"`);
  const folded = read(`SELECT ${columns} FROM "LedgerTotal" UNION ALL SELECT ${columns} FROM "LedgerEntry" WHERE NOT folded`);
  await expectNone(`(${whole}) EXCEPT (${folded})`);
  await expectNone(`(${folded}) EXCEPT (${whole})`);
});

test("закреплённые итоги равны журналу на тот день и час", async () => {
  await expectNone(`
    SELECT f.* FROM "CheckpointFigure" f JOIN "Checkpoint" c ON c.id = f."checkpointId" JOIN "Unit" u ON u.id = f."municipalityId"
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(users), 0) AS users, coalesce(sum(unconfirmed), 0) AS unconfirmed, coalesce(sum(gross), 0) AS gross, coalesce(sum(net), 0) AS net FROM "LedgerEntry" l
      WHERE l."marathonId" = c."marathonId" AND l."municipalityId" = f."municipalityId" AND l.at < (c.date + c.minutes * interval '1 minute') AT TIME ZONE u."timeZone") AS s
    WHERE (f.users, f.unconfirmed, f.gross, f.net) IS DISTINCT FROM (s.users, s.unconfirmed, s.gross, s.net)`);
});

test("у каждого направления в муниципалитете ровно одна рабочая группа", async () => {
  await expectNone(`
    SELECT p."municipalityId", d.key, count(b.id) FROM "Participation" p JOIN "Direction" d ON d."marathonId" = p."marathonId"
    LEFT JOIN "BodyDirection" bd ON bd."directionId" = d.id AND bd."municipalityId" = p."municipalityId"
    LEFT JOIN "Body" b ON b.id = bd."bodyId" AND b.kind = 'workingGroup' AND b."marathonId" = p."marathonId" AND b."municipalityId" = p."municipalityId"
    GROUP BY 1, d.id HAVING count(b.id) <> 1`);
});

test("инициативу рассматривает группа её направления в её муниципалитете", async () => {
  await expectNone(`
    SELECT i.number FROM "Initiative" i LEFT JOIN "BodyDirection" b ON b."municipalityId" = i."municipalityId" AND b."directionId" = i."directionId"
    WHERE b."bodyId" IS DISTINCT FROM i."consideringId"`);
});

test("нет двух инициатив с одним текстом в одном месте", async () => {
  await expectNone(`SELECT title, essence FROM "Initiative" GROUP BY 1, 2 HAVING count(*) > 1`);
});

test("число поддержавших равно числу их строк, автор себя не поддерживает", async () => {
  await expectNone(`SELECT number FROM "Initiative" i WHERE "supportCount" <> (SELECT count(*) FROM "InitiativeSupport" s WHERE s."initiativeId" = i.id)`);
  await expectNone(`SELECT i.number FROM "Initiative" i JOIN "InitiativeSupport" s ON s."initiativeId" = i.id AND s."personId" = i."authorId"`);
});

test("никто не подаёт раньше, чем вступил в марафон, и после последнего дня", async () => {
  await expectNone(`
    SELECT i.number FROM "Initiative" i JOIN "Marathon" m ON m.id = i."marathonId" JOIN "Unit" u ON u.id = i."municipalityId"
    LEFT JOIN "Registration" r ON r."personId" = i."authorId" AND r."marathonId" = i."marathonId"
    WHERE r.id IS NULL OR r."joinedAt" > i."submittedAt" OR (i."submittedAt" AT TIME ZONE u."timeZone")::date NOT BETWEEN m."startsOn" AND m."endsOn"`);
});

test("ничего не случилось позже, чем показывает демонстрация", async () => {
  const instants = { Initiative: "updatedAt", InitiativeEvent: "at", InitiativeSupport: "at", Registration: "joinedAt", Nomination: "at", DecisionProposal: "preparedAt", LedgerEntry: "at", Ticket: "updatedAt", TicketMessage: "at", Notification: "at", Briefing: "briefedAt", CheckpointFigure: "frozenAt", Consent: "givenAt" };
  for (const [table, column] of Object.entries(instants)) await expectNone(`SELECT "${column}" FROM "${table}" WHERE "${column}" > '${now.toISOString()}'`);
});

test("названные учётные записи подтверждены, могут войти и где-то назначены", async () => {
  expect(accounts).toHaveLength(16);
  for (const { login } of accounts) {
    const { rows } = await client.query(
      `SELECT p."passwordHash" IS NOT NULL AS can_sign_in, c."verifiedAt" IS NOT NULL AS confirmed, (SELECT count(*)::int FROM "Appointment" a WHERE a."personId" = p.id AND a."startsAt" <= $2 AND (a."endsAt" IS NULL OR a."endsAt" > $2)) AS posts
       FROM "Contact" c JOIN "Person" p ON p.id = c."personId" WHERE c.kind = 'email' AND c.value = $1`,
      [login, now],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ can_sign_in: true, confirmed: true });
    expect(rows[0].posts > 0).toBe(login !== "resident@demo.example");
  }
});
