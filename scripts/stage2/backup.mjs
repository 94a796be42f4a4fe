// npm run backup [-- <folder>]: a copy of the database and the files, beside a running server or without it.
import fs from "node:fs";
import path from "node:path";
import { takeBackup } from "../lib/backup.mjs";
import { openDatabase } from "../lib/open-database.mjs";
import { Refusal, say } from "../lib/say.mjs";
import { runToEnd } from "../lib/stopping.mjs";

export default (args) => runToEnd(() => backup(args));

async function backup([target]) {
  const now = new Date();
  const { url, dataFolder } = await openDatabase({ what: "снимается резервная копия" });
  const to = path.resolve(process.env.INIT_CWD ?? ".", target ?? path.join(dataFolder, "backups", now.toISOString().slice(0, 19).replaceAll(":", "-")));
  if (fs.existsSync(to)) throw new Refusal(`Папка ${to} уже есть: назовите новую.`);
  await takeBackup({ url, dataFolder, to, now });
  say(`Резервная копия готова: ${to}`);
  say("В ней персональные данные: храните её так же строго, как базу. Секреты (secrets.json) в неё не входят");
}
