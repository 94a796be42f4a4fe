// Who a process is, so that a mark left by a dead one is not taken for a living one after its number was given to another.
import fs from "node:fs";
import { execFileSync } from "node:child_process";
import { inRoot } from "./paths.mjs";

/** When the process began, as the system writes it; null when there is no such process. */
export function beginning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return null;
  }
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : `${bootId()}:${fields[19]}`;
  } catch {
    if (fs.existsSync("/proc/self/stat")) return null;
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim() || null;
  } catch {
    return "unknown"; // no /proc and no ps: alive is all that can be said
  }
}

function bootId() {
  try {
    return fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

export const identity = (pid) => ({ pid, begun: beginning(pid) });

export const isAlive = (mark) => Boolean(mark?.pid && mark.begun && beginning(mark.pid) === mark.begun);

export function parentOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

const isShell = (pid) => {
  try {
    return /^(sh|dash|bash|ash|zsh)$/.test(fs.readFileSync(`/proc/${pid}/comm`, "utf8").trim());
  } catch {
    return false;
  }
};

/**
 * Calls back when npm, which started us, was killed: after kill -9 it can pass no signal on, and we would go on unseen.
 * Where a shell stands between npm and us, npm is the shell's parent.
 */
export function onNpmGone(callback) {
  if (process.env.npm_package_json !== inRoot("package.json") || process.platform === "win32") return;
  const parent = process.ppid;
  const grandparent = isShell(parent) ? parentOf(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (grandparent === null || parentOf(parent) === grandparent)) return;
    clearInterval(timer);
    callback();
  }, 1000);
  timer.unref();
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks a process of ours to end and, when the time is up, ends it; does nothing if it is another by now. */
export async function endProcess(mark, patience = 5000) {
  if (!isAlive(mark)) return;
  process.kill(mark.pid, "SIGTERM");
  for (const until = Date.now() + patience; Date.now() < until; await pause(100)) if (!isAlive(mark)) return;
  if (isAlive(mark)) process.kill(mark.pid, "SIGKILL");
  for (const until = Date.now() + 2000; Date.now() < until && isAlive(mark); ) await pause(50);
}
