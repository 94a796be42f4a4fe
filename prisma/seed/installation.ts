import type { Client } from "pg";

/** Refuses a database that somebody works with: the demonstration is for an empty one. */
export async function assertEmpty(client: Client): Promise<void> {
  const { rows } = await client.query<{ busy: boolean }>(`SELECT EXISTS (SELECT FROM "Unit") OR EXISTS (SELECT FROM "Person") AS busy`);
  if (rows[0]?.busy) throw new Error("База данных не пуста: демонстрация загружается только в пустую.");
}

/**
 * Marks the installation as a demonstration; there is no first administrator to create any more, and nobody is asked for
 * the second factor: its accounts and their passwords are printed for everybody.
 */
export async function markInstallation(client: Client, now: Date): Promise<void> {
  await client.query(
    `INSERT INTO "Installation" ("id", "demoLoadedAt", "secondFactorOptional", "createdAt") VALUES ('self', $1, true, $1)
     ON CONFLICT ("id") DO UPDATE SET "demoLoadedAt" = excluded."demoLoadedAt", "secondFactorOptional" = true, "firstRunCodeHash" = NULL`,
    [now],
  );
}
