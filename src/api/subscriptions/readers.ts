import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { initiativeMoved, initiativeNewsDue } from "@/features/initiatives/events";
import { isPublicStep, nextReaders } from "@/features/initiatives/following/server/service";
import { publicNumber, type InitiativeStatus } from "@/features/initiatives/rules";
import type { LifecycleAction, Told } from "@/features/initiatives/lifecycle";
import type { NotificationKind } from "@/features/messages/schema";
import { findAuthors, findInitiative, notify } from "@/features/messages/server/service";
import type { Db } from "@/platform/db/client";
import { subscribeAfter } from "@/platform/events/event";
import { announce } from "@/platform/events/outbox";
import { newsKinds } from "./initiative-news";

/** How many are told in one transaction: one that fifty thousand support doesn't hold up what happens after it, and what was told stays told. */
export const readersAtOnce = 100;

/** Whoever supports an initiative is told of the steps that the table names, whoever follows it of each that everybody may read; who does both, once. */
export function registerReaders(): void {
  subscribeAfter(initiativeMoved, "readers", async (db, { initiativeId, number, eventId, action, to }, info) => {
    const news = { initiativeId, number, eventId, action, status: to };
    if (supporterKind(action) !== null || (await isForFollowers(db, news))) await announce(db, initiativeNewsDue, { ...news, after: null }, info);
  });
  subscribeAfter(initiativeNewsDue, "readers", async (db, { after, ...news }, { at, actorId }) => {
    const { initiativeId, eventId, action, status } = news;
    const kind = supporterKind(action);
    const found = await findInitiative(db, initiativeId, eventId, at);
    if (!found) return;
    const readers = await nextReaders(db, initiativeId, { supporters: kind !== null, followers: await isForFollowers(db, news) }, after, readersAtOnce);
    // who is told as an author is told enough
    const others = new Set([actorId, ...(await findAuthors(db, initiativeId)), ...(found.mergedIntoId ? await findAuthors(db, found.mergedIntoId) : [])]);
    const params = { number: publicNumber(found.slug, found.number), title: found.title, status, zone: found.zone };
    // what was withdrawn has no page any more
    const href = status === "withdrawn" ? "/initiatives" : `/initiatives/${found.mergedInto ?? found.number}`;
    for (const { personId, supports } of readers.filter((reader) => !others.has(reader.personId))) {
      const telling = supports && kind !== null ? { kind, params } : { kind: "followedMoved" as const, params: found.said ? { ...params, text: found.said } : params };
      await notify(db, { personId, ...telling, href, dedupeKey: `news:${eventId}:${personId}`, at });
    }
    const last = readers.at(-1);
    if (last && readers.length === readersAtOnce) await announce(db, initiativeNewsDue, { ...news, after: last.personId }, { at, actorId });
  });
}

function supporterKind(action: LifecycleAction): NotificationKind | null {
  const kinds: Readonly<Partial<Record<Told, NotificationKind>>> = newsKinds[action];
  return kinds.supporters ?? null;
}

/** Its page is public, or leads to one that is. */
async function isForFollowers(db: Db, { status, eventId }: { readonly status: InitiativeStatus; readonly eventId: string }): Promise<boolean> {
  return (status === "merged" || (publicInitiativeStatuses as readonly string[]).includes(status)) && (await isPublicStep(db, eventId));
}
