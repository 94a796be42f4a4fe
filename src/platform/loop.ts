import { log } from "./log";

export interface Loop {
  /** Do the work now, or again after what is being done. */
  readonly wake: () => void;
  /** Resolves when nothing is being done any more. */
  readonly stop: () => Promise<void>;
}

/** Work that is done again and again: when woken, and every so often in case a wake-up was lost (another process, a restart). */
export function startLoop(name: string, everyMs: number, work: () => Promise<void>): Loop {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const run = async () => {
    do {
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
      clearInterval(timer);
      await running;
    },
  };
}
