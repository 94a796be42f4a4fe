// A database to try things on: in a folder of its own, without a care for power cuts, gone when the work is done.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { openEmbeddedDatabase } from "./embedded-database.mjs";
import { underLock } from "./lock.mjs";
import { inRoot } from "./paths.mjs";
import { say } from "./say.mjs";

/** @param work receives the address of an empty database */
export function withScratchDatabase(work) {
  const folder = inRoot(".data", "scratch");
  return underLock(`${folder}.lock`, (owner) => say(`Ждём: черновую базу занял процесс ${owner.pid}`), async () => {
    const database = await openEmbeddedDatabase({ folder, durable: false });
    const name = `scratch_${randomBytes(4).toString("hex")}`;
    const admin = new pg.Client({ connectionString: database.url });
    try {
      await admin.connect();
      await admin.query(`CREATE DATABASE ${name}`);
      return await work(database.urlOf(name));
    } finally {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).catch(() => {});
      await admin.end();
      await database.stop();
    }
  });
}
