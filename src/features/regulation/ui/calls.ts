import type { SetHours, SetRegulation, Tighten } from "../schema";

/** What the forms ask of the server; dates go as they were typed, the server checks them. */
export interface RegulationCalls {
  readonly set: (input: SetRegulation) => Promise<unknown>;
  readonly tighten: (input: Tighten) => Promise<unknown>;
  readonly setHours: (input: SetHours) => Promise<unknown>;
  readonly refresh: () => void;
}
