// Secrets that nobody should have to invent: made once, kept beside the data, readable by the owner alone.
import fs from "node:fs";
import path from "node:path";
import { randomBytes } from "node:crypto";
import { readMark, writeWhole } from "./lock.mjs";
import { Refusal, say } from "./say.mjs";

/** @returns NEXTAUTH_SECRET of the environment, or the one kept in the data folder */
export function sessionSecret(dataFolder, { databaseUrl }, env = process.env) {
  if (env.NEXTAUTH_SECRET) {
    if (env.NEXTAUTH_SECRET.length < 32) throw new Refusal("NEXTAUTH_SECRET короче 32 знаков. Возьмите, например, вывод команды: openssl rand -base64 48");
    return env.NEXTAUTH_SECRET;
  }
  const file = path.join(dataFolder, "secrets.json");
  const kept = readMark(file);
  if (fs.existsSync(file) && !kept?.NEXTAUTH_SECRET) throw new Refusal(`Файл ${file} испорчен. Верните его из копии или удалите: тогда всем придётся войти заново.`);
  const secret = kept?.NEXTAUTH_SECRET ?? randomBytes(48).toString("base64url");
  if (!kept) writeWhole(file, `${JSON.stringify({ NEXTAUTH_SECRET: secret }, null, 2)}\n`, 0o600);
  if (!kept && databaseUrl) say(`NEXTAUTH_SECRET не задан: создан и хранится в ${file}. Если серверов несколько, задайте им общий`);
  return secret;
}
