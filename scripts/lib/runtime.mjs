// Which Node everything after the first stage runs on: the one that the lockfile names, or the machine's when that is as new.
import fs from "node:fs";
import { spawnSync } from "node:child_process";
import { inRoot } from "./paths.mjs";
import { Refusal } from "./say.mjs";

export const installedRuntime = inRoot("node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

const version = (text) => text.replace(/^v/, "").split(".").map(Number);

/** vitest and pg-boss need 22.12. */
export function isNewEnough(text) {
  const [major = 0, minor = 0] = version(text);
  return major > 22 || (major === 22 && minor >= 12);
}

export function installedRuntimeWorks() {
  if (!fs.existsSync(installedRuntime)) return false;
  const answer = spawnSync(installedRuntime, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return answer.status === 0 && isNewEnough(answer.stdout.trim());
}

/** @returns the path of the executable; that of this process when it will do */
export function runtime() {
  if (fs.existsSync(installedRuntime) && fs.realpathSync(installedRuntime) === fs.realpathSync(process.execPath)) return process.execPath;
  if (installedRuntimeWorks()) return installedRuntime;
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new Refusal(`Node 24 из пакета node на этой системе не запускается, а ваш Node ${process.versions.node} слишком стар. Поставьте Node 24 и запустите ещё раз.`);
}
