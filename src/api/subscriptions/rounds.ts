import { copyTerms } from "@/features/regulation/server/service";
import { roundCopied } from "@/features/structure/events";
import { subscribeInside } from "@/platform/events/event";

/** A round that begins as another ended has its regulation too, in the same transaction. */
export function registerRounds(): void {
  subscribeInside(roundCopied, "regulation", async (db, { marathonId, fromId, municipalityId }, { at, actorId }) => await copyTerms(db, { fromId, toId: marathonId, municipalityId }, { setById: actorId, setAt: at }));
}
