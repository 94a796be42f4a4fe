import { fork, type ChildProcess } from "node:child_process";
import { once } from "./once";

/** What the process is told, and what it tells when it is done. */
export interface ApartTask {
  readonly name: string;
  readonly data: unknown;
}
export interface ApartReport {
  /** what the work threw, as the log shows it */
  readonly error: string | null;
}

const state = once("jobs-apart", () => ({ running: new Set<ChildProcess>(), isStopping: false }));

/** One transaction, and one connection beside it that tells how far it is. */
const poolSize = 4;

/**
 * Does one job in a process of its own. In: the program, the job, the most that its heap may grow to. Out: did the work come to
 * its end, or did the process die before? Throws what the work threw, and when the server stops: then it is begun again.
 */
export async function workApart(program: URL, task: ApartTask, heapMegabytes: number): Promise<"done" | "died"> {
  const child = fork(program, [], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`, "--max-semi-space-size=4"],
    env: { ...process.env, DB_POOL_SIZE: String(poolSize), NODE_OPTIONS: "", MALLOC_ARENA_MAX: "2" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  state.running.add(child);
  try {
    const report = await new Promise<ApartReport | null>((resolve) => {
      child.once("message", (message) => resolve(message as ApartReport));
      child.once("error", (error) => resolve({ error: error.message }));
      child.once("exit", () => resolve(null));
      child.send(task, () => undefined);
    });
    if (report === null && state.isStopping) throw new Error(`job «${task.name}» was broken off by the stop`);
    if (report?.error) throw new Error(report.error);
    return report === null ? "died" : "done";
  } finally {
    state.running.delete(child);
  }
}

/** Ends them: what they had not committed never was. */
export function stopApart(): void {
  state.isStopping = true;
  for (const child of state.running) child.kill("SIGKILL");
}
