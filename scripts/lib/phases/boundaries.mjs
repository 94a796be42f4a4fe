// Import directions, by dependency-cruiser from a folder of its own (tools/boundaries).
import fs from "node:fs";
import { createHash } from "node:crypto";
import { runNpm } from "../npm.mjs";
import { writeWhole } from "../lock.mjs";
import { inRoot } from "../paths.mjs";
import { say, show } from "../say.mjs";
import { runTool } from "./run-tool.mjs";

const folder = inRoot("tools", "boundaries");

export async function boundaries() {
  await install();
  const { code, text } = await runTool([`${folder}/check.mjs`]);
  for (const line of text.split("\n").filter(Boolean)) show(`   ${line}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function install() {
  const stamp = `${folder}/node_modules/.stamp`;
  const wanted = createHash("sha256").update(fs.readFileSync(`${folder}/package-lock.json`)).digest("hex");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted) return;
  say("Устанавливаем dependency-cruiser с TypeScript 6");
  await runNpm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder, log: "install-boundaries.log", what: "установить dependency-cruiser" });
  writeWhole(stamp, wanted);
}
