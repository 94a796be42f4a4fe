// prisma/migrations/<name>/migration.sql, read once, with the checksum that Prisma keeps in _prisma_migrations.
import fs from "node:fs";
import path from "node:path";
import { createHash } from "node:crypto";
import { inRoot } from "./paths.mjs";

export const migrationsFolder = inRoot("prisma", "migrations");

/** @returns in order of application: name, sql, checksum */
export function readMigrations(folder = migrationsFolder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(folder, entry.name, "migration.sql")))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** One digest over all of them: what a template database was made from. */
export const digestOf = (migrations) => createHash("sha256").update(migrations.map(({ checksum }) => checksum).join()).digest("hex").slice(0, 16);

/** As the schema engine takes the list. */
export function asMigrationList(migrations, folder = migrationsFolder) {
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({ path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } } })),
  };
}
