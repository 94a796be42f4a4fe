import { setTimeout as wait } from "node:timers/promises";
import { log } from "./log";

export interface Loop {
  /** Do the work soon, or again after what is being done. */
  readonly wake: () => void;
  /** Resolves when nothing is being done any more. */
  readonly stop: () => Promise<void>;
}

export interface LoopOptions {
  /** milliseconds between two looks without a wake-up */
  readonly everyMs: number;
  /** milliseconds that a wake-up waits for others: what came in them is done in one go */
  readonly gatherMs?: number;
}

/** Work that is done again and again: when woken, and every so often in case a wake-up was lost (another process, a restart). */
export function startLoop(name: string, { everyMs, gatherMs = 0 }: LoopOptions, work: () => Promise<void>): Loop {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const stopping = new AbortController();
  const run = async () => {
    do {
      // what waits is still there at the next start
      if (gatherMs > 0 && !(await wait(gatherMs, true, { signal: stopping.signal }).catch(() => false))) break;
      again = false;
      try {
        await work();
      } catch (err) {
        log.error({ err, loop: name }, "background work failed");
      }
    } while (again && !stopped);
    running = null;
  };
  const wake = () => {
    if (stopped) return;
    if (running) again = true;
    else running = run();
  };
  const timer = setInterval(wake, everyMs);
  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      stopping.abort();
      clearInterval(timer);
      await running;
    },
  };
}
