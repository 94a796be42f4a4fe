import { writeFileSync } from "node:fs";
import path from "node:path";
import { encodeCursor } from "@/shared/lists/cursor";
import { newId } from "@/shared/ids/id";
import { mutate } from "../crew";
import type { Shot, Target } from "../load";
import { inTurn, type Scene } from "../scene";
import { fixed, type Prepared, type Workload } from "./workload";

const isWhole = (body: string): boolean => body.endsWith("</html>");

/** Draws the page once and leaves its bytes to the bare server. Out: both targets; a sentence when there is no such page. */
async function page(scene: Scene, name: string, sample: string, next: () => Shot): Promise<Pick<Prepared, "ours" | "bare"> | string> {
  const response = await fetch(new URL(sample, scene.ours), { redirect: "manual" });
  const html = await response.text();
  if (response.status !== 200 || !isWhole(html)) return `страницы ${sample} нет: ответ ${response.status}`;
  writeFileSync(path.join(scene.folder, "pages", `${name}.html`), html);
  const bare: Target = { origin: scene.bare, next: () => ({ path: `/page?name=${name}` }), accepts: isWhole };
  return { ours: fixed({ origin: scene.ours, next, accepts: isWhole }), bare: fixed(bare) };
}

const front: Workload = {
  name: "front",
  title: "Главная страница",
  concurrency: 16,
  mark: 4,
  prepare: async (scene) => await page(scene, "front", "/", () => ({ path: "/" })),
};

const catalogueWarm: Workload = {
  name: "catalogue-warm",
  title: "Каталог, одна и та же страница",
  concurrency: 16,
  mark: 4,
  prepare: async (scene) => await page(scene, "catalogue", "/initiatives", () => ({ path: "/initiatives" })),
};

const catalogueCold: Workload = {
  name: "catalogue-cold",
  title: "Каталог, каждый раз новый адрес",
  concurrency: 16,
  prepare: async (scene) => {
    const span = Date.now() - scene.beganAt.getTime();
    const next = () => {
      const at = new Date(scene.beganAt.getTime() + span * (0.1 + 0.8 * Math.random()));
      return { path: `/initiatives?after=${encodeCursor([at.toISOString(), newId(at)])}` };
    };
    return await page(scene, "cold", next().path, next);
  },
};

const catalogueMany: Workload = {
  name: "catalogue-1000",
  title: "Каталог, 1 000 адресов и запись раз в секунду",
  concurrency: 16,
  prepare: async (scene) => {
    const { rows } = await scene.database.query<{ municipalityId: string; directionId: string; number: number }>(
      `SELECT "municipalityId", "directionId", max(number) FILTER (WHERE status = 'inConsideration') AS number FROM "Initiative"
       WHERE "marathonId" = $1 GROUP BY 1, 2 HAVING count(*) FILTER (WHERE status = 'inConsideration') > 0 ORDER BY count(*) DESC LIMIT 1000`,
      [scene.marathonId],
    );
    const paths = rows.flatMap(({ municipalityId, directionId }, index) => {
      const narrowed = `/initiatives?municipality=${municipalityId}&direction=${directionId}`;
      return rows.length * 2 > 1_000 && index * 2 >= 1_000 ? [] : [narrowed, `${narrowed}&sort=supported`];
    }).slice(0, 1_000);
    const next = inTurn(paths);
    const found = await page(scene, "many", next(), () => ({ path: next() }));
    await visitAll(scene.ours, paths);
    return typeof found === "string" ? found : { ...found, beside: () => supportEachSecond(scene, rows.map(({ number }) => number)) };
  },
};

const longestVisitMs = 60_000;

/** Everything has been looked at once before the measurement, as far as the time allows. */
async function visitAll(origin: string, paths: readonly string[]): Promise<void> {
  const until = Date.now() + longestVisitMs;
  const left = paths.values();
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (const path of left) if (Date.now() < until) await (await fetch(new URL(path, origin))).arrayBuffer();
  }));
}

/** Residents support initiatives: the catalogue shows how many, so it changes each time. */
function supportEachSecond(scene: Scene, numbers: readonly number[]): { stop: () => Promise<void> } {
  const nextNumber = inTurn(numbers);
  const nextResident = inTurn(scene.residents);
  let writing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    const call = { origin: scene.ours, cookie: nextResident().cookie, procedure: "initiative.support", input: { number: nextNumber(), on: true } };
    // one's own initiative can't be supported: that write is a refusal, and no harm
    writing = mutate(call).catch(() => undefined);
  }, 1_000);
  return {
    stop: async () => {
      clearInterval(timer);
      await writing;
    },
  };
}

export const pages: readonly Workload[] = [front, catalogueWarm, catalogueCold, catalogueMany];
