// Every large exercise, small; two side by side, since each waits for its own servers most of the time.
import { drillNames, loadDrill, runDrillApart } from "../drill-runner.mjs";
import { generateClient } from "../build.mjs";
import { show } from "../say.mjs";
import { buildForTests } from "../test-server.mjs";

const atOnce = 2;

export async function drills({ args }) {
  const count = { passed: 0, failed: 0 };
  const names = drillNames().filter((name) => !args.length || args.includes(name));
  if (!names.length) show("   В bench/drills нет учений");
  else await generateClient();
  await buildForTests();
  const waiting = [];
  for (const name of names) waiting.push({ name, scale: (await loadDrill(name)).smallScale ?? 0.01 });
  const oneAfterAnother = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      count[(await runDrillApart(next.name, { scale: next.scale, verbose: false })) ? "passed" : "failed"] += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, oneAfterAnother));
  return count;
}
