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

export interface Sets {
  readonly sets: readonly Labelled[];
  /** sentences about what is missing or was left out */
  readonly remarks: readonly string[];
}

/** Throws for files that can't be read, and for labels of our own that name a text which isn't there. */
export function readSets({ given, data }: Options): Sets {
  if (given) return usable({ name: "given", texts: readTexts(given.corpus), queries: given.queries ? readQueries(given.queries) : [], pairs: given.pairs ? readPairs(given.pairs) : [] });
  const own = whole({ name: "own", texts: ownTexts(), queries: readQueries(labels("own-queries.csv")), pairs: readPairs(labels("own-pairs.csv")) });
  const file = path.join(data, "initiatives", "roi-2013-municipal-regional.jsonl");
  if (!existsSync(file)) return { sets: [own], remarks: [`Настоящих инициатив нет: ${file}. Измерено без них; папку называет --data.`] };
  return { sets: [own, whole({ name: "real", texts: readTexts(file), queries: readQueries(labels("real-queries.csv")), pairs: readPairs(labels("real-pairs.csv")) })], remarks: [] };
}

/** The texts that the demonstration grows from: every wording is one. */
function ownTexts(): Text[] {
  return allTexts.flatMap(({ id, wordings }) => wordings.map(({ title, essence }, at) => ({ id: `${id}/${at + 1}`, title: fill(title, slots), text: fill(essence, slots) })));
}

/** Labels of somebody else: what names a text that isn't there can't be judged, and is counted instead of measured. */
function usable({ name, texts, queries, pairs }: Labelled): Sets {
  const byId = new Map(texts.toReversed().map((text) => [text.id, text]));
  const kept = texts.filter((text) => byId.get(text.id) === text);
  const known = queries.map(({ query, ids }) => ({ query, ids: ids.filter((id) => byId.has(id)) }));
  const judged = pairs.filter(({ a, b }) => byId.has(a) && byId.has(b));
  const absent = queries.flatMap(({ ids }) => ids).length - known.flatMap(({ ids }) => ids).length;
  const remarks = [
    ...(kept.length < texts.length ? [`Текстов с уже встреченным id: ${texts.length - kept.length}; взят первый.`] : []),
    ...(absent > 0 ? [`Меток запросов, чьих текстов нет: ${absent}; не измерены.`] : []),
    ...(judged.length < pairs.length ? [`Пар, чьих текстов нет: ${pairs.length - judged.length}; не измерены.`] : []),
  ];
  return { sets: [{ name, texts: kept, queries: known.filter(({ ids }) => ids.length > 0), pairs: judged }], remarks };
}

/** Our own labels name texts that are there. */
function whole(set: Labelled): Labelled {
  const { remarks } = usable(set);
  if (remarks.length > 0) throw new Error(`${set.name}: ${remarks.join(" ")}`);
  return set;
}

export type Half = "tune" | "report";

/** Which half a label falls into: by what it says, so that it stays there when others are added. */
export function halfOf(label: string): Half {
  return (createHash("sha256").update(label).digest()[0] ?? 0) % 2 === 0 ? "tune" : "report";
}

/** A pair goes where its first text's group goes: one text is not tuned on and reported by. */
export const halfOfPair = ({ a }: Pair): Half => halfOf(a.replace(/\/\d+$/, ""));
