import type { InitiativeStatus, LifecycleAction } from "./lifecycle";

/** What every announcement of an initiative carries: whose row it is, and in which figures it counts. */
export interface InitiativeScopes {
  readonly initiativeId: string;
  readonly number: number;
  readonly title: string;
  readonly marathonId: string;
  readonly municipalityId: string;
  readonly directionId: string;
  readonly originatingId: string | null;
  readonly consideringId: string | null;
  readonly handedToId: string | null;
  readonly authorId: string | null;
  readonly helperId: string | null;
}

/** The features' part of the map of all events; `api/subscriptions.ts` joins the parts. */
export interface InitiativeEvents {
  "initiative.submitted": InitiativeScopes;
  /** a step of the lifecycle: `text` is what the author is told, where there is something to tell */
  "initiative.moved": InitiativeScopes & { readonly action: LifecycleAction; readonly from: InitiativeStatus; readonly to: InitiativeStatus; readonly text: string | null };
  /** the author corrected the municipality: it leaves one figure and enters another */
  "initiative.placeCorrected": InitiativeScopes & { readonly fromMunicipalityId: string; readonly fromDirectionId: string };
}
