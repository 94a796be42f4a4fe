import { publicNumber } from "@/features/initiatives/rules";
import { demoId } from "./ids";
import type { GrownInitiative } from "./initiatives";
import { Chance } from "./random";
import type { World } from "./world";

const recentDays = 14;
/** Kinds of features/messages by the kind of the step. */
const kinds: Readonly<Record<string, string>> = {
  accepted: "initiativeAccepted", clarificationAsked: "clarificationAsked", decided: "initiativeDecided", nominated: "initiativeNominated",
  nominationAnswered: "nominationAnswered", carriedOut: "initiativeCarriedOut", merged: "initiativeMerged",
};

/** What authors were told of late; the newest are unread. */
export function growMessages(world: World, grown: readonly GrownInitiative[]): void {
  const since = world.now.getTime() - recentDays * 86_400_000;
  const slugs = new Map(world.marathons.map(({ id, slug }) => [id, slug]));
  for (const { row, moves, author, municipality } of grown) {
    for (const [index, { at, kind: step, to, text }] of moves.entries()) {
      const kind = kinds[step];
      if (!kind || at.getTime() < since) continue;
      const chance = new Chance(`message:${row.id}:${index}`);
      const readAt = new Date(at.getTime() + chance.whole(5, 3_000) * 60_000);
      const due = to === row.status && row.dueAt ? { due: (row.dueAt as Date).toISOString() } : {};
      const params = { number: publicNumber(slugs.get(row.marathonId) ?? "", row.number ?? 0), title: row.title, status: to, text: text ?? "", zone: municipality.zone, ...due };
      const dedupeKey = `demo:${row.id}:${index}`;
      world.tables.Notification.push({
        id: demoId(`notification:${dedupeKey}`), personId: author.id, kind, params, href: `/my/${row.number}`,
        dedupeKey, at, readAt: readAt < world.now && chance.happens(0.7) ? readAt : null,
      });
    }
  }
}
