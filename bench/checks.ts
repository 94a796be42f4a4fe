import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import type { Acknowledged } from "./submitting";

/** What was acknowledged, against the rows. Out: sentences about what is wrong; none when all is well. */
export async function checkAcknowledged(database: pg.Client, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const asked = [acknowledged.map(({ id }) => id), acknowledged.map(({ number }) => number)];
  const count = async (what: string, sql: string): Promise<string[]> => {
    const { rows } = await database.query<{ n: number }>(`WITH told AS (SELECT * FROM unnest($1::uuid[], $2::int[]) AS t(id, number)) SELECT count(*)::int AS n FROM (${sql}) AS wrong`, asked);
    return rows[0]?.n === 0 ? [] : [`${what}: ${rows[0]?.n}`];
  };
  const notOnce = (from: string) => `SELECT t.id FROM told t WHERE (SELECT count(*) FROM ${from}) <> 1`;
  return [
    ...(await count("подтверждены, но их нет или номер другой", `SELECT t.id FROM told t LEFT JOIN "Initiative" i ON i.id = t.id AND i.number = t.number WHERE i.id IS NULL`)),
    ...(await count("событий подачи не одно", notOnce(`"InitiativeEvent" e WHERE e."initiativeId" = t.id AND e.kind = 'submitted'`))),
    ...(await count("записей в журнале показателей не одна", notOnce(`"LedgerEntry" l WHERE l."subjectId" = t.id AND l.gross = 1 AND l.net = 1`))),
    ...(await count("объявлений не одно", notOnce(`"Event" e WHERE e.type = 'initiative.submitted' AND e.payload->>'initiativeId' = t.id::text`))),
    ...(await count("черновик остался", `SELECT t.id FROM told t JOIN "InitiativeDraft" d ON d.id = t.id`)),
    ...(await count("один номер дважды", `SELECT number FROM told GROUP BY 1 HAVING count(*) > 1`)),
  ];
}

/** Every author was told of it once. */
export async function checkMessages(database: pg.Client, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const keys = acknowledged.map(({ id, authorId }) => `initiativeSubmitted:${id}:${authorId}`);
  const { rows } = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM "Notification" WHERE "dedupeKey" = ANY ($1)`, [keys]);
  return rows[0]?.n === keys.length ? [] : [`сообщений ${rows[0]?.n} вместо ${keys.length}`];
}

const figures = ["users", "unconfirmed", "gross", "net", "answered", "included"];

/** Folded totals with the tail are the whole ledger, in every cell. */
export async function checkFolding(database: pg.Client): Promise<string[]> {
  const nobody = "'00000000-0000-0000-0000-000000000000'";
  const cell = `"marathonId", "municipalityId", coalesce("organisationId", ${nobody}) AS o, coalesce("directionId", ${nobody}) AS d, attribution, day`;
  const sums = figures.map((name) => `sum(${name})`).join(", ");
  const read = (from: string) => `SELECT "marathonId", "municipalityId", o, d, attribution, day, ${sums} FROM (${from}) AS f GROUP BY 1, 2, 3, 4, 5, 6 HAVING (${sums}) <> (0, 0, 0, 0, 0, 0)`;
  const names = figures.join(", ");
  const whole = read(`SELECT ${cell}, ${names} FROM "LedgerEntry"`);
  const folded = read(`SELECT ${cell}, ${names} FROM "LedgerTotal" UNION ALL SELECT ${cell}, ${names} FROM "LedgerEntry" WHERE NOT folded`);
  const { rows } = await database.query<{ cells: number }>(`SELECT count(*)::int AS cells FROM ((${whole} EXCEPT ${folded}) UNION ALL (${folded} EXCEPT ${whole})) AS differing`);
  return rows[0]?.cells === 0 ? [] : [`свёрнутое с хвостом расходится с журналом в ${rows[0]?.cells} ячейках`];
}

/** And submissions in it are as many as initiatives. */
export async function checkLedger(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ initiatives: number; gross: number }>(
    `SELECT (SELECT count(*)::int FROM "Initiative") AS initiatives, (SELECT coalesce(sum(gross), 0)::int FROM "LedgerEntry") AS gross`,
  );
  const [found] = rows;
  return [...(await checkFolding(database)), ...(found && found.initiatives === found.gross ? [] : [`инициатив ${found?.initiatives}, а в журнале ${found?.gross}`])];
}

/** Waits until everything announced has been handed out. */
export async function waitForOutbox(database: pg.Client, limitMs = 120_000): Promise<void> {
  for (const until = Date.now() + limitMs; Date.now() < until; await wait(100)) {
    const { rows } = await database.query<{ waiting: boolean }>(`SELECT EXISTS (SELECT 1 FROM "Event" WHERE "dispatchedAt" IS NULL) AS waiting`);
    if (rows[0]?.waiting === false) return;
  }
  throw new Error("объявленное не разослано");
}
