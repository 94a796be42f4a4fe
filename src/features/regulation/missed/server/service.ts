import * as z from "zod";
import type { Actor } from "@/access/actor";
import { visible } from "@/access/policy";
import { missedTerm } from "@/access/rules/regulation";
import type { Db } from "@/platform/db/client";
import { announce } from "@/platform/events/outbox";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import { termMissed } from "../../events";
import { termFor } from "../../rules";
import { regulationOf } from "../../server/service";
import type { Missed, MissedList } from "../schema";
import * as repo from "./repo";

/** What ran out longer ago is put on the list and told to nobody: a platform that was down for weeks floods no one. */
const newsDays = 7;

/**
 * Up to the next tier, once for each term, within the transaction of `db`. The same term found again by another process or at the
 * next run changes nothing. Out: was it new?
 */
export async function raiseMissed(db: Db, missed: Missed, now: Date): Promise<boolean> {
  const { terms, office } = await regulationOf(db, missed.marathonId, missed.municipalityId, now);
  const { goesUpTo } = termFor(terms, missed.subject);
  const missedId = await repo.insertMissed(db, missed, goesUpTo, now);
  if (missedId === null) return false;
  const isNews = now.getTime() - missed.dueAt.getTime() < newsDays * 86_400_000;
  if (goesUpTo !== null && isNews) await announce(db, termMissed, { ...missed, missedId, dueAt: missed.dueAt.toISOString(), wentUpTo: goesUpTo, zone: office.zone }, { at: now, actorId: null });
  return true;
}

const position = z.object({ at: z.iso.datetime(), id: z.uuid() });

/** Those that went up to the asker, or that the asker's own group missed; newest first. */
export async function listMissed(db: Db, actor: Actor, { cursor, limit }: { cursor?: string | null | undefined; limit: number }): Promise<MissedList> {
  const may = visible(missedTerm, actor, "read");
  const page = toPage(await repo.listMissed(db, may, cursor ? decodeCursor(position, cursor) : null, limit), limit, ({ at, id }) => ({ at: at.toISOString(), id }));
  return { rows: page.rows.map(({ at: _, ...row }) => row), next: page.next, open: await repo.countOpen(db, may) };
}

export async function countOpenMissed(db: Db, actor: Actor): Promise<number> {
  return await repo.countOpen(db, visible(missedTerm, actor, "read"));
}
