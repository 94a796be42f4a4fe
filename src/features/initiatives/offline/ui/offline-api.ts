import type { DeskPlace } from "@/features/people/desk/schema";
import type { PrepareTripInput, Trip } from "@/features/people/trips/schema";
import type { HandInApi } from "./hand-in";

/** The calls of the page; the page gives them, so that the feature knows no client of its own. */
export interface OfflineApi extends HandInApi {
  readonly places: () => Promise<readonly DeskPlace[]>;
  readonly prepare: (input: PrepareTripInput) => Promise<Trip>;
  readonly directions: (input: { marathonId: string; municipalityId: string }) => Promise<readonly { readonly id: string; readonly name: string }[]>;
}
