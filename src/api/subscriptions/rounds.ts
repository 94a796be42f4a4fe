import { copyTargets } from "@/features/indicators/targets/server/service";
import { copyTerms } from "@/features/regulation/server/service";
import { roundCopied } from "@/features/structure/events";
import { subscribeInside } from "@/platform/events/event";

/** A round that begins as another ended has its regulation too, and in a municipality that confirmed it the targets; in the same transaction. */
export function registerRounds(): void {
  subscribeInside(roundCopied, "regulation", async (db, { marathonId, fromId, municipalityId }, { at, actorId }) => await copyTerms(db, { fromId, toId: marathonId, municipalityId }, { setById: actorId, setAt: at }));
  subscribeInside(roundCopied, "targets", async (db, { marathonId, fromId, municipalityId }, { at }) => {
    if (municipalityId !== null) await copyTargets(db, { fromId, toId: marathonId, municipalityId }, at);
  });
}
