import { demoId } from "./ids";
import type { GrownInitiative } from "./initiatives";
import { Chance } from "./random";
import type { World } from "./world";

const recentDays = 14;
const kinds: Readonly<Record<string, string>> = {
  inConsideration: "initiativeAccepted", clarification: "clarificationAsked", nominated: "initiativeDecided", includedInProgramme: "initiativeDecided",
  alreadyUnderWay: "initiativeDecided", beyondCompetence: "initiativeDecided", notSupported: "initiativeDecided", carriedOut: "initiativeCarriedOut", merged: "initiativeMerged",
};

/** What authors were told of late; the newest are unread. */
export function growMessages(world: World, grown: readonly GrownInitiative[]): void {
  const since = world.now.getTime() - recentDays * 86_400_000;
  for (const { row, moves, author } of grown) {
    for (const [index, { at, from, to }] of moves.entries()) {
      const kind = kinds[to];
      const isReply = from === "clarification" && to === "inConsideration";
      if (!kind || isReply || at.getTime() < since) continue;
      const chance = new Chance(`message:${row.id}:${index}`);
      const readAt = new Date(at.getTime() + chance.whole(5, 3_000) * 60_000);
      const dedupeKey = `demo:${row.id}:${index}`;
      world.tables.Notification.push({
        id: demoId(`notification:${dedupeKey}`), personId: author.id, kind, params: { number: row.number ?? 0, title: row.title, status: to }, href: `/initiatives/${row.id}`,
        dedupeKey, at, readAt: readAt < world.now && chance.happens(0.7) ? readAt : null,
      });
    }
  }
}
