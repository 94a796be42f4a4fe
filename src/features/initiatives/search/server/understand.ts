import type { Db } from "@/platform/db/client";
import { weightOf, type Chunk, type Group, type Typed } from "../rules";
import { kinOf } from "../words/kin";
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
/** Another word for the same matter. */
const sameMatter = 0.4;
/** What was taken for a slip of the finger. */
const afterSlip = 0.75;
const unfinished = 0.8;
/** Weight of a word that no public initiative holds. */
const unheard = 0.2;
/** Of a large family the most frequent. */
const mostStems = 24;
/** … and of a family that many initiatives hold, none that hardly any of them do: each costs as much as the others. */
const many = 5_000;
const hardlyAny = 0.005;

/** In: what was typed. Out: the words that are meant: of their families, of the other keyboard layout, without slips of the finger. */
export async function understand(db: Db, { chunks }: Pick<Typed, "chunks">): Promise<Understood> {
  const known = await lookUp(db, [...new Set(chunks.flatMap(({ words, swapped, joined }) => [...words, ...swapped, ...(joined ? [joined] : [])]))]);
  const groups: Group[] = [];
  const meant: string[] = [];
  for (const [at, chunk] of chunks.entries()) {
    const words = chosenOf(chunk, known);
    for (const [index, word] of words.entries()) {
      const isLast = at === chunks.length - 1 && index === words.length - 1;
      const { found, said } = await groupsOf(db, word, known, isLast);
      meant.push(said);
      groups.push(...found.map((group) => (chunk.joined === null ? group : withJoined(group, chunk.joined, known))));
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

/** Other words for the same matter. */
function kinIn(word: string, known: Known): KnownWord[] {
  const kin = kinOf(rootOf(word));
  return kin.size === 0 ? [] : known.words.filter((one) => kin.has(one.root));
}

interface Meant {
  readonly found: readonly Group[];
  readonly said: string;
}

async function groupsOf(db: Db, word: string, known: Known, isLast: boolean): Promise<Meant> {
  const stem = known.stems.get(word) ?? null;
  if (stem === null) return { found: [], said: word };
  if (isKnown(word, known)) return { found: [makeGroup(word, stem, known, 1)], said: word };
  const begun = isLast && word.length > 2 ? await findBeginning(db, word) : [];
  if (begun.length > 0) return { found: [{ ...makeGroup(word, stem, known, 1, begun), beginning: word }], said: word };
  return (await asTwoWords(db, word)) ?? (await withoutSlips(db, word, stem, known.all)) ?? { found: [{ ...makeGroup(word, stem, known, 1), beginning: isLast && word.length > 2 ? word : null }], said: word };
}

const shortestPart = 3;

/** «скейтпарк», where nobody writes it so: «скейт парк». */
async function asTwoWords(db: Db, word: string): Promise<Meant | null> {
  const cuts = Array.from({ length: Math.max(0, word.length - 2 * shortestPart + 1) }, (_, at) => [word.slice(0, at + shortestPart), word.slice(at + shortestPart)] as const);
  if (cuts.length === 0) return null;
  const known = await lookUp(db, cuts.flat());
  const cut = cuts.find((parts) => parts.every((part) => known.words.some((one) => one.word === part)));
  return cut ? { found: cut.map((part) => makeGroup(part, known.stems.get(part) ?? part, known, afterSlip)), said: cut.join(" ") } : null;
}

/** «скейт-парк» is also «скейтпарк»: whatever holds that holds both. */
function withJoined(group: Group, joined: string, known: Known): Group {
  const family = familyOf(joined, known);
  return { ...group, stems: [...new Set([...group.stems, ...family.map(({ stem }) => stem)])], forms: new Map([...family.map(({ word }) => [word, 1] as const), ...group.forms]) };
}

/** The known word that the fewest slips turn into this one; of several the most frequent. */
async function withoutSlips(db: Db, word: string, stem: string, all: number): Promise<Meant | null> {
  const right = all === 0 ? null : await rightWord(db, word, stem);
  if (right === null) return null;
  const known = await lookUp(db, [right]);
  return { found: [makeGroup(right, known.stems.get(right) ?? right, known, afterSlip)], said: right };
}

async function rightWord(db: Db, word: string, stem: string): Promise<string | null> {
  const most = slipsForgiven(word);
  if (most === 0) return null;
  const near = await findNear(db, [...new Set([...oneSlipFrom(word), ...(stem.length > 3 ? oneSlipFrom(stem) : [])])], most > 1 ? word : null);
  const slips = (one: KnownWord) => Math.min(slipsBetween(word, one.word, most), slipsBetween(stem, one.stem, most) + 0.5);
  const [best] = near.map((one) => ({ one, slips: slips(one) })).filter((each) => each.slips < most + 1).toSorted((a, b) => a.slips - b.slips || b.one.initiatives - a.one.initiatives);
  return best?.one.word ?? null;
}

function makeGroup(word: string, stem: string, known: Known, quality: number, begun: readonly KnownWord[] = []): Group {
  const kin = kinIn(word, known);
  const members = [...familyOf(word, known), ...begun, ...kin].toSorted((a, b) => Number(b.stem === stem) - Number(a.stem === stem) || b.initiatives - a.initiatives);
  const held = members.reduce((sum, one) => sum + (kin.includes(one) ? 0 : one.initiatives), 0);
  const telling = members.filter(({ initiatives }) => initiatives >= held * hardlyAny || held < many);
  const stems = [...new Set([stem, ...telling.map((one) => one.stem)])].slice(0, mostStems);
  const fit = (one: KnownWord) => quality * (one.stem === stem ? 1 : begun.includes(one) ? unfinished : kin.includes(one) ? sameMatter : sameRoot);
  return {
    word, stems, beginning: null,
    forms: new Map([...members.toReversed().map((one) => [one.word, fit(one)] as const), [word, quality]]),
    initiatives: Math.min(known.all, members.reduce((sum, one) => sum + one.initiatives, 0)),
    // what nobody has written yet mustn't outweigh what many have
    weight: held === 0 && known.all > 0 ? unheard : weightOf(held, known.all),
  };
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
    return stem === null ? [] : [makeGroup(word, stem, known, 1)];
  });
  return { groups: distinct(groups), all: known.all };
}
