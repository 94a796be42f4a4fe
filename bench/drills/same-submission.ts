import pg from "pg";
import type { Drill, DrillContext } from "../../scripts/lib/drill-runner.mjs";
import { checkAcknowledged, checkLedger, checkMessages, waitForOutbox } from "../checks";
import { openPlace } from "../crash/place";
import { signInResidents } from "../crew";
import { submitAgain, submitPatiently, withDirections, type Acknowledged } from "../submitting";

export const title: Drill["title"] = "пятьдесят одинаковых подач одновременно делают одну инициативу, и все узнают её номер";

const statedDrafts = 40;
export const smallScale: Drill["smallScale"] = 2 / statedDrafts;
const parallel = 50;

export const run: Drill["run"] = async (context: DrillContext) => {
  const drafts = Math.max(1, Math.round(statedDrafts * context.scale));
  const place = await openPlace(context, 0.05);
  try {
    const writers = await withDirections(place.url, await signInResidents(place.url, place.origin, Math.min(8, drafts)));
    const acknowledged: Acknowledged[] = [];
    const wrong: string[] = [];
    for (let serial = 1; serial <= drafts; serial += 1) {
      const writer = writers[serial % writers.length]!;
      const sending = { origin: place.origin, writer, serial };
      const told = await submitPatiently(sending, parallel);
      const numbers = new Set([told.number, ...(await Promise.all(Array.from({ length: parallel }, async () => await submitAgain(place.origin, writer.cookie, told.id))))]);
      if (numbers.size > 1) wrong.push(`номера разные: ${[...numbers].join(", ")}`);
      acknowledged.push(told);
    }
    const database = new pg.Client({ connectionString: place.url });
    await database.connect();
    try {
      await waitForOutbox(database);
      wrong.push(...(await checkAcknowledged(database, acknowledged)), ...(await checkLedger(database)), ...(await checkMessages(database, acknowledged)));
    } finally {
      await database.end();
    }
    return { ok: wrong.length === 0, result: [`черновиков ${drafts}, одинаковых подач ${drafts * parallel * 2}`, ...wrong].join("; ") };
  } finally {
    await place.stop();
  }
};
