import type { InitiativeScopes } from "@/features/initiatives/events";
import type { InitiativeStatus } from "@/features/initiatives/rules";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import type { Figures } from "../../schema";
import { attributionOf, byConfirming, byErasing, byJoining, byLeaving, byMove, bySubmission, type Attribution, type LedgerChange } from "../rules";
import * as repo from "./repo";

/** A registration as the announcements of people carry it. */
export interface RegistrationScopes {
  readonly registrationId: string;
  readonly marathonId: string;
  readonly municipalityId: string;
  readonly organisationId: string | null;
  readonly attribution: Attribution;
}

export async function recordSubmission(db: Db, initiative: InitiativeScopes, at: Date): Promise<void> {
  await record(db, [changeOf(initiative, bySubmission)], at);
}

export async function recordMove(db: Db, initiative: InitiativeScopes & { readonly from: InitiativeStatus; readonly to: InitiativeStatus }, at: Date): Promise<void> {
  const by = byMove(initiative.from, initiative.to);
  if (by) await record(db, [changeOf(initiative, by)], at);
}

/** The municipality that was named by mistake loses what the right one gets. */
export async function recordPlaceCorrection(
  db: Db,
  initiative: InitiativeScopes & { readonly fromMunicipalityId: string; readonly fromDirectionId: string; readonly fromOriginatingId: string | null },
  at: Date,
): Promise<void> {
  const before = { ...initiative, municipalityId: initiative.fromMunicipalityId, directionId: initiative.fromDirectionId, originatingId: initiative.fromOriginatingId };
  await record(db, [changeOf(before, byLeaving), changeOf(initiative, bySubmission)], at);
}

export async function recordJoining(db: Db, registration: RegistrationScopes & { readonly confirmed: boolean }, at: Date): Promise<void> {
  await record(db, [changeOfRegistration(registration, byJoining(registration.confirmed))], at);
}

export async function recordConfirming(db: Db, registration: RegistrationScopes, at: Date): Promise<void> {
  await record(db, [changeOfRegistration(registration, byConfirming)], at);
}

export async function recordErasing(db: Db, registrations: readonly (RegistrationScopes & { readonly confirmed: boolean })[], at: Date): Promise<void> {
  if (registrations.length > 0) await record(db, registrations.map((one) => changeOfRegistration(one, byErasing(one.confirmed))), at);
}

/** A joining that turned out to be somebody's second: whatever it had moved is taken back, dated now; closed checkpoints stay. */
export async function recordSecondJoining(db: Db, { registrationId }: { readonly registrationId: string }, at: Date): Promise<void> {
  await repo.insertReversal(db, registrationId, at);
}

function changeOf(initiative: InitiativeScopes, by: Figures): LedgerChange {
  const { marathonId, municipalityId, directionId, originatingId, initiativeId } = initiative;
  return { marathonId, municipalityId, organisationId: originatingId, directionId, attribution: attributionOf(initiative), subjectId: initiativeId, by };
}

function changeOfRegistration({ registrationId, marathonId, municipalityId, organisationId, attribution }: RegistrationScopes, by: Figures): LedgerChange {
  return { marathonId, municipalityId, organisationId, directionId: null, attribution, subjectId: registrationId, by };
}

/** Within the transaction of what moved the figure: a figure is never without its cause, nor the other way round. */
async function record(db: Db, changes: readonly LedgerChange[], at: Date): Promise<void> {
  const written = await repo.insertEntries(db, changes, at);
  if (written !== changes.length) throw new Error("the ledger was told of a municipality that does not exist");
}

const batch = 5_000;

/** Moves what has gathered into the totals. Any number of processes may: one at a time does it. Out: how many rows. */
export async function fold(): Promise<number> {
  for (let sum = 0; ; ) {
    const moved = await transaction(async (db) => await repo.foldEntries(db, batch), { timeout: 60_000 });
    sum += moved ?? 0;
    if (moved === null || moved < batch) return sum;
  }
}
