// Checks the project, and that every rule fires on the fixture that breaks it. Prints one line a fault; ends with 1 when there is any.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { violationsIn } from "./cruise.mjs";
import { forbidden, knownFeatures } from "./rules.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const faults = [];

await checkRulesFire();
await checkProject();
checkFeatures();

for (const fault of faults) console.log(fault);
process.exit(faults.length ? 1 : 0);

/** fixtures/<rule>/src/… breaks exactly that rule. */
async function checkRulesFire() {
  for (const { name } of forbidden) {
    const base = path.join(here, "fixtures", name);
    if (!fs.existsSync(base)) {
      faults.push(`tools/boundaries: у правила ${name} нет примера, который его нарушает`);
      continue;
    }
    const { violations } = await violationsIn(base, ["src"], path.join(here, "fixtures", "tsconfig.json"));
    const fired = new Set(violations.map(({ rule }) => rule));
    if (!fired.has(name)) faults.push(`tools/boundaries: правило ${name} не сработало на своём примере`);
    fired.delete(name);
    if (fired.size) faults.push(`tools/boundaries: пример ${name} нарушает и другое: ${[...fired].join(", ")}`);
  }
}

async function checkProject() {
  const folders = ["src", "prisma/seed"].filter((folder) => fs.existsSync(path.join(root, folder)));
  const { modules, edges, violations } = await violationsIn(root, folders, path.join(root, "tsconfig.json"));
  // Under a TypeScript that it does not know dependency-cruiser finds nothing and is content.
  if (modules === 0 || edges === 0) faults.push(`tools/boundaries: просмотрено модулей ${modules}, связей ${edges}: проверка ничего не видит`);
  for (const { rule, from, to } of violations) faults.push(`${rule}: ${from} → ${to}`);
  console.log(`Просмотрено модулей: ${modules}, связей: ${edges}, правил: ${forbidden.length}`);
}

/** A feature without a row would escape the rules; and the vocabulary of file names is closed. */
function checkFeatures() {
  const folder = path.join(root, "src", "features");
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    if (!knownFeatures.has(name)) faults.push(`src/features/${name}: нет в tools/boundaries/rules.mjs, назовите её ряд`);
  }
  for (const file of fs.readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (/(?:^|\/)(?:utils?|helpers?|index)(?:\.tsx?)?$/.test(file)) faults.push(`src/features/${file}: таких имён в доме нет, назовите по делу`);
  }
}
