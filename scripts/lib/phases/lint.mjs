// oxlint finds both: what breaks the ways of writing, and what TypeScript says. One run, counted as two checks.
import fs from "node:fs";
import { spawn } from "node:child_process";
import { generateClient } from "../build.mjs";
import { inRoot } from "../paths.mjs";
import { Refusal, show } from "../say.mjs";
import { runTool } from "./run-tool.mjs";

const places = ["src", "prisma", "e2e", "bench", "scripts", "tools"].filter((place) => fs.existsSync(inRoot(place)));
const fixtures = "tools/lint/fixtures";
const isType = ({ code }) => /^typescript\(TS\d+\)$/.test(code ?? "");

let both;

export async function lint() {
  await checkLockfile();
  await checkRulesFire();
  return report((await run()).filter((found) => !isType(found)));
}

export const types = async () => report((await run()).filter(isType));

function report(found) {
  for (const { filename, labels, message, code } of found) {
    const { line, column } = labels?.[0]?.span ?? {};
    show(`   ${filename}:${line}:${column} ${message} [${code}]`);
  }
  return found.length ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 };
}

async function run() {
  return (both ??= await (async () => {
    await generateClient();
    await typesOfRoutes();
    return diagnostics(["--type-aware", "--type-check", "--ignore-pattern", `${fixtures}/**`, ...places, ...configurations()]);
  })());
}

const configurations = () => fs.readdirSync(inRoot()).filter((name) => /\.config\.(ts|mjs)$/.test(name));

/** next-env.d.ts and the types of routes: made by Next, not kept in the repository. */
async function typesOfRoutes() {
  if (!fs.existsSync(inRoot("src", "app"))) return;
  const { code, text } = await runTool([inRoot("node_modules", "next", "dist", "bin", "next"), "typegen"]);
  if (code !== 0) throw new Refusal(`next typegen не удался: ${text.trim().split("\n").at(-1)}`);
}

/** Where one is incomplete, a fresh machine cannot install, and nobody who has node_modules notices. */
async function checkLockfile() {
  const { code, text } = await runTool([inRoot("tools", "lockfile", "complete.mjs"), "--check"]);
  if (code !== 0) throw new Refusal(text);
}

/** A rule of our own that does not fire on what breaks it is not a rule. */
async function checkRulesFire() {
  const fired = new Set((await diagnostics([fixtures])).map(({ code }) => code));
  const silent = ["house(no-role-comparison)", "house(no-clock)"].filter((code) => !fired.has(code));
  if (silent.length) throw new Refusal(`Правило не сработало на примере, который его нарушает: ${silent.join(", ")}`);
}

function diagnostics(args) {
  const child = spawn(inRoot("node_modules", ".bin", "oxlint"), ["--format=json", ...args], { cwd: inRoot(), stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (errors += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => {
      try {
        const { diagnostics: found, number_of_files: files } = JSON.parse(output);
        if (!files) throw new Error("no files");
        resolve(found.filter(({ severity }) => severity === "error"));
      } catch {
        reject(new Refusal(`oxlint не сработал: ${(errors || output).trim().split("\n")[0]}`));
      }
    });
  });
}
