// npm run evaluate: how well people find by words, and how well like ones are told, on labelled texts, by the platform's own code.
import { say, show } from "../../scripts/lib/say.mjs";
import { runToEnd } from "../../scripts/lib/stopping.mjs";
import type { Text } from "./labels";
import { bestThreshold, countOf, pairMeasures, searchMeasures, type Answered, type Judged, type Measure } from "./measures";
import { readOptions } from "./options";
import { alikeFrom, closeDatabase, settle } from "./platform";
import { halfOf, halfOfPair, readSets, type Half, type Labelled } from "./sets";

interface Outcome {
  readonly set: Labelled;
  readonly answered: readonly Answered[];
  readonly judged: readonly Judged[];
}

async function evaluate(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const { sets, remarks } = readSets(options);
  say(countOf(sets));
  for (const remark of remarks) say(remark);
  const outcomes: Outcome[] = [];
  for (const set of sets) outcomes.push(await ask(set));
  await closeDatabase();
  const lines = options.given ? measuresOf("", outcomes, null, { search: options.given.queries !== null, pairs: options.given.pairs !== null }) : [...outcomes, null].flatMap((one) => (["tune", "report"] as const).flatMap((half) =>
    measuresOf(one ? `${one.set.name} ${half} ` : half === "report" ? "" : "tune ", one ? [one] : outcomes, half)));
  show(`\n${toTable(lines)}\n`);
  const tuned = outcomes.flatMap(({ judged }) => judged.filter(({ pair }) => options.given !== null || halfOfPair(pair) === "tune"));
  if (tuned.length > 0) show(`Порог «похожие» ${alikeFrom}; лучший по этим меткам ${bestThreshold(tuned).threshold} (F1 ${bestThreshold(tuned).f1.toFixed(3)})\n`);
  if (options.misses) showMisses(outcomes);
  for (const line of lines) show(JSON.stringify({ ...line, value: Number.isNaN(line.value) ? null : Number(line.value.toFixed(4)) }));
  return 0;
}

async function ask(set: Labelled): Promise<Outcome> {
  const place = await settle(set.texts);
  const answered: Answered[] = [];
  for (const query of set.queries) answered.push({ query, found: await place.search(query.query, 20) });
  const texts = new Map(set.texts.map((text) => [text.id, text]));
  const alike = new Map<string, Map<string, number>>();
  const judged: Judged[] = [];
  for (const pair of set.pairs) {
    if (!alike.has(pair.b)) alike.set(pair.b, await place.similar(texts.get(pair.b) as Text));
    judged.push({ pair, likeness: alike.get(pair.b)?.get(pair.a) ?? 0 });
  }
  return { set, answered, judged };
}

/** What was asked for has its lines, even where nothing could be measured. */
function measuresOf(prefix: string, outcomes: readonly Outcome[], half: Half | null, asked: { readonly search: boolean; readonly pairs: boolean } = { search: false, pairs: false }): Measure[] {
  const answered = outcomes.flatMap((one) => one.answered.filter(({ query }) => half === null || halfOf(query.query) === half));
  const judged = outcomes.flatMap((one) => one.judged.filter(({ pair }) => half === null || halfOfPair(pair) === half));
  return [...(asked.search || answered.length > 0 ? searchMeasures(answered) : []), ...(asked.pairs || judged.length > 0 ? pairMeasures(judged, alikeFrom) : [])].map((one) => ({ ...one, measure: prefix + one.measure }));
}

function toTable(lines: readonly Measure[]): string {
  const width = Math.max(...lines.map(({ measure }) => measure.length));
  return lines.map(({ measure, value, n }) => `${measure.padEnd(width)}  ${Number.isNaN(value) ? "    –" : value.toFixed(3)}  n ${n}`).join("\n");
}

/** Of the half that one may look at. */
function showMisses(outcomes: readonly Outcome[]): void {
  for (const { set, answered, judged } of outcomes) {
    for (const { query, found } of answered.filter(({ query: { query } }) => halfOf(query) === "tune")) {
      const missed = query.ids.filter((id) => !found.includes(id));
      const wrong = found.slice(0, 5).filter((id) => !query.ids.includes(id));
      if (missed.length > 0 || !query.ids.includes(found[0] ?? "")) show(`«${query.query}»: нет ${missed.join(" ") || "–"}; лишнее ${wrong.join(" ") || "–"}`);
    }
    const titles = new Map(set.texts.map(({ id, title }) => [id, title]));
    for (const { pair, likeness } of judged.filter((one) => halfOfPair(one.pair) === "tune" && one.pair.isDuplicate !== one.likeness >= alikeFrom)) {
      show(`${pair.isDuplicate ? "не узнано" : "лишнее"} ${likeness.toFixed(2)}: ${titles.get(pair.a)} — ${titles.get(pair.b)}`);
    }
  }
}

await runToEnd(evaluate);
