import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Drill, DrillContext } from "../../scripts/lib/drill-runner.mjs";
import { chanceOf } from "../chance";
import { checkAcknowledged, checkLedger, checkMessages, waitForOutbox } from "../checks";
import { openPlace } from "../crash/place";
import { signInResidents } from "../crew";
import { submitAgain, submitPatiently, withDirections, type Acknowledged } from "../submitting";

export const title: Drill["title"] = "приложение и базу убивают kill -9, пока люди подают инициативы: каждая подтверждённая есть, ни одной дважды";

const statedSize = 10_000;
/** thirty submissions in `npm test` */
export const smallScale: Drill["smallScale"] = 30 / statedSize;
const people = 24;
const atATime = 12;

export const run: Drill["run"] = async (context: DrillContext) => {
  const wanted = Math.max(2, Math.round(statedSize * context.scale));
  const chance = chanceOf(context.seed);
  const place = await openPlace(context, 0.05);
  try {
    const writers = await withDirections(place.url, await signInResidents(place.url, place.origin, people));
    const acknowledged: Acknowledged[] = [];
    let begun = 0;
    const crashes = { server: 0, database: 0 };
    // half is kept back until both have been killed once: the smallest exercise, too, goes on after either
    const first = Math.max(atATime, Math.round(wanted / 2));
    const work = async (): Promise<void> => {
      while (begun < wanted) {
        if (begun >= first && (crashes.server === 0 || crashes.database === 0)) {
          await wait(5);
          continue;
        }
        const serial = (begun += 1);
        acknowledged.push(await submitPatiently({ origin: place.origin, writer: writers[serial % writers.length]!, serial }));
      }
    };
    const working = Promise.all(Array.from({ length: Math.min(atATime, wanted) }, work));
    let isOver = false;
    const over = working.then(() => void (isOver = true), () => void (isOver = true));

    const planned = Array.from({ length: Math.max(2, Math.round(wanted / 100)) }, (_, index) => chance.whole(0, index < 2 ? first - atATime : wanted - 1)).toSorted((a, b) => a - b);
    for (const [index, moment] of planned.entries()) {
      while (acknowledged.length < moment && !isOver) await wait(2);
      if (isOver) break;
      await wait(chance.whole(0, 60));
      // the first two are one of each, so that even the smallest exercise has both
      const part = index < 2 ? (["database", "server"] as const)[index]! : chance.pick(["database", "server"] as const);
      crashes[part] += 1;
      await (part === "server" ? place.crashServer() : place.crashDatabase());
      context.report(`подтверждено ${acknowledged.length} из ${wanted}, сбой: ${part === "server" ? "приложение" : "база"}`);
    }
    await over;
    await working;

    // who asks again is told the same number
    const wrong: string[] = [];
    for (const { id, number, authorId } of acknowledged.slice(0, 20)) {
      const again = await submitAgain(place.origin, writers.find(({ personId }) => personId === authorId)!.cookie, id);
      if (again !== number) wrong.push(`номер ${number} стал ${again}`);
    }
    const database = new pg.Client({ connectionString: place.url });
    await database.connect();
    try {
      await waitForOutbox(database);
      wrong.push(...(await checkAcknowledged(database, acknowledged)), ...(await checkLedger(database)), ...(await checkMessages(database, acknowledged)));
      const { rows } = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM "Initiative" WHERE title LIKE 'Поставить скамейки у дома %'`);
      if (rows[0]?.n !== wanted) wrong.push(`инициатив ${rows[0]?.n} вместо ${wanted}`);
    } finally {
      await database.end();
    }
    const told = `подано ${wanted}, подтверждено ${acknowledged.length}, сбоев приложения ${crashes.server}, базы ${crashes.database}`;
    return { ok: wrong.length === 0 && acknowledged.length === wanted && crashes.server > 0 && crashes.database > 0, result: [told, ...wrong].join("; ") };
  } finally {
    await place.stop();
  }
};
