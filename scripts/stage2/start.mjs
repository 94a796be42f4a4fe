// npm start, second stage: settings, database, migrations, demonstration, build, server; and back in the opposite order.
import fs from "node:fs";
import path from "node:path";
import { buildForProduction, generateClient } from "../lib/build.mjs";
import { demoIsDue, loadDemo, loadDemoAside } from "../lib/demo.mjs";
import { freeMegabytes } from "../lib/disk.mjs";
import { openEmbeddedDatabase } from "../lib/embedded-database.mjs";
import { issueFirstRunCode, readInstallation } from "../lib/installation.mjs";
import { tryLock, unlock, writeWhole } from "../lib/lock.mjs";
import { migrate } from "../lib/migrate.mjs";
import { Refusal, say } from "../lib/say.mjs";
import { sessionSecret } from "../lib/secrets.mjs";
import { endOrphan, serverEnvironment, startServer } from "../lib/server-process.mjs";
import { checkDatabase, checkPort, readSettings } from "../lib/settings.mjs";
import { atEnd, isEnding, runToEnd } from "../lib/stopping.mjs";
import { welcome } from "../lib/welcome.mjs";

const neededMegabytes = 300;

export default (args) => runToEnd(() => start(args));

async function start(args) {
  const settings = readSettings(args);
  takeFolder(settings);
  await endOrphan(settings.dataFolder);
  await checkPort(settings);
  const { url, embedded } = await openDatabase(settings);
  await migrate(url);
  const installation = await prepareInstallation(settings, url, embedded);
  const secret = sessionSecret(settings.dataFolder, settings);
  const env = serverEnvironment({ url, settings, secret, demoLoaded: installation.demoLoaded });
  await buildForProduction(env);
  const { child, address } = await startServer(env);
  writeWhole(path.join(settings.dataFolder, "address"), settings.publicUrl);
  const code = installation.hasPeople ? null : await issueFirstRunCode(url);
  say(`Сервер работает: ${address}`);
  welcome({ settings, installation, code });
  const { code: exitCode, signal } = await child.ended;
  if (isEnding()) return 0;
  throw new Refusal(`Сервер остановился сам (${signal ?? `код ${exitCode}`}). Запустите ещё раз; если повторится, смотрите вывод выше.`);
}

/** One start a data folder; the mark of a killed one holds nobody up. */
function takeFolder({ dataFolder, port }) {
  fs.mkdirSync(dataFolder, { recursive: true });
  const free = freeMegabytes(dataFolder);
  if (free < neededMegabytes) throw new Refusal(`На диске с папкой ${dataFolder} свободно ${free} МБ, а нужно хотя бы ${neededMegabytes}. Освободите место и запустите ещё раз.`);
  const lock = path.join(dataFolder, "start.lock");
  const owner = tryLock(lock, { port });
  if (owner) {
    const address = fs.existsSync(path.join(dataFolder, "address")) ? fs.readFileSync(path.join(dataFolder, "address"), "utf8") : `порт ${owner.port}`;
    throw new Refusal(`Уже запущено: ${address} (процесс ${owner.pid}). Остановите его Ctrl-C в его окне или командой: kill ${owner.pid}`);
  }
  fs.rmSync(path.join(dataFolder, "address"), { force: true });
  atEnd(() => unlock(lock));
}

async function openDatabase({ databaseUrl, dataFolder }) {
  if (databaseUrl) {
    await checkDatabase(databaseUrl);
    say("База данных: DATABASE_URL");
    return { url: databaseUrl, embedded: null };
  }
  const embedded = await openEmbeddedDatabase({ folder: path.join(dataFolder, "postgres") });
  atEnd(async () => {
    await embedded.stop();
    say("База данных остановлена");
  });
  say(embedded.wasRunning ? "База данных уцелела после прошлого запуска и снова в деле" : "База данных запущена");
  return { url: embedded.url, embedded };
}

/** Loads the demonstration where it is due. @returns what the database says afterwards */
async function prepareInstallation(settings, url, embedded) {
  const before = await readInstallation(url);
  if (!demoIsDue(settings, before)) return before;
  say("Загружаем демонстрацию");
  await generateClient();
  if (embedded) await loadDemoAside(embedded, settings);
  else await loadDemo({ url, dataFolder: settings.dataFolder });
  say("Демонстрация загружена");
  return readInstallation(url);
}
