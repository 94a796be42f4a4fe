// Bundles a TypeScript entry and runs it in a process of its own, with its output let through.
import fs from "node:fs";
import { bundle } from "./bundle.mjs";
import { startNode } from "./child.mjs";
import { generateClient } from "./build.mjs";
import { inRoot } from "./paths.mjs";
import { Refusal } from "./say.mjs";

/** @returns the exit code */
export async function runEntry(name, entry, args, env = process.env) {
  if (!fs.existsSync(inRoot(entry))) throw new Refusal(`Нет файла ${entry}.`);
  await generateClient();
  const file = await bundle(name, entry);
  const { code } = await startNode(["--enable-source-maps", file, ...args], { env, output: "inherit" }).ended;
  return code;
}
