import { initiativeMoved, initiativeNewsDue } from "@/features/initiatives/events";
import { isPublicStep, nextFollowers } from "@/features/initiatives/following/server/service";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { findInitiative, notify } from "@/features/messages/server/service";
import { subscribeAfter } from "@/platform/events/event";
import { announce } from "@/platform/events/outbox";

/** How many are told in one transaction: an initiative that thousands follow doesn't hold up what happens after it. */
export const followersAtOnce = 100;

/** Whoever follows an initiative is told of each step that everybody may read. */
export function registerFollowers(): void {
  subscribeAfter(initiativeMoved, "followers", async (db, { initiativeId, number, eventId, to }, info) => {
    const isPublic = (publicInitiativeStatuses as readonly string[]).includes(to) && (await isPublicStep(db, eventId));
    if (isPublic) await announce(db, initiativeNewsDue, { initiativeId, number, eventId, status: to, after: null }, info);
  });
  subscribeAfter(initiativeNewsDue, "followers", async (db, { after, ...news }, info) => {
    const { initiativeId, number, eventId, status } = news;
    const [found, personIds] = [await findInitiative(db, initiativeId, eventId), await nextFollowers(db, initiativeId, after, followersAtOnce)];
    if (!found) return;
    const params = { number, title: found.title, status, zone: found.zone, ...(found.said ? { text: found.said } : {}) };
    for (const personId of personIds) {
      await notify(db, { personId, kind: "followedMoved", params, href: `/initiatives/${number}`, dedupeKey: `followedMoved:${eventId}:${personId}`, at: info.at });
    }
    const last = personIds.at(-1);
    if (last !== undefined && personIds.length === followersAtOnce) await announce(db, initiativeNewsDue, { ...news, after: last }, info);
  });
}
