import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Drill, DrillContext } from "../../scripts/lib/drill-runner.mjs";
import { attachPhoto, checkFiles } from "../attaching";
import { checkAcknowledged, checkLedger } from "../checks";
import { openPlace } from "../crash/place";
import { signInResidents } from "../crew";
import { live } from "../live";
import { submitPatiently, withDirections, type Acknowledged } from "../submitting";

export const title: Drill["title"] = "копия, снятая под работой, восстанавливается целой: всё подтверждённое до неё есть, начатого после неё нет";

const statedSize = 1_000;
export const smallScale: Drill["smallScale"] = 0.05;
const atATime = 12;
/** of how many submissions one goes with a photo beside it */
const filesEvery = 3;
const silent = (): void => undefined;

export const run: Drill["run"] = async (context: DrillContext) => {
  const { takeBackup } = await live("backup");
  const { checkBackup, restoreDatabase, restoreFiles } = await live("restore");
  let wanted = Math.max(12, Math.round(statedSize * context.scale));
  const place = await openPlace(context, 0.05);
  try {
    const writers = await withDirections(place.url, await signInResidents(place.url, place.origin, 24));
    const acknowledged: Acknowledged[] = [];
    const attached: string[] = [];
    const startedAt = new Map<string, number>();
    let begun = 0;
    let isCopied = false;
    const work = async (): Promise<void> => {
      while (begun < wanted || !isCopied) {
        const serial = (begun += 1);
        const at = performance.now();
        const told = await submitPatiently({ origin: place.origin, writer: writers[serial % writers.length]!, serial });
        startedAt.set(told.id, at);
        acknowledged.push(told);
        if (serial % filesEvery === 0) attached.push(await attachPhoto({ origin: place.origin, writer: writers[serial % writers.length]!, serial }));
      }
    };
    const working = Promise.all(Array.from({ length: atATime }, work));
    working.catch(() => undefined); // heard of where it is awaited
    while (acknowledged.length < wanted / 3 || attached.length === 0) await wait(2);
    const before = [...acknowledged];
    const filesBefore = [...attached];
    const to = path.join(context.folder, "copy");
    await takeBackup({ url: place.url, dataFolder: place.dataFolder, to, report: silent });
    const endedAt = performance.now();
    // somebody works while it is taken and afterwards, however slow it was
    wanted = Math.max(wanted, begun + atATime);
    isCopied = true;
    const duringCopy = acknowledged.length - before.length;
    await working;
    const after = acknowledged.filter(({ id }) => (startedAt.get(id) ?? 0) > endedAt);
    context.report(`до копии ${before.length}, пока снималась ${duringCopy}, после ${after.length}`);

    const wrong: string[] = [];
    const url = await createBeside(place.url, "restored");
    const dataFolder = path.join(context.folder, "restored");
    mkdirSync(dataFolder, { recursive: true });
    await restoreDatabase({ from: to, manifest: await checkBackup(to), url, report: silent });
    restoreFiles({ from: to, dataFolder });

    const database = new pg.Client({ connectionString: url });
    await database.connect();
    try {
      wrong.push(...(await checkAcknowledged(database, before)), ...(await checkLedger(database)), ...(await checkFiles(database, dataFolder, filesBefore)));
      const { rows } = await database.query<{ later: number; bare: number; number: number }>(
        `SELECT (SELECT count(*)::int FROM "Initiative" WHERE id = ANY ($1)) AS later, (SELECT max(number) FROM "Initiative") AS number,
           (SELECT count(*)::int FROM "Initiative" i WHERE NOT EXISTS (SELECT 1 FROM "InitiativeEvent" e WHERE e."initiativeId" = i.id)) AS bare`,
        [after.map(({ id }) => id)],
      );
      const [found] = rows;
      if (found?.later !== 0) wrong.push(`в копии ${found?.later} из начатых после неё`);
      if (found?.bare !== 0) wrong.push(`инициатив без истории ${found?.bare}`);
      const restored = await place.serve(url, dataFolder);
      const told = await submitPatiently({ origin: restored.origin, writer: writers[0]!, serial: wanted + 1 });
      await restored.stop();
      if (told.number <= (found?.number ?? 0)) wrong.push(`номер ${told.number} уже был`);
    } finally {
      await database.end();
    }
    if (!(await isRefusedWhenSpoilt(to))) wrong.push("испорченная копия принята за целую");
    return { ok: wrong.length === 0 && after.length > 0, result: [`файлов ${attached.length}, до копии ${filesBefore.length}; подано ${acknowledged.length}: до копии ${before.length}, пока снималась ${duringCopy}, после неё начато ${after.length}`, ...wrong].join("; ") };
  } finally {
    await place.stop();
  }
};

async function createBeside(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}

/** One byte changed. */
async function isRefusedWhenSpoilt(from: string): Promise<boolean> {
  const { checkBackup } = await live("restore");
  const manifest = (await checkBackup(from)) as { readonly tables: readonly { readonly file: string; readonly rows: number }[] };
  const [largest] = manifest.tables.toSorted((a, b) => b.rows - a.rows);
  const file = path.join(from, largest?.file ?? "");
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  return await checkBackup(from).then(() => false, () => true);
}
