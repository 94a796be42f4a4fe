import type { Labelled } from "./sets";
import type { Pair, Query } from "./labels";

export interface Measure {
  readonly measure: string;
  readonly value: number;
  /** queries or pairs that it is the mean of */
  readonly n: number;
}

export interface Answered {
  readonly query: Query;
  /** the first twenty */
  readonly found: readonly string[];
}

export interface Judged {
  readonly pair: Pair;
  readonly likeness: number;
}

const mean = (values: readonly number[]): number => (values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length);
const share = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole);

const right = (found: readonly string[], { ids }: Query): number => found.filter((id) => ids.includes(id)).length;

/** Of the first five, how many answer: a query with two answers has 0.4 at best, which `best` tells. */
export function searchMeasures(answered: readonly Answered[]): Measure[] {
  const n = answered.length;
  return [
    { measure: "precision@5", value: mean(answered.map(({ query, found }) => right(found.slice(0, 5), query) / 5)), n },
    { measure: "precision@5 at best", value: mean(answered.map(({ query }) => Math.min(5, query.ids.length) / 5)), n },
    { measure: "first is right", value: mean(answered.map(({ query, found }) => right(found.slice(0, 1), query))), n },
    { measure: "recall@20", value: mean(answered.map(({ query, found }) => right(found.slice(0, 20), query) / query.ids.length)), n },
  ];
}

/** Told to be duplicates: those at the threshold and above. */
export function pairMeasures(judged: readonly Judged[], threshold: number): Measure[] {
  const told = judged.filter(({ likeness }) => likeness >= threshold);
  const real = judged.filter(({ pair }) => pair.isDuplicate);
  const both = told.filter(({ pair }) => pair.isDuplicate).length;
  return [
    { measure: "duplicates precision", value: share(both, told.length), n: judged.length },
    { measure: "duplicates recall", value: share(both, real.length), n: judged.length },
  ];
}

/** Where on the tuning half both are best together (F1). */
export function bestThreshold(judged: readonly Judged[]): { readonly threshold: number; readonly f1: number } {
  const at = (threshold: number) => {
    const [precision, recall] = pairMeasures(judged, threshold).map(({ value }) => value);
    const [p, r] = [precision ?? 0, recall ?? 0];
    return p + r > 0 ? (2 * p * r) / (p + r) : 0;
  };
  return Array.from({ length: 91 }, (_, index) => (index + 5) / 100).map((threshold) => ({ threshold, f1: at(threshold) })).reduce((best, one) => (one.f1 > best.f1 ? one : best));
}

export const countOf = (sets: readonly Labelled[]): string => sets.map(({ name, texts, queries, pairs }) => `${name}: текстов ${texts.length}, запросов ${queries.length}, пар ${pairs.length}`).join("; ");
