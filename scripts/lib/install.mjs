// Installs from the lockfile when something is missing. `npm ci` runs with --ignore-scripts: npm 11.19 and newer skip most install
// scripts anyway, older ones run all, and Prisma's would download an engine we do not need. The two steps that matter we take ourselves.
import fs from "node:fs";
import path from "node:path";
import { createHash } from "node:crypto";
import { runNpm, nodeAside } from "./npm.mjs";
import { inRoot } from "./paths.mjs";
import { readMark, underLock, writeWhole } from "./lock.mjs";
import { installedRuntime, installedRuntimeWorks, isNewEnough } from "./runtime.mjs";
import { embeddedPackage, isHydrated } from "./embedded-package.mjs";
import { Refusal, say } from "./say.mjs";
import { freeMegabytes } from "./disk.mjs";

const stampFile = inRoot("node_modules", ".stamp");
const neededMegabytes = 2000;

const wantedStamp = () =>
  createHash("sha256").update(fs.readFileSync(inRoot("package-lock.json"))).update(`${process.platform} ${process.arch}`).digest("hex");

const hasStamp = () => fs.existsSync(stampFile) && fs.readFileSync(stampFile, "utf8").trim() === wantedStamp();

/** A developer's own `npm install` counts: npm writes its hidden lockfile last, so where the two agree the install is whole. */
function agreesWithLockfile() {
  const hidden = readMark(inRoot("node_modules", ".package-lock.json"));
  const wanted = JSON.parse(fs.readFileSync(inRoot("package-lock.json"), "utf8"));
  if (!hidden?.packages) return false;
  return Object.entries(wanted.packages).every(([where, entry]) => {
    if (where === "") return true;
    const found = hidden.packages[where];
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional || entry.peer);
  });
}

/** The stamp, and the two things that somebody's own `npm rebuild` or clean-up may have taken since. */
const isComplete = () => hasStamp() && fs.existsSync(installedRuntime) && (!embeddedPackage() || isHydrated(embeddedPackage()));

export async function ensureInstalled() {
  if (isComplete()) return;
  if (!fs.existsSync(inRoot("package-lock.json"))) throw new Refusal("Нет package-lock.json: папка скопирована не целиком.");
  await underLock(inRoot(".data", "prepare.lock"), (owner) => say(`Ждём: зависимости ставит или сборку ведёт процесс ${owner.pid}`), async () => {
    if (isComplete()) return;
    if (!agreesWithLockfile()) await installAll();
    await finishRuntime();
    await finishDatabase();
    writeWhole(stampFile, wantedStamp());
  });
}

async function installAll() {
  const free = freeMegabytes(inRoot());
  if (free < neededMegabytes) throw new Refusal(`Для установки нужно около ${neededMegabytes} МБ на диске, а свободно ${free} МБ.`);
  say("Устанавливаем зависимости по package-lock.json: это один раз и займёт около минуты");
  await runNpm(["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"], { cwd: inRoot(), log: "install.log", what: "установить зависимости" });
  say("Зависимости установлены");
}

/** The `node` package fetches its binary in an install script. */
async function finishRuntime() {
  if (installedRuntimeWorks()) return;
  const cwd = inRoot("node_modules", "node");
  const { version } = readMark(path.join(cwd, "package.json")) ?? {};
  say(`Устанавливаем Node ${version}`);
  try {
    await runNpm(null, { cwd, log: "install.log", what: `установить Node ${version}`, script: "installArchSpecificPackage.js" });
  } catch (error) {
    if (!isNewEnough(process.versions.node)) throw error;
    return say(`Node ${version} не установился; работаем на вашем Node ${process.versions.node}`);
  }
  const link = inRoot("node_modules", ".bin", "node");
  if (!fs.existsSync(link) && process.platform !== "win32") fs.symlinkSync("../node/bin/node", link);
}

/** npm packages cannot hold symbolic links; without these the database's libraries are not found. */
async function finishDatabase() {
  const folder = embeddedPackage();
  if (!folder || isHydrated(folder)) return;
  await nodeAside(path.join("scripts", "hydrate-symlinks.js"), folder);
  if (!isHydrated(folder)) throw new Refusal(`Не удалось подготовить библиотеки PostgreSQL в ${folder}. Удалите node_modules и запустите ещё раз.`);
}
