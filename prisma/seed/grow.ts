import { Client } from "pg";
import { Chance } from "./random";
import { withoutIndexes } from "./grow-indexes";
import { rareWord } from "./rare-words";
import { allTexts } from "./texts";
import { fill } from "./wording";

export interface GrowWish {
  databaseUrl: string;
  /** initiatives to add */
  count: number;
  /** the same seed and count give the same words in the same order */
  seed: number;
  report: (line: string) => void;
}

const batch = 100_000;
/** Below this, building the indexes anew costs more than keeping them. */
const indexesWorthDropping = 30_000;
/** Ready-made places for each wording: what is left to fill in for each row is a number. */
const placesOfWording = 12;
/** One row in so many has a word that hardly any other has. */
const rareOneIn = 50;

/**
 * Adds initiatives with events and ledger rows to the newest marathon of a loaded demonstration, for measurements only:
 * set by set inside the database, about a million in a few minutes. Words that are frequent, middling and rare all occur.
 */
export async function growInitiatives({ databaseUrl, count, seed, report }: GrowWish): Promise<void> {
  const began = performance.now();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SET synchronous_commit = off; SET work_mem = '128MB'; SET jit = off");
    const { marathonId, slug, until, lastNumber } = await prepare(client);
    await fillWordings(client, marathonId, slug, seed);
    await fillRareWords(client, Math.max(1, Math.ceil(count / rareOneIn / 2)));
    const addAll = async () => {
      for (let from = 1; from <= count; from += batch) {
        const to = Math.min(count, from + batch - 1);
        await client.query("BEGIN");
        await addBatch(client, { marathonId, until, lastNumber, count, seed, from, to });
        await client.query("COMMIT");
        report(`${to.toLocaleString("ru-RU")} из ${count.toLocaleString("ru-RU")}, ${((performance.now() - began) / 1000).toFixed(0)} с`);
      }
    };
    await client.query(`ALTER TABLE "Initiative" DISABLE TRIGGER "Initiative_facet_inserted"`);
    if (count < indexesWorthDropping) await addAll();
    else await withoutIndexes(client, ["Initiative", "InitiativeEvent", "LedgerEntry"], addAll);
    await client.query(`ALTER TABLE "Initiative" ENABLE TRIGGER "Initiative_facet_inserted"`);
    await countAdded(client, lastNumber);
    await client.query(`SELECT setval(pg_get_serial_sequence('"Initiative"', 'number'), (SELECT max(number) FROM "Initiative"))`);
    for (const table of ["Initiative", "InitiativeEvent", "LedgerEntry", "LedgerTotal"]) await client.query(`VACUUM (ANALYZE) "${table}"`);
    report(`Готово за ${((performance.now() - began) / 1000).toFixed(0)} с`);
  } finally {
    await client.end();
  }
}

/** What the trigger would have written row by row, added up. */
async function countAdded(client: Client, lastNumber: number): Promise<void> {
  await client.query(
    `INSERT INTO "InitiativeFacetDelta" ("marathonId", "municipalityId", "directionId", "status", "day", "by")
     SELECT "marathonId", "municipalityId", "directionId", "status", ("submittedAt" AT TIME ZONE 'UTC')::date, count(*) FROM "Initiative"
     WHERE number > $1 AND "status" IN ('moderated', 'inConsideration', 'clarification', 'nominated', 'includedInProgramme', 'alreadyUnderWay', 'beyondCompetence', 'notSupported', 'carriedOut')
     GROUP BY 1, 2, 3, 4, 5`,
    [lastNumber],
  );
}

/** Authors are those who joined: whoever writes brings along the municipality and the organisation. */
async function prepare(client: Client): Promise<{ marathonId: string; slug: string; until: Date; lastNumber: number }> {
  const { rows } = await client.query<{ id: string; slug: string; until: Date | null; last: number }>(
    `SELECT m.id, m.slug, (SELECT max("submittedAt") FROM "Initiative" WHERE "marathonId" = m.id) AS until, (SELECT max(number) FROM "Initiative") AS last
     FROM "Marathon" m ORDER BY m."startsOn" DESC LIMIT 1`,
  );
  const found = rows[0];
  if (!found?.until) throw new Error("Сначала загрузите демонстрацию: нет марафона с инициативами.");
  await client.query(
    `CREATE TEMP TABLE grow_author AS
       SELECT (row_number() OVER (ORDER BY r.id) - 1)::int AS n, r."personId", r."municipalityId", r."organisationId", u."timeZone", u.longitude, u.latitude
       FROM "Registration" r JOIN "Unit" u ON u.id = r."municipalityId" WHERE r."marathonId" = $1 AND r."countedAt" IS NOT NULL`,
    [found.id],
  );
  await client.query("ALTER TABLE grow_author ADD PRIMARY KEY (n); ANALYZE grow_author");
  return { marathonId: found.id, slug: found.slug, until: found.until, lastNumber: found.last };
}

const streets = ["Мира", "Ленина", "Советская", "Садовая", "Лесная", "Школьная", "Полевая", "Кирова", "Гагарина", "Победы", "Речная", "Зелёная"];
const villages = ["Знаменка", "Никола", "Сорвижи", "Бисерово", "Лойно", "Ухтым", "Калиновское", "Грушевское", "Северное", "Сердеж", "Кугалки", "Кормино"];

async function fillWordings(client: Client, marathonId: string, slug: string, seed: number): Promise<void> {
  const chance = new Chance(`grow:${seed}`);
  const { rows: directions } = await client.query<{ id: string; key: string }>(`SELECT id, key FROM "Direction" WHERE "marathonId" = $1 AND "municipalityId" IS NULL`, [marathonId]);
  const idOf = new Map(directions.map((one) => [one.key, one.id]));
  const rows = allTexts.flatMap((text) => text.wordings.flatMap((wording) => Array.from({ length: placesOfWording }, () => {
    const slots = { street: chance.pick(streets), village: chance.pick(villages), centre: chance.pick(villages), school: String(chance.whole(1, 9)), n: String(chance.whole(2, 9)), year: slug };
    const put = (pattern: string) => fill(pattern, slots);
    return { directionId: idOf.get(text.direction), title: put(wording.title), essence: put(wording.essence), expected: put(wording.expected), place: `${slots.village}, ул. ${slots.street}`, answer: put(text.answers.supported ?? text.answers.beyond ?? "Спасибо, предложение принято.") };
  })));
  await client.query("CREATE TEMP TABLE grow_wording (n int PRIMARY KEY, \"directionId\" uuid, title text, essence text, expected text, place text, answer text)");
  await client.query(
    `INSERT INTO grow_wording SELECT (row_number() OVER () - 1)::int, "directionId", title, essence, expected, place, answer
     FROM json_to_recordset($1::json) AS w("directionId" uuid, title text, essence text, expected text, place text, answer text)`,
    [JSON.stringify(rows)],
  );
  await client.query("ANALYZE grow_wording");
}

async function fillRareWords(client: Client, count: number): Promise<void> {
  await client.query("CREATE TEMP TABLE grow_rare (n int PRIMARY KEY, word text)");
  await client.query("INSERT INTO grow_rare SELECT (ordinality - 1)::int, word FROM unnest($1::text[]) WITH ORDINALITY AS r(word, ordinality)", [Array.from({ length: count }, (_, index) => rareWord(index))]);
  await client.query("ANALYZE grow_rare");
}

interface Batch {
  marathonId: string;
  until: Date;
  lastNumber: number;
  count: number;
  seed: number;
  from: number;
  to: number;
}

/** A uuid of version 7 from an instant and a text, so that indexes grow at their end. */
const idFrom = (at: string, name: string) => `(SELECT (left(h, 8) || '-' || right(h, 4) || '-7' || substr(d, 1, 3) || '-8' || substr(d, 4, 3) || '-' || substr(d, 7, 12))::uuid
  FROM (SELECT lpad(to_hex((extract(epoch FROM ${at}) * 1000)::bigint), 12, '0') AS h, md5(${name}) AS d) AS parts)`;

const pick = (salt: number, among: string) => `((hashint8extended(g, $6::bigint * 16 + ${salt}) & 9223372036854775807) % ${among})::int`;

async function addBatch(client: Client, { marathonId, until, lastNumber, count, seed, from, to }: Batch): Promise<void> {
  await client.query("DROP TABLE IF EXISTS grow_new");
  await client.query(
    `CREATE TEMP TABLE grow_new AS
     WITH sizes AS (SELECT (SELECT count(*) FROM grow_author) AS authors, (SELECT count(*) FROM grow_wording) AS wordings, (SELECT count(*) FROM grow_rare) AS rare),
     span AS (SELECT "startsOn"::timestamptz + interval '8 hours' AS began FROM "Marathon" WHERE id = $1),
     drawn AS (
       SELECT g, date_trunc('milliseconds', began + ($2::timestamptz - began) * (g::float8 / $4)) AS at, ${pick(1, "authors")} AS a, ${pick(2, "wordings")} AS w, ${pick(3, "rare")} AS r,
         ${pick(4, "100")} AS state, ${pick(5, "240")} + 1 AS house, ${pick(6, `${rareOneIn}`)} = 0 AS is_rare, ${pick(7, "2")} = 0 AS is_gathered
       FROM generate_series($5::bigint, $7::bigint) AS g, sizes, span)
     SELECT ${idFrom("d.at", "d.g::text || ':' || $6::text")} AS id, ($3::int + d.g)::int AS number, d.at, d.state, d.house,
       x."personId", x."municipalityId", CASE WHEN d.is_gathered THEN x."organisationId" END AS "originatingId", x."timeZone", x.longitude, x.latitude, b."bodyId", t.*,
       CASE WHEN d.is_rare THEN ' Место у нас называют ' || r.word || '.' ELSE '' END AS rare
     FROM drawn d JOIN grow_author x ON x.n = d.a JOIN grow_wording t ON t.n = d.w JOIN grow_rare r ON r.n = d.r
     JOIN "BodyDirection" b ON b."municipalityId" = x."municipalityId" AND b."directionId" = t."directionId"`,
    [marathonId, until, lastNumber, count, from, seed, to],
  );
  await client.query(`ALTER TABLE grow_new ADD COLUMN status "InitiativeStatus"`);
  await client.query(
    `UPDATE grow_new SET status = (CASE WHEN state < 8 THEN 'submitted' WHEN state < 48 THEN 'inConsideration' WHEN state < 64 THEN 'nominated' WHEN state < 78 THEN 'includedInProgramme'
       WHEN state < 87 THEN 'alreadyUnderWay' WHEN state < 92 THEN 'beyondCompetence' ELSE 'notSupported' END)::"InitiativeStatus"`,
  );
  await client.query(
    `INSERT INTO "Initiative" (id, number, "marathonId", "municipalityId", "consideringId", "originatingId", "directionId", "authorId", "initiatorKind", title, essence, "expectedResult", "placeText",
       longitude, latitude, status, "supportCount", answer, "submittedAt", "dueAt", "decidedAt", "updatedAt")
     SELECT id, number, $1, "municipalityId", "bodyId", "originatingId", "directionId", "personId", 'other', left(replace(title, '{house}', house::text), 106) || ', дом ' || house,
       replace(essence, '{house}', house::text) || ' Лист собрания № ' || number || '.' || rare, replace(expected, '{house}', house::text), place || ', ' || house,
       longitude + (house - 120) / 2000.0, latitude + (number % 240 - 120) / 3000.0, status, CASE WHEN status = 'submitted' THEN 0 ELSE 300 / (1 + (number::bigint * 2654435761 % 1000)) END, CASE WHEN state >= 48 THEN answer END, at,
       CASE WHEN state < 48 THEN at + interval '14 days' END, CASE WHEN state >= 48 THEN at + interval '6 hours' END, at + CASE WHEN state < 8 THEN interval '0' WHEN state < 48 THEN interval '2 hours' ELSE interval '6 hours' END
     FROM grow_new ORDER BY number`,
    [marathonId],
  );
  await addEvents(client);
  await addLedger(client, marathonId);
}

async function addEvents(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO "InitiativeEvent" (id, "initiativeId", kind, visibility, "byId", "byRole", "toStatus", text, at)
     SELECT ${idFrom("n.at + s.later", "n.id::text || s.kind")}, n.id, s.kind, 'public', CASE WHEN s.kind = 'submitted' THEN n."personId" END, s.role,
       coalesce(s.status, n.status), CASE WHEN s.kind = 'decided' THEN n.answer END, n.at + s.later
     FROM grow_new n JOIN (VALUES ('submitted', 0, 'initiator', 'submitted'::"InitiativeStatus", interval '0'), ('accepted', 8, 'workingGroupSecretary', 'inConsideration', interval '2 hours'),
       ('decided', 48, 'workingGroupLead', NULL, interval '6 hours')) AS s(kind, state, role, status, later) ON n.state >= s.state
     ORDER BY n.number`,
  );
}

/** One row at submission, one at the decision; folded at once. */
async function addLedger(client: Client, marathonId: string): Promise<void> {
  const attribution = `(CASE WHEN n."originatingId" IS NULL THEN 'resident' ELSE 'organisation' END)::"Attribution"`;
  await client.query(
    `WITH added AS (
       INSERT INTO "LedgerEntry" ("marathonId", "municipalityId", "organisationId", "directionId", attribution, gross, net, answered, included, at, day, "subjectId", folded)
       SELECT $1, n."municipalityId", n."originatingId", n."directionId", ${attribution}, s.first, s.first, 1 - s.first,
         CASE WHEN s.first = 0 AND n.status IN ('nominated', 'includedInProgramme') THEN 1 ELSE 0 END, n.at + s.later, ((n.at + s.later) AT TIME ZONE n."timeZone")::date, n.id, true
       FROM grow_new n JOIN (VALUES (1, 0, interval '0'), (0, 48, interval '6 hours')) AS s(first, state, later) ON n.state >= s.state
       ORDER BY n.number
       RETURNING "municipalityId", coalesce("organisationId", $2) AS organisation, "directionId", attribution, day, gross, net, answered, included)
     INSERT INTO "LedgerTotal" ("marathonId", "municipalityId", "organisationId", "directionId", attribution, day, users, unconfirmed, gross, net, answered, included)
     SELECT $1, "municipalityId", organisation, "directionId", attribution, day, 0, 0, sum(gross), sum(net), sum(answered), sum(included) FROM added GROUP BY 2, 3, 4, 5, 6
     ON CONFLICT ("marathonId", "municipalityId", day, "directionId", "organisationId", attribution) DO UPDATE SET
       gross = "LedgerTotal".gross + excluded.gross, net = "LedgerTotal".net + excluded.net, answered = "LedgerTotal".answered + excluded.answered, included = "LedgerTotal".included + excluded.included`,
    [marathonId, "00000000-0000-0000-0000-000000000000"],
  );
}

