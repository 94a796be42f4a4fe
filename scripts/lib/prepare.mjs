// What a start and a development server do alike before the server: settings, folder, database, migrations, demonstration, secret.
import fs from "node:fs";
import path from "node:path";
import { generateClient } from "./build.mjs";
import { demoIsDue, loadDemo, loadDemoAside } from "./demo.mjs";
import { freeMegabytes } from "./disk.mjs";
import { openEmbeddedDatabase } from "./embedded-database.mjs";
import { issueFirstRunCode, readInstallation } from "./installation.mjs";
import { tryLock, unlock } from "./lock.mjs";
import { migrate } from "./migrate.mjs";
import { Refusal, say } from "./say.mjs";
import { sessionSecret } from "./secrets.mjs";
import { endOrphan } from "./server-process.mjs";
import { checkDatabase, checkPort, readSettings } from "./settings.mjs";
import { atEnd } from "./stopping.mjs";

const neededMegabytes = 300;

/**
 * @param args of the command line
 * @returns settings; url of the migrated database; installation: what is in it; secret; code for the first run where it is empty
 */
export async function prepare(args) {
  const settings = readSettings(args);
  takeFolder(settings);
  await endOrphan(settings.dataFolder);
  await checkPort(settings);
  const { url, embedded } = await openDatabase(settings);
  await migrate(url);
  const installation = await prepareInstallation(settings, url, embedded);
  const secret = sessionSecret(settings.dataFolder, settings);
  const code = installation.hasPeople ? null : await issueFirstRunCode(url);
  return { settings, url, installation, secret, code };
}

/** One start a data folder; the mark of a killed one holds nobody up. */
function takeFolder({ dataFolder, publicUrl }) {
  fs.mkdirSync(dataFolder, { recursive: true });
  const free = freeMegabytes(dataFolder);
  if (free < neededMegabytes) throw new Refusal(`На диске с папкой ${dataFolder} свободно ${free} МБ, а нужно хотя бы ${neededMegabytes}. Освободите место и запустите ещё раз.`);
  const lock = path.join(dataFolder, "start.lock");
  const owner = tryLock(lock, { address: publicUrl });
  if (owner) throw new Refusal(`Уже запущено: ${owner.address} (процесс ${owner.pid}). Остановите его Ctrl-C в его окне или командой: kill ${owner.pid}`);
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
