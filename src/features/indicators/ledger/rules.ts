import { countsInNet, isDecided, isIncluded, type InitiativeStatus } from "@/features/initiatives/rules";
import { noFigures } from "../rules";
import type { Figures } from "../schema";

export type Attribution = "resident" | "coordinator" | "organisation";

/** One row of the ledger before it is dated: by how much which figure moved, and whose it is. */
export interface LedgerChange {
  readonly marathonId: string;
  readonly municipalityId: string;
  readonly organisationId: string | null;
  readonly directionId: string | null;
  readonly attribution: Attribution;
  /** registration or initiative that moved the figure */
  readonly subjectId: string;
  readonly by: Figures;
}

/** First submission: counts in both (MODEL.md, «What is counted»). */
export const bySubmission: Figures = { ...noFigures, gross: 1, net: 1 };

/** The initiative leaves a municipality that the author named by mistake: its figures are corrected, and dated today. */
export const byLeaving: Figures = { ...noFigures, gross: -1, net: -1 };

/** In: status before and after a step. Out: what it changes, null for nothing. */
export function byMove(from: InitiativeStatus, to: InitiativeStatus): Figures | null {
  const by: Figures = {
    ...noFigures,
    net: Number(countsInNet(to)) - Number(countsInNet(from)),
    answered: Number(isDecided(to)) - Number(isDecided(from)),
    included: Number(isIncluded(to)) - Number(isIncluded(from)),
  };
  return Object.values(by).some((value) => value !== 0) ? by : null;
}

/** Not yet confirmed people stand beside the sum, never in it. */
export function byJoining(confirmed: boolean): Figures {
  return confirmed ? { ...noFigures, users: 1 } : { ...noFigures, unconfirmed: 1 };
}

/** Whoever had their data erased is no registered user any more, from today (MODEL.md, «What is counted»). */
export function byErasing(confirmed: boolean): Figures {
  return confirmed ? { ...noFigures, users: -1 } : { ...noFigures, unconfirmed: -1 };
}

export const byConfirming: Figures = { ...noFigures, users: 1, unconfirmed: -1 };

/** Whose doing it was: a coordinator who helped before the organisation where it was gathered. */
export function attributionOf({ helperId, originatingId }: { readonly helperId: string | null; readonly originatingId: string | null }): Attribution {
  return helperId !== null ? "coordinator" : originatingId !== null ? "organisation" : "resident";
}
