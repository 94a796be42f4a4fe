// The server as a child: begun, waited for, stopped.
import fs from "node:fs";
import path from "node:path";
import { eachLine, startNode } from "./child.mjs";
import { inRoot } from "./paths.mjs";
import { readMark, writeWhole } from "./lock.mjs";
import { endProcess, identity, pause } from "./processes.mjs";
import { Refusal } from "./say.mjs";

const markOf = (dataFolder) => path.join(dataFolder, "server.pid");

/** A server whose start was killed ends by itself; should it still be draining, it is waited for and then ended. */
export async function endOrphan(dataFolder) {
  await endProcess(readMark(markOf(dataFolder)), 10_000);
}

/** What the server reads (src/platform/env.ts). */
export function serverEnvironment({ url, settings, secret, demoLoaded, mode = "production" }) {
  return {
    ...process.env,
    NODE_ENV: mode,
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX || "2", // each thread's own arena of glibc keeps what it was once given
    DATABASE_URL: url,
    PORT: String(settings.port),
    HOST: settings.host,
    DATA_DIR: settings.dataFolder,
    PUBLIC_URL: settings.publicUrl,
    NEXTAUTH_URL: settings.publicUrl,
    NEXTAUTH_SECRET: secret,
    DEMO: demoLoaded ? "1" : "0",
    LOG_LEVEL: process.env.LOG_LEVEL || "warn", // on a person's console the address should stay in sight
  };
}

/**
 * Starts dist/server.mjs and waits for its line READY.
 * @param logFile receives what the server says; without it that goes to the console
 * @returns child, and the address that it named
 */
export async function startServer(env, { file = inRoot("dist", "server.mjs"), patience = 120_000, logFile } = {}) {
  const child = startNode([file], { env });
  writeWhole(markOf(env.DATA_DIR), JSON.stringify(identity(child.pid)));
  const ready = new Promise((resolve) => {
    eachLine(child, (line, isError) => {
      const address = /^READY\s+(\S+)/i.exec(line)?.[1];
      if (address) return resolve({ address });
      if (logFile) fs.appendFileSync(logFile, `${line}\n`);
      else (isError ? process.stderr : process.stdout).write(`${line}\n`);
    });
  });
  const outcome = await Promise.race([ready, child.ended.then(({ code }) => ({ code })), pause(patience).then(() => ({ late: true }))]);
  if (outcome.address) return { child, address: outcome.address };
  if (logFile && fs.existsSync(logFile)) console.error(fs.readFileSync(logFile, "utf8").split("\n").slice(-40).join("\n"));
  if (outcome.late) throw new Refusal(`Сервер не ответил за ${patience / 1000} секунд.`);
  throw new Refusal(`Сервер не запустился (код ${outcome.code}), причина выше.`);
}
