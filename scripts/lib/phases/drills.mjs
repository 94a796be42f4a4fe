// Every large exercise, small.
import { drillNames, loadDrill, runDrillApart } from "../drill-runner.mjs";
import { generateClient } from "../build.mjs";
import { show } from "../say.mjs";

export async function drills({ args }) {
  const count = { passed: 0, failed: 0 };
  const names = drillNames().filter((name) => !args.length || args.includes(name));
  if (!names.length) show("   В bench/drills нет учений");
  else await generateClient();
  for (const name of names) {
    const { smallScale = 0.01 } = await loadDrill(name);
    count[(await runDrillApart(name, { scale: smallScale, verbose: false })) ? "passed" : "failed"] += 1;
  }
  return count;
}
