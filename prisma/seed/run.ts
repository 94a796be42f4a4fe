// The demonstration as a process of its own: started by scripts/lib/demo.mjs with everything in the environment.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadDemo } from "./demo";

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

const dataFolder = required("DATA_DIR");
const { accounts } = await loadDemo({
  databaseUrl: required("DATABASE_URL"),
  now: new Date(required("DEMO_NOW")),
  scale: Number(process.env.DEMO_SCALE || "1"),
  report: (line) => console.log(line),
});

mkdirSync(dataFolder, { recursive: true });
writeFileSync(path.join(dataFolder, "demo-accounts.json"), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
process.exit(0); // a pool left open must not keep the start waiting
