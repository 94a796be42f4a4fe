import type { Db } from "@/platform/db/client";
import { weightOf, type Chunk, type Group, type Typed } from "../rules";
import { rootOf } from "../words/rules";
import { oneSlipFrom, slipsBetween, slipsForgiven } from "../words/spelling";
import { findBeginning, findNear, lookUp, type Known, type KnownWord } from "../vocabulary/server/repo";

export interface Understood {
  readonly groups: readonly Group[];
  /** what was looked for instead of what was typed; null where that is the same */
  readonly meant: string | null;
  /** public initiatives in the vocabulary */
  readonly all: number;
}

/** A form of another word of the family. */
const sameRoot = 0.7;
/** What was taken for a slip of the finger. */
const afterSlip = 0.75;
const unfinished = 0.8;
/** Of a large family the most frequent. */
const mostStems = 60;

/** In: what was typed. Out: the words that are meant: of their families, of the other keyboard layout, without slips of the finger. */
export async function understand(db: Db, { chunks }: Pick<Typed, "chunks">): Promise<Understood> {
  const known = await lookUp(db, [...new Set(chunks.flatMap(({ words, swapped }) => [...words, ...swapped]))]);
  const groups: Group[] = [];
  const meant: string[] = [];
  for (const [at, chunk] of chunks.entries()) {
    const words = chosenOf(chunk, known);
    for (const [index, word] of words.entries()) {
      const isLast = at === chunks.length - 1 && index === words.length - 1;
      const { group, said } = await groupOf(db, word, known, isLast);
      meant.push(said);
      if (group) groups.push(group);
    }
  }
  const typed = chunks.flatMap(({ words }) => words).join(" ");
  return { groups: distinct(groups), meant: meant.join(" ") === typed ? null : meant.join(" "), all: known.all };
}

/** As typed, unless only the other layout makes known words of it – or Russian ones, where neither is known. */
function chosenOf({ words, swapped }: Chunk, known: Known): readonly string[] {
  if (swapped.length === 0 || words.every((word) => isKnown(word, known))) return words;
  if (swapped.every((word) => isKnown(word, known))) return swapped;
  return swapped.every((word) => /^[а-я]+$/.test(word)) ? swapped : words;
}

function isKnown(word: string, known: Known): boolean {
  return /^\d+$/.test(word) || known.stems.get(word) === null || familyOf(word, known).length > 0;
}

function familyOf(word: string, known: Known): KnownWord[] {
  const [stem, root] = [known.stems.get(word), rootOf(word)];
  return known.words.filter((one) => one.stem === stem || one.root === root);
}

async function groupOf(db: Db, word: string, known: Known, isLast: boolean): Promise<{ group: Group | null; said: string }> {
  const stem = known.stems.get(word) ?? null;
  if (stem === null) return { group: null, said: word };
  if (isKnown(word, known)) return { group: makeGroup(word, stem, familyOf(word, known), known.all, 1), said: word };
  const begun = isLast && word.length > 2 ? await findBeginning(db, word) : [];
  if (begun.length > 0) return { group: { ...makeGroup(word, stem, [], known.all, 1, begun), beginning: word }, said: word };
  const right = await withoutSlips(db, word, stem);
  if (!right) return { group: { ...makeGroup(word, stem, [], known.all, 1), beginning: isLast && word.length > 2 ? word : null }, said: word };
  const found = await lookUp(db, [right]);
  return { group: makeGroup(right, found.stems.get(right) ?? right, familyOf(right, found), known.all, afterSlip), said: right };
}

/** The known word that the fewest slips turn into this one; of several the most frequent. */
async function withoutSlips(db: Db, word: string, stem: string): Promise<string | null> {
  const most = slipsForgiven(word);
  if (most === 0) return null;
  const near = await findNear(db, [...new Set([...oneSlipFrom(word), ...(stem.length > 3 ? oneSlipFrom(stem) : [])])], most > 1 ? word : null);
  const slips = (one: KnownWord) => Math.min(slipsBetween(word, one.word, most), slipsBetween(stem, one.stem, most) + 0.5);
  const [best] = near.map((one) => ({ one, slips: slips(one) })).filter((each) => each.slips < most + 1).toSorted((a, b) => a.slips - b.slips || b.one.initiatives - a.one.initiatives);
  return best?.one.word ?? null;
}

function makeGroup(word: string, stem: string, family: readonly KnownWord[], all: number, quality: number, begun: readonly KnownWord[] = []): Group {
  const members = [...family, ...begun].toSorted((a, b) => Number(b.stem === stem) - Number(a.stem === stem) || b.initiatives - a.initiatives);
  const stems = [...new Set([stem, ...members.map((one) => one.stem)])].slice(0, mostStems);
  const fit = (one: KnownWord) => quality * (one.stem === stem ? 1 : begun.includes(one) ? unfinished : sameRoot);
  const initiatives = Math.min(all, members.reduce((sum, one) => sum + one.initiatives, 0));
  return { word, stems, beginning: null, forms: new Map([...members.map((one) => [one.word, fit(one)] as const), [word, quality]]), initiatives, weight: weightOf(initiatives, all) };
}

/** «школа школьная»: one family asked for twice is asked for once. */
function distinct(groups: readonly Group[]): Group[] {
  return groups.filter((group, at) => groups.findIndex((one) => one.word === group.word || (one.stems.length === group.stems.length && one.stems.every((stem) => group.stems.includes(stem)))) === at);
}

/** Of a whole text: its distinct words, the title's first; nothing is guessed. */
export async function wordsOf(db: Db, words: readonly string[]): Promise<{ readonly groups: readonly Group[]; readonly all: number }> {
  const known = await lookUp(db, words);
  const groups = words.flatMap((word) => {
    const stem = known.stems.get(word) ?? null;
    return stem === null ? [] : [makeGroup(word, stem, familyOf(word, known), known.all, 1)];
  });
  return { groups: distinct(groups), all: known.all };
}
