// Node processes that we start: in a group of their own, so that only we tell them to stop; tethered, so that none outlives us.
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { atEndFirst } from "./stopping.mjs";
import { inRoot } from "./paths.mjs";
import { pause } from "./processes.mjs";

const tether = pathToFileURL(inRoot("scripts", "lib", "tether.mjs")).href;
const running = new Set();

atEndFirst((hurry) => Promise.all([...running].map((child) => stopChild(child, { hurry }))));

/**
 * @param args the script and its arguments
 * @param output "pipe" to read it, "inherit" to let it through
 */
export function startNode(args, { env = process.env, output = "pipe", cwd = inRoot() } = {}) {
  const tethered = { ...env, DIALOG_TETHERED_TO: String(process.pid) };
  const child = spawn(process.execPath, ["--import", tether, ...args], { cwd, env: tethered, detached: true, stdio: ["ignore", output, output, "ipc"] });
  child.channel?.unref();
  running.add(child);
  child.ended = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, error }));
    child.once("exit", (code, signal) => resolve({ code: code ?? 1, signal }));
  }).finally(() => running.delete(child));
  return child;
}

/** Lets it drain, for the time given or until the person is in a hurry; then ends it with its own children. */
export async function stopChild(child, { patience = 40_000, hurry } = {}) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const hurried = new Promise((resolve) => hurry?.addEventListener("abort", resolve, { once: true }));
  const limit = pause(patience);
  if (hurry?.aborted || !(await Promise.race([child.ended, hurried, limit]))) {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      child.kill("SIGKILL");
    }
  }
  await child.ended;
}

/** Calls back for each whole line of both streams. */
export function eachLine(child, callback) {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.setEncoding("utf8");
    stream.on("data", (chunk) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop();
      for (const line of lines) callback(line, stream === child.stderr);
    });
    stream.on("end", () => rest && callback(rest, stream === child.stderr));
  }
}

