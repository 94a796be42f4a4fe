import { once } from "./once";

/** The only place that asks the machine for the time; everything else receives `now`. */
export const clock = once("clock", () => {
  let source = () => new Date();
  return {
    now: (): Date => source(),
    /** Tests and the demonstration: another time from now on. Returns what puts the machine's time back. */
    set(other: Date | (() => Date)): () => void {
      source = typeof other === "function" ? other : () => new Date(other);
      return () => void (source = () => new Date());
    },
  };
});

/** Milliseconds that only grow: for measuring how long something took. */
export function elapsedSince(start: number): number {
  return performance.now() - start;
}
