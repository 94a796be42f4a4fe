import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { log } from "@/platform/log";
import type { silentActions } from "../../../lifecycle";
import { moveObjection } from "../../objection/server/repo";
import { obstacleOf } from "../../rules";
import { changedMeanwhile } from "../../server/conflict";
import { findConsidered } from "../../server/repo";
import { move, type Moving } from "../../server/step";
import * as repo from "./repo";

const batch = 200;

/** An objection that a tier left without an answer goes up one more, with a term of its own there. Out: how many did. */
export async function raiseOverdueObjections(now: Date): Promise<number> {
  return await each(async (db) => await repo.findOverdueObjections(db, now, batch), async (db, { id, toUnitId }) => {
    const moving = await openFor(db, id, "raiseObjection", now);
    if (!moving) return false;
    await move(moving, "raiseObjection", null, { objectionAtId: toUnitId }, { kind: "objectionRaised", visibility: "public", data: { toUnitId } });
    await moveObjection(db, id, toUnitId);
    return true;
  });
}

/** What a moderator returned and its author didn't touch: a reminder with as much time once more, then it is closed; an appeal comes back to the moderator. Out: how many. */
export async function settleSilent(now: Date): Promise<number> {
  return await each(async (db) => await repo.findSilent(db, now, batch), async (db, { id, isReminded, isAppeal }) => {
    const action = !isReminded ? "remind" : isAppeal ? "bringBack" : "lapse";
    const moving = await openFor(db, id, action, now);
    if (!moving) return false;
    if (action === "lapse") await move(moving, "lapse", "withdrawn", {}, { kind: "lapsed", visibility: "author" });
    else if (action === "bringBack") await move(moving, "bringBack", "submitted", {}, { kind: "broughtBack", visibility: "author" });
    else await move(moving, "remind", null, { remindedAt: now }, { kind: "reminded", visibility: "author" });
    return true;
  });
}

/** Null when somebody was there meanwhile. */
async function openFor(db: Db, id: string, action: (typeof silentActions)[number], now: Date): Promise<Moving | null> {
  const row = await findConsidered(db, { id });
  return row && obstacleOf(action, row, now) === null ? { db, row, by: { byId: null, byRole: null, at: now } } : null;
}

/** Each in a transaction of its own: what somebody was quicker with is left to them, what fails holds up nothing else. */
async function each<Row extends { readonly id: string }>(find: (db: Db) => Promise<readonly Row[]>, act: (db: Db, row: Row) => Promise<boolean>): Promise<number> {
  let all = 0;
  for (let moved = batch; moved === batch; ) {
    moved = 0;
    for (const row of await transaction(find)) moved += await one(row);
    all += moved;
  }
  return all;

  async function one(row: Row): Promise<0 | 1> {
    try {
      let isMoved = false;
      await changedMeanwhile(async () => void (isMoved = await transaction(async (db) => await act(db, row))));
      return isMoved ? 1 : 0;
    } catch (error) {
      log.error({ err: error, initiative: row.id }, "overdue step failed");
      return 0;
    }
  }
}
