// What the database says about this installation: whether it is empty, whether the demonstration is in it, how it was begun.
import { createHash, randomInt } from "node:crypto";
import pg from "pg";

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @returns demoLoaded, begunEmpty: a first-run code was given out, hasPeople, hasUnits */
export function readInstallation(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`
      SELECT (SELECT "demoLoadedAt" IS NOT NULL FROM "Installation" WHERE id = 'self') AS "demoLoaded",
             (SELECT "firstRunCodeHash" IS NOT NULL FROM "Installation" WHERE id = 'self') AS "begunEmpty",
             EXISTS (SELECT 1 FROM "Person") AS "hasPeople", EXISTS (SELECT 1 FROM "Unit") AS "hasUnits"`);
    const { demoLoaded, begunEmpty, hasPeople, hasUnits } = rows[0];
    return { demoLoaded: Boolean(demoLoaded), begunEmpty: Boolean(begunEmpty), hasPeople, hasUnits };
  });
}

export function markDemoLoaded(url, now) {
  return withClient(url, (client) =>
    client.query(`INSERT INTO "Installation" (id, "demoLoadedAt") VALUES ('self', $1) ON CONFLICT (id) DO UPDATE SET "demoLoadedAt" = $1, "firstRunCodeHash" = NULL`, [now]),
  );
}

const alphabet = "abcdefghjkmnpqrstuvwxyz23456789"; // without what looks alike on a console

export const hashOfCode = (code) => createHash("sha256").update(code).digest("hex");

/** A new code each time: only its hash is kept, so an old one cannot be shown again. @returns the code, 12 characters, lower case */
export async function issueFirstRunCode(url) {
  const code = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join("");
  await withClient(url, (client) =>
    client.query(`INSERT INTO "Installation" (id, "firstRunCodeHash") VALUES ('self', $1) ON CONFLICT (id) DO UPDATE SET "firstRunCodeHash" = $1`, [hashOfCode(code)]),
  );
  return code;
}
