// First stage: on Node 20, with nothing installed. Brings the packages, then goes on in Node 24 that came with them.
import path from "node:path";
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { runtime } from "./runtime.mjs";
import { inRoot } from "./paths.mjs";
import { refuse } from "./say.mjs";

/** Runs scripts/stage2/<command>.mjs with the arguments of this process. */
export async function run(command) {
  try {
    await ensureInstalled();
    const node = runtime();
    setEnvironment(node);
    const file = inRoot("scripts", "stage2", `${command}.mjs`);
    if (node === process.execPath) await runHere(file);
    else runThere(node, file);
  } catch (error) {
    process.exitCode = refuse(error);
  }
}

function setEnvironment(node) {
  const { env } = process;
  env.PATH = [inRoot("node_modules", ".bin"), env.PATH].join(path.delimiter);
  env.NEXT_TELEMETRY_DISABLED = "1";
  env.CHECKPOINT_DISABLE = "1";
  env.PRISMA_HIDE_UPDATE_MESSAGE = "1";
  // `prisma generate` wants a schema engine that it never calls and would otherwise download: any executable will do
  env.PRISMA_SCHEMA_ENGINE_BINARY ||= node;
}

async function runHere(file) {
  const { default: main } = await import(pathToFileURL(file).href);
  await main(process.argv.slice(2));
}

function runThere(node, file) {
  const runner = inRoot("scripts", "lib", "second-stage.mjs");
  const child = spawn(node, [runner, file, ...process.argv.slice(2)], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  // Ctrl-C reaches the child from the terminal, npm and us; it takes them for one (stopping.mjs). We stay until it has ended all.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
  child.on("error", (error) => process.exit(refuse(error)));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
