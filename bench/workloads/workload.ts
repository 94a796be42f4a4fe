import type { Target } from "../load";
import type { Scene } from "../scene";
import type { Statement } from "../statements";

/** One thing that people do, and the same by bare means. */
export interface Workload {
  readonly name: string;
  /** in Russian, for the table */
  readonly title: string;
  readonly concurrency: number;
  /** the bare server may be faster by this, at any number of initiatives; none: measured for its own sake */
  readonly mark?: number;
  /** milliseconds at the 95th percentile at most, for one person on a machine that does nothing else */
  readonly p95?: number;
  /** requests in one measurement at most */
  readonly most?: number;
  /** Out: where to send requests; a sentence when this can't be measured here. */
  readonly prepare: (scene: Scene) => Promise<Prepared | string>;
}

export interface Prepared {
  /** called before each measurement of a side: fresh drafts and the like */
  readonly ours: () => Promise<Target>;
  readonly bare: () => Promise<Target>;
  /** goes on beside either side, until it is stopped */
  readonly beside?: () => { readonly stop: () => Promise<void> };
  /** what is to be over before the other side is measured */
  readonly settle?: () => Promise<void>;
  /** the main query, to be explained */
  readonly statement?: Statement;
}

export const fixed = (target: Target) => async (): Promise<Target> => await Promise.resolve(target);
