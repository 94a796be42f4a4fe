// Makes what runs from the sources, when they changed since the last time.
import fs from "node:fs";
import { bundle } from "./bundle.mjs";
import { eachLine, startNode } from "./child.mjs";
import { underLock, writeWhole } from "./lock.mjs";
import { inRoot } from "./paths.mjs";
import { Refusal, say } from "./say.mjs";
import { isEnding } from "./stopping.mjs";
import { buildFingerprint, isFresh, schemaFingerprint } from "./sources.mjs";

const clientStamp = inRoot("src", "platform", "db", "client", ".made-from");
const buildStamp = inRoot(".next", ".made-from");

const prepareLock = inRoot(".data", "prepare.lock");
const waiting = (owner) => say(`Ждём: сборку ведёт процесс ${owner.pid}`);

/** The Prisma client, without network and without the engine. */
export async function generateClient() {
  if (isFresh(clientStamp, schemaFingerprint())) return;
  await underLock(prepareLock, waiting, async () => {
    const wanted = schemaFingerprint();
    if (isFresh(clientStamp, wanted)) return;
    say("Создаём клиент базы данных");
    await runQuietly([inRoot("node_modules", "prisma", "build", "index.js"), "generate", "--no-hints"], "prisma generate");
    writeWhole(clientStamp, wanted);
  });
}

export const isBuilt = () => isFresh(buildStamp, buildFingerprint()) && ["server", "job"].every((name) => fs.existsSync(inRoot("dist", `${name}.mjs`)));

/** Server, demonstration and pages for production. */
export async function buildForProduction(env = process.env) {
  await generateClient();
  if (isBuilt()) return;
  await underLock(prepareLock, waiting, async () => {
    if (isBuilt()) return;
    const wanted = buildFingerprint();
    say("Собираем приложение: это нужно, когда изменились исходники, и займёт одну-две минуты");
    fs.rmSync(buildStamp, { force: true });
    await bundleServer();
    const told = /^\s*(✓|▲|Creating|Collecting|Generating)\s*/;
    await runQuietly([inRoot("node_modules", "next", "dist", "bin", "next"), "build"], "next build", { env: { ...env, NODE_ENV: "production" }, told });
    writeWhole(buildStamp, wanted);
    say("Приложение собрано");
  });
}

/** The bundles take milliseconds: they are made anew wherever they are used without the pages. */
export async function bundleServer() {
  await bundle("server", "src/server.ts");
  await bundle("job", "src/job.ts");
  await bundleDemo();
}

export const bundleDemo = () => bundle("demo", "prisma/seed/run.ts");

/** Runs a Node program; shows of its output the lines that tell of progress, and the rest only when it fails. */
async function runQuietly(args, name, { env = process.env, told } = {}) {
  const child = startNode(args, { env });
  const lines = [];
  eachLine(child, (line) => {
    lines.push(line);
    if (told?.test(line)) say(`  ${line.trim()}`);
  });
  const { code } = await child.ended;
  if (code === 0) return;
  if (isEnding()) throw new Refusal(`${name} прерван.`);
  const text = lines.join("\n").trimEnd();
  if (/ENOSPC|No space left/.test(text)) throw new Refusal("На диске не осталось места для сборки. Освободите его и запустите ещё раз.");
  console.error(lines.slice(-60).join("\n"));
  throw new Refusal(`${name} не удался, его вывод выше.`);
}
