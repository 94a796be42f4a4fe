import type { Asker, Outcome, Relation } from "./table";

/** Found and not mended yet: what is answered, and what is wrong with it. Mended, the line must go: the test says so. */
export interface Hole {
  readonly path: string;
  readonly relations: readonly Relation[];
  readonly asker: Asker;
  readonly answered: Outcome;
  readonly wrong: string;
}

export const holes: readonly Hole[] = [];
