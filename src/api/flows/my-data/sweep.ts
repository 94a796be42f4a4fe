import { clock } from "@/platform/clock";
import { db as root } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { defineJob } from "@/platform/jobs";
import { releaseAppeals } from "./appeals";
import { eraseEverywhere } from "./erase";
import { subjectOf } from "./subject";

const days = 3;

/** What was on its way while its person was being erased – a draft saved in another window – goes the night after. Out: how many people were looked at. */
export async function sweepErased(now: Date): Promise<number> {
  const erased = await root.person.findMany({ where: { erasedAt: { gt: new Date(now.getTime() - days * 24 * 60 * 60 * 1000) } }, select: { id: true } });
  for (const { id } of erased) await transaction(async (db) => await eraseEverywhere(db, await subjectOf(db, id), now), { timeout: 60_000 });
  return erased.length;
}

export const erasureSweep = defineJob("people.sweepErased", { cron: "40 3 * * *", handler: async () => void (await sweepErased(clock.now())) });

/** Appeals whose keeping is over, and what still led to their authors, go. Out: how many people they were of. */
export async function endKeeping(now: Date): Promise<number> {
  return await transaction(async (db) => {
    const ids = await releaseAppeals(db, now);
    for (const id of ids) await eraseEverywhere(db, await subjectOf(db, id), now);
    return ids.length;
  }, { timeout: 60_000 });
}

export const keepingEnd = defineJob("people.endKeeping", { cron: "50 3 * * *", handler: async () => void (await endKeeping(clock.now())) });
