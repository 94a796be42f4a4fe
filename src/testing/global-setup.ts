import pg from "pg";
import type { TestProject } from "vitest/node";
import { openEmbeddedDatabase } from "../../scripts/lib/embedded-database.mjs";
import { tryLock, unlock } from "../../scripts/lib/lock.mjs";
import { migrate } from "../../scripts/lib/migrate.mjs";
import { inRoot } from "../../scripts/lib/paths.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** the test server's maintenance database */
    adminUrl: string;
    /** database with all migrations, to be cloned */
    template: string;
  }
}

/** One PostgreSQL for all test files, without a care for power cuts; each file clones the migrated template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { folder, release } = takeFolder();
  const database = await openEmbeddedDatabase({ folder, durable: false });
  const template = `template_${process.pid}`;
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await dropLeftovers(admin);
  await admin.query(`CREATE DATABASE ${template}`);
  await migrate(database.urlOf(template), { report: () => {} });
  project.provide("adminUrl", database.url);
  project.provide("template", template);
  return async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await admin.end();
    await database.stop();
    release();
  };
}

/** Two runs at once would drop each other's databases: each has a folder to itself. */
function takeFolder(): { folder: string; release: () => void } {
  for (let number = 1; ; number++) {
    const folder = inRoot(".data", number === 1 ? "vitest" : `vitest-${number}`);
    if (!tryLock(`${folder}.lock`)) return { folder, release: () => unlock(`${folder}.lock`) };
  }
}

/** Of runs that were killed. */
async function dropLeftovers(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>("SELECT datname AS name FROM pg_database WHERE datname ~ '^(template|test)_[0-9a-z_]+$'");
  for (const { name } of rows) await admin.query(`DROP DATABASE IF EXISTS ${admin.escapeIdentifier(name)} WITH (FORCE)`);
}
