// npm run restore -- <folder> [--force]: a backup into an empty installation, or with --force in place of what is there.
import path from "node:path";
import pg from "pg";
import { openDatabase } from "../lib/open-database.mjs";
import { checkBackup, clearDatabase, isEmptyDatabase, restoreDatabase, restoreFiles } from "../lib/restore.mjs";
import { Refusal, say } from "../lib/say.mjs";
import { runToEnd } from "../lib/stopping.mjs";

export default (args) => runToEnd(() => restore(args));

async function restore(args) {
  const force = args.includes("--force");
  const [folder] = args.filter((arg) => arg !== "--force");
  if (!folder) throw new Refusal("Какую копию восстановить? Например: npm run restore -- .data/backups/2026-03-01T10-00-00");
  const from = path.resolve(process.env.INIT_CWD ?? ".", folder);
  const manifest = await checkBackup(from);
  say(`Копия от ${new Date(manifest.takenAt).toLocaleString("ru-RU")} цела`);
  const { url, embedded, dataFolder } = await openDatabase({ what: "восстанавливается резервная копия", alone: true });
  if (!force && !(await isEmptyDatabase(url))) throw new Refusal("В базе уже есть данные. Восстановите в пустую (DATA_DIR или DATABASE_URL) или замените их: добавьте --force");
  if (embedded) await aside(embedded, (draft) => restoreDatabase({ from, manifest, url: draft }));
  else {
    await clearDatabase(url);
    await restoreDatabase({ from, manifest, url });
  }
  restoreFiles({ from, dataFolder });
  say("Восстановлено. Запустить: npm start");
}

/** Into a new database that takes the old one's place when it is whole: a restore cut short changes nothing. */
async function aside(embedded, work) {
  const client = new pg.Client({ connectionString: embedded.urlOf("postgres") });
  await client.connect();
  try {
    await client.query("DROP DATABASE IF EXISTS dialog_restore WITH (FORCE)");
    await client.query("CREATE DATABASE dialog_restore");
    await work(embedded.urlOf("dialog_restore"));
    await client.query("DROP DATABASE IF EXISTS dialog WITH (FORCE)");
    await client.query("ALTER DATABASE dialog_restore RENAME TO dialog");
  } finally {
    await client.end();
  }
}
