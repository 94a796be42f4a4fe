// Calls npm aside of the node_modules that it is about to replace: the `node` and `npm` in there vanish while it works.
import fs from "node:fs";
import path from "node:path";
import { spawn } from "node:child_process";
import { inRoot } from "./paths.mjs";
import { readMark, writeWhole } from "./lock.mjs";
import { endProcess, identity } from "./processes.mjs";
import { Refusal, say } from "./say.mjs";

const childMark = inRoot(".data", "install.child");

function cleanEnvironment() {
  const env = { ...process.env, PRISMA_SKIP_POSTINSTALL_GENERATE: "1", CHECKPOINT_DISABLE: "1" };
  const ours = inRoot("node_modules");
  env.PATH = (env.PATH ?? "").split(path.delimiter).filter((entry) => !entry.startsWith(ours)).join(path.delimiter);
  // What an outer `npm start` says about itself would be taken by the inner npm for settings of its own.
  for (const name of Object.keys(env)) if (/^npm_(package|lifecycle|command|execpath|node_execpath|config_local_prefix)/.test(name)) delete env[name];
  delete env.NODE_ENV;
  delete env.INIT_CWD;
  return env;
}

const windows = process.platform === "win32";

function nodeOutside(env) {
  for (const folder of env.PATH.split(path.delimiter)) {
    const file = path.join(folder, windows ? "node.exe" : "node");
    if (fs.existsSync(file)) return file;
  }
  return process.execPath;
}

/** Runs a script of a package with the machine's own Node. */
export function nodeAside(script, cwd) {
  const env = cleanEnvironment();
  return new Promise((resolve, reject) => {
    spawn(nodeOutside(env), [script], { cwd, env, stdio: "ignore" }).on("error", reject).on("exit", resolve);
  });
}

/** Runs npm with the arguments, or a script of the folder that calls npm itself; rejects with one clear line. */
export async function runNpm(args, { cwd, log, what, script }) {
  fs.mkdirSync(inRoot(".data"), { recursive: true });
  await endProcess(readMark(childMark)); // an install that outlived its killed parent
  const env = cleanEnvironment();
  const execpath = process.env.npm_execpath;
  const child = script
    ? spawn(nodeOutside(env), [script], { cwd, env, stdio: ["ignore", "pipe", "pipe"] })
    : execpath && !execpath.startsWith(inRoot("node_modules"))
      ? spawn(nodeOutside(env), [execpath, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] })
      : spawn("npm", args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], shell: windows });
  if (child.pid) writeWhole(childMark, JSON.stringify(identity(child.pid)));
  const kill = () => child.kill("SIGTERM");
  process.once("SIGINT", kill).once("SIGTERM", kill);
  const ticking = setInterval(() => say("… ещё устанавливаем"), 15_000);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.on("error", (error) => resolve(error.code)).on("close", (status, signal) => resolve(signal ?? status)));
  clearInterval(ticking);
  process.off("SIGINT", kill).off("SIGTERM", kill);
  fs.rmSync(childMark, { force: true });
  if (code === 0) return;
  fs.writeFileSync(inRoot(".data", log), output);
  throw new Refusal(`Не удалось ${what}: ${reason(code, output)} Подробности: .data/${log}`);
}

function reason(code, output) {
  if (code === "SIGINT" || code === "SIGTERM") return "установка прервана.";
  if (code === "ENOENT") return "команда npm не найдена.";
  if (/ENOSPC/.test(output)) return "на диске не осталось места.";
  if (/EUSAGE|can only install packages when/.test(output)) return "package-lock.json не соответствует package.json (выполните npm install, затем node tools/lockfile/complete.mjs).";
  if (/EACCES|EPERM/.test(output)) return "нет права писать в node_modules.";
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|ENETUNREACH|FETCH_ERROR/.test(output)) return "нет связи с реестром npm, проверьте сеть.";
  return `npm завершился с кодом ${code}.`;
}
