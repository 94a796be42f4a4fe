import { recordConfirming, recordErasing, recordJoining, recordMove, recordPlaceCorrection, recordSecondJoining, recordSubmission } from "@/features/indicators/ledger/server/service";
import { initiativeMoved, initiativePlaceCorrected, initiativeSplitOff, initiativeSubmitted } from "@/features/initiatives/events";
import { personConfirmed, personErased, personJoined, registrationMerged } from "@/features/people/events";
import { subscribeInside } from "@/platform/events/event";

/** Figures move in the transaction of what moves them (ADR 0004). */
export function registerLedger(): void {
  subscribeInside(personJoined, "ledger", async (db, joining, { at }) => await recordJoining(db, joining, at));
  subscribeInside(personConfirmed, "ledger", async (db, joining, { at }) => await recordConfirming(db, joining, at));
  subscribeInside(personErased, "ledger", async (db, { registrations }, { at }) => await recordErasing(db, registrations, at));
  subscribeInside(registrationMerged, "ledger", async (db, registration, { at }) => await recordSecondJoining(db, registration, at));
  subscribeInside(initiativeSubmitted, "ledger", async (db, initiative, { at }) => await recordSubmission(db, initiative, at));
  // a part that was split off is one more from today
  subscribeInside(initiativeSplitOff, "ledger", async (db, initiative, { at }) => await recordSubmission(db, initiative, at));
  subscribeInside(initiativeMoved, "ledger", async (db, initiative, { at }) => await recordMove(db, initiative, at));
  subscribeInside(initiativePlaceCorrected, "ledger", async (db, initiative, { at }) => await recordPlaceCorrection(db, initiative, at));
}
