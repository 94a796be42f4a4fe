import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { allTexts } from "@seed/texts";
import { fill } from "@seed/wording";
import { readPairs, readQueries, readTexts, type Pair, type Query, type Text } from "./labels";
import type { Options } from "./options";

export interface Labelled {
  /** «own», «real», «given» */
  readonly name: string;
  readonly texts: readonly Text[];
  readonly queries: readonly Query[];
  readonly pairs: readonly Pair[];
}

const labels = (name: string): string => path.resolve("bench", "evaluate", "labels", name);
const slots = { street: "Мира", house: "12", village: "Знаменка", centre: "Никола", school: "5", n: "4", year: "2026" };

/** In: what was asked for. Out: texts with their labels, and a sentence about what is missing. */
export function readSets({ given, data }: Options): { readonly sets: readonly Labelled[]; readonly missing: string | null } {
  if (given) return { sets: [checked({ name: "given", texts: readTexts(given.corpus), queries: given.queries ? readQueries(given.queries) : [], pairs: given.pairs ? readPairs(given.pairs) : [] })], missing: null };
  const own = checked({ name: "own", texts: ownTexts(), queries: readQueries(labels("own-queries.csv")), pairs: readPairs(labels("own-pairs.csv")) });
  const file = path.join(data, "initiatives", "roi-2013-municipal-regional.jsonl");
  if (!existsSync(file)) return { sets: [own], missing: `Настоящих инициатив нет: ${file}. Измерено без них; папку называет --data.` };
  return { sets: [own, checked({ name: "real", texts: readTexts(file), queries: readQueries(labels("real-queries.csv")), pairs: readPairs(labels("real-pairs.csv")) })], missing: null };
}

/** The texts that the demonstration grows from: every wording is one. */
function ownTexts(): Text[] {
  return allTexts.flatMap(({ id, wordings }) => wordings.map(({ title, essence }, at) => ({ id: `${id}/${at + 1}`, title: fill(title, slots), text: fill(essence, slots) })));
}

/** A label of a text that isn't there would count as missed: that is told instead. */
function checked(set: Labelled): Labelled {
  const known = new Set(set.texts.map(({ id }) => id));
  if (known.size !== set.texts.length) throw new Error(`${set.name}: один id у двух текстов.`);
  const unknown = [...set.queries.flatMap(({ ids }) => ids), ...set.pairs.flatMap(({ a, b }) => [a, b])].find((id) => !known.has(id));
  if (unknown !== undefined) throw new Error(`${set.name}: в метках назван текст ${unknown}, а его нет.`);
  return set;
}

export type Half = "tune" | "report";

/** Which half a label falls into: by what it says, so that it stays there when others are added. */
export function halfOf(label: string): Half {
  return (createHash("sha256").update(label).digest()[0] ?? 0) % 2 === 0 ? "tune" : "report";
}

/** A pair goes where its first text's group goes: one text is not tuned on and reported by. */
export const halfOfPair = ({ a }: Pair): Half => halfOf(a.replace(/\/\d+$/, ""));
