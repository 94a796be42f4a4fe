import { readdirSync, readFileSync } from "node:fs";

const read = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // it ended meanwhile
  }
};

/** The processes that a process started and that are still there, from /proc; elsewhere than on Linux none are found. */
export function childrenOf(pid: number): number[] {
  const all = read("/proc/self/stat") === "" ? [] : readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  // pid (name) state parent …: a name may hold anything
  return all.filter((name) => read(`/proc/${name}/stat`).split(") ").at(-1)?.split(" ")[1] === String(pid)).map(Number);
}

/** What two processes share, such as the program itself, counts half in each. */
const heldBy = (pid: number): number => Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;

export interface Watch {
  /** megabytes, null where there is no /proc */
  readonly most: () => { readonly together: number; readonly server: number; readonly children: number } | null;
  readonly stop: () => void;
}

/** Looks five times a second what a server and its children hold. */
export function watchMemory(serverPid: () => number): Watch {
  let [together, server, children] = [0, 0, 0];
  const timer = setInterval(() => {
    const [own, theirs] = [heldBy(serverPid()), childrenOf(serverPid()).reduce((sum, pid) => sum + heldBy(pid), 0)];
    [together, server, children] = [Math.max(together, own + theirs), Math.max(server, own), Math.max(children, theirs)];
  }, 200);
  return { most: () => (together === 0 ? null : { together, server, children }), stop: () => clearInterval(timer) };
}
