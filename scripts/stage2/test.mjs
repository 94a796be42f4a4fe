// npm test, second stage: every check in order, each with its own count, and one plain line at the end.
//   npm test -- --only browser e2e/journeys/sign-in.spec.ts     one phase; what follows goes to its runner
//   npm test -- --except browser                                all but one
import fs from "node:fs";
import { tryLock, unlock } from "../lib/lock.mjs";
import { inRoot } from "../lib/paths.mjs";
import { explain, Refusal, seconds, show } from "../lib/say.mjs";
import { atEnd, isEnding, runToEnd } from "../lib/stopping.mjs";
import { boundaries } from "../lib/phases/boundaries.mjs";
import { browserTests } from "../lib/phases/browser-tests.mjs";
import { drills } from "../lib/phases/drills.mjs";
import { lint, types } from "../lib/phases/lint.mjs";
import { migrations } from "../lib/phases/migrations.mjs";
import { unitTests } from "../lib/phases/unit-tests.mjs";

const phases = [
  { name: "lint", title: "Правила письма", run: lint },
  { name: "types", title: "Типы", run: types },
  { name: "boundaries", title: "Направления импорта", run: boundaries },
  { name: "migrations", title: "Схема и миграции", run: migrations },
  { name: "unit", title: "Тесты правил и базы данных", run: unitTests },
  { name: "drills", title: "Учения в малом размере", run: drills },
  { name: "browser", title: "Тесты в браузере", run: browserTests },
];

export default (args) => runToEnd(() => test(args));

async function test(args) {
  const { chosen, rest } = choose(args);
  takeFolder();
  separateFromTheMachine();
  const total = { passed: 0, failed: 0 };
  for (const [at, phase] of chosen.entries()) {
    show(`\n── ${at + 1}/${chosen.length} ${phase.title} ${"─".repeat(Math.max(3, 60 - phase.title.length))}`);
    const begun = Date.now();
    const { passed, failed } = await attempt(phase, rest);
    if (isEnding()) return 130; // a run that was cut short has no result
    show(`   ${phase.title}: прошло ${passed}, не прошло ${failed}, ${seconds(Date.now() - begun)} с`);
    total.passed += passed;
    total.failed += failed;
  }
  show(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** A phase that breaks counts as one failure, and the others go on. */
async function attempt({ run }, rest) {
  try {
    return await run({ args: rest, folder: inRoot(".data", "test") });
  } catch (error) {
    if (!isEnding()) console.error(`   ${explain(error)}`);
    return { passed: 0, failed: 1 };
  }
}

function choose(args) {
  const at = args.findIndex((arg) => arg === "--only" || arg === "--except");
  if (at === -1) {
    if (args.length) throw new Refusal(`Неизвестный параметр ${args[0]}. Есть --only и --except с именем: ${phases.map(({ name }) => name).join(", ")}.`);
    return { chosen: phases, rest: [] };
  }
  const names = (args[at + 1] ?? "").split(",");
  const unknown = names.find((name) => !phases.some((phase) => phase.name === name));
  if (unknown !== undefined) throw new Refusal(`Нет проверки «${unknown}». Есть: ${phases.map(({ name }) => name).join(", ")}.`);
  const only = args[at] === "--only";
  const rest = args.toSpliced(at, 2).filter((arg) => arg !== "--");
  return { chosen: phases.filter(({ name }) => names.includes(name) === only), rest };
}

function takeFolder() {
  const lock = inRoot(".data", "test.lock");
  const owner = tryLock(lock);
  if (owner) throw new Refusal(`Тесты уже идут (процесс ${owner.pid}). Дождитесь их или остановите: kill ${owner.pid}`);
  atEnd(() => unlock(lock));
  fs.mkdirSync(inRoot(".data", "test"), { recursive: true });
}

/** The tests need nothing of this machine, and nothing of it may reach them; the zone is odd, so that whoever forgets to name one is found out. */
function separateFromTheMachine() {
  const settings = ["DATABASE_URL", "PORT", "HOST", "DATA_DIR", "PUBLIC_URL", "SMTP_URL", "NEXTAUTH_SECRET", "NEXTAUTH_URL", "DEMO", "NODE_ENV", "LOG_LEVEL", "TRUST_PROXY", "MAIL_FROM", "DB_POOL_SIZE"];
  for (const name of settings) delete process.env[name];
  process.env.TZ = "Asia/Kathmandu";
}
