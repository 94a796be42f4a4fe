// npm run drill                                   what there is
// npm run drill -- <name> [--scale 1] [--seed 7]  one exercise at its stated size, or at another
// npm run drill -- all [--scale 0.1]              all of them
import { generateClient } from "../lib/build.mjs";
import { drillNames, loadDrill, runDrill, runDrillApart } from "../lib/drill-runner.mjs";
import { Refusal, show } from "../lib/say.mjs";
import { runToEnd } from "../lib/stopping.mjs";

export default (args) => runToEnd(() => drill(args));

async function drill(args) {
  const name = args[0]?.startsWith("--") ? undefined : args[0];
  const scale = numberAfter("--scale", args, 1);
  const seed = numberAfter("--seed", args);
  await generateClient();
  if (!name) return list();
  const known = drillNames();
  if (name !== "all" && !known.includes(name)) throw new Refusal(`Нет учения «${name}». Есть: ${known.join(", ") || "ни одного"}.`);
  if (name !== "all") return (await runDrill(name, { scale, seed, verbose: !args.includes("--quiet") })) ? 0 : 1;
  let failed = 0;
  for (const each of known) if (!(await runDrillApart(each, { scale, seed }))) failed += 1;
  return failed ? 1 : 0;
}

async function list() {
  for (const name of drillNames()) show(`  ${name.padEnd(24)} ${(await loadDrill(name)).title}`);
  show("\nЗапустить: npm run drill -- <имя> [--scale 1] [--seed 7], все сразу: npm run drill -- all");
}

function numberAfter(flag, args, otherwise) {
  const at = args.indexOf(flag);
  if (at === -1) return otherwise;
  const value = Number(args[at + 1]);
  if (!Number.isFinite(value) || value <= 0) throw new Refusal(`После ${flag} нужно положительное число.`);
  return value;
}
