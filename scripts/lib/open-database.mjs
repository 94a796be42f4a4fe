// The database of this installation for a command that comes beside a running server or instead of it.
import fs from "node:fs";
import path from "node:path";
import { openEmbeddedDatabase } from "./embedded-database.mjs";
import { tryLock, unlock } from "./lock.mjs";
import { dataFolder as folderOf } from "./paths.mjs";
import { Refusal } from "./say.mjs";
import { checkDatabase, readSettings } from "./settings.mjs";
import { atEnd } from "./stopping.mjs";

/**
 * @param what the command is doing, for whoever starts the server meanwhile
 * @param alone refuses beside a running server
 * @returns url; embedded or null; dataFolder
 */
export async function openDatabase({ what, alone = false }) {
  const { databaseUrl } = readSettings([]);
  const dataFolder = folderOf();
  fs.mkdirSync(dataFolder, { recursive: true });
  const lock = path.join(dataFolder, "start.lock");
  const owner = tryLock(lock, { address: what });
  if (owner && alone) throw new Refusal(`Сначала остановите то, что работает: ${owner.address} (процесс ${owner.pid}).`);
  if (!owner) atEnd(() => unlock(lock));
  if (databaseUrl) {
    await checkDatabase(databaseUrl);
    return { url: databaseUrl, embedded: null, dataFolder };
  }
  const embedded = await openEmbeddedDatabase({ folder: path.join(dataFolder, "postgres") });
  if (!owner) atEnd(() => embedded.stop()); // the server's own database is the server's to stop
  return { url: embedded.url, embedded, dataFolder };
}
