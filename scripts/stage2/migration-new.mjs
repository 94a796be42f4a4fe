// npm run migration -- <name>    writes prisma/migrations/<time>_<name> from what prisma/schema has beyond the migrations
// npm run migration -- --check   ends with 1 when the two differ
import fs from "node:fs";
import path from "node:path";
import { migrate } from "../lib/migrate.mjs";
import { migrationsFolder, readMigrations } from "../lib/migrations-folder.mjs";
import { differenceFromSchema } from "../lib/schema-diff.mjs";
import { withScratchDatabase } from "../lib/scratch.mjs";
import { Refusal, say, show } from "../lib/say.mjs";

export default async function main([name]) {
  if (!name) throw new Refusal("Как назвать миграцию? Например: npm run migration -- add-hotline");
  const checking = name === "--check";
  if (!checking && !/^[a-z0-9][a-z0-9_-]*$/.test(name)) throw new Refusal("Имя миграции: латинские строчные буквы, цифры и дефис.");
  const { sql, kept } = await withScratchDatabase(async (url) => {
    await migrate(url);
    return differenceFromSchema(url);
  });
  if (kept.length) say(`Написано в миграциях руками, Prisma этого не выражает и не сравнивает: ${kept.join(", ")}`);
  if (!sql) return say("Схема и миграции совпадают");
  if (checking) {
    show(sql);
    throw new Refusal("Схема и миграции расходятся. Создайте миграцию: npm run migration -- <имя>");
  }
  say(`Создана ${write(name, sql)}`);
}

function write(name, sql) {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const last = readMigrations().at(-1)?.name ?? "";
  const title = `${stamp}_${name.replaceAll("-", "_")}`;
  if (title <= last) throw new Refusal(`Последняя миграция ${last} из будущего: проверьте часы.`);
  const folder = path.join(migrationsFolder, title);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "migration.sql"), `${sql}\n`);
  const lockfile = path.join(migrationsFolder, "migration_lock.toml");
  if (!fs.existsSync(lockfile)) fs.writeFileSync(lockfile, '# Prisma reads here which database the migrations are for.\nprovider = "postgresql"\n');
  return path.relative(process.cwd(), path.join(folder, "migration.sql"));
}
