import type { Group } from "./rules";
import { tokensOf, type Token } from "./words/rules";

export interface Text {
  readonly title: string;
  readonly essence: string;
}

export interface Piece {
  readonly text: string;
  /** it is what was looked for */
  readonly hit: boolean;
}

/** Longer texts are looked at so far: what they are about is said by then. */
const lookedAt = 2_500;
/** Of what a word is worth, this much for standing in the title. */
const titleShare = 0.4;
const orderShare = 0.08;
const freshShare = 0.12;
/** A word stands beside another when at most so many are between. */
const beside = 2;

interface Hit {
  readonly at: number;
  readonly group: number;
}

/** Knows how well words of texts fit the groups of one query; each word is compared once, however many texts hold it. */
export class Matcher {
  private readonly known = new Map<string, readonly number[] | null>();
  private readonly groups: readonly Group[];

  constructor(groups: readonly Group[]) {
    this.groups = groups;
  }

  /** In: a word of a text. Out: how well it fits each group, null where it fits none. */
  fit(word: string): readonly number[] | null {
    const before = this.known.get(word);
    if (before !== undefined) return before;
    const fits = this.groups.map((group) => fitOf(word, group));
    const found = fits.some((fit) => fit > 0) ? fits : null;
    this.known.set(word, found);
    return found;
  }

  isHit(word: string): boolean {
    return this.fit(word) !== null;
  }

  /**
   * How well a text answers, from 0 to a little above 1: the share of the query's weight that it holds, more for words of the title,
   * a little for words in the order asked for and for freshness (0 the oldest, 1 the newest of those compared).
   */
  score({ title, essence }: Text, freshness: number): number {
    const inTitle = this.groups.map(() => 0);
    const anywhere = this.groups.map(() => 0);
    const hits: Hit[] = [];
    const see = (text: string, shift: number, best: readonly number[][]) => {
      tokensOf(text).forEach(({ word }, index) => this.fit(word)?.forEach((fit, group) => {
        if (fit === 0) return;
        hits.push({ at: index + shift, group });
        for (const one of best) one[group] = Math.max(one[group] ?? 0, fit);
      }));
    };
    see(title, 0, [inTitle, anywhere]);
    see(essence.slice(0, lookedAt), 1_000, [anywhere]);
    const whole = this.groups.reduce((sum, { weight }) => sum + weight, 0) || 1;
    const held = this.groups.reduce((sum, { weight }, at) => sum + weight * ((1 - titleShare) * (anywhere[at] ?? 0) + titleShare * (inTitle[at] ?? 0)), 0);
    return held / whole + orderShare * inOrder(hits, this.groups.length) + freshShare * freshness;
  }
}

/** In: hits in the order of the text. Out: the share of neighbours in the query that stand beside each other in it. */
function inOrder(hits: readonly Hit[], groups: number): number {
  if (groups < 2) return 0;
  const last = new Map<number, number>();
  const met = new Set<number>();
  for (const { at, group } of hits) {
    const before = last.get(group - 1);
    if (before !== undefined && at > before && at - before <= beside + 1) met.add(group);
    last.set(group, at);
  }
  return met.size / (groups - 1);
}

const unfinished = 0.8;
const longestEnding = 3;

function fitOf(word: string, { forms, beginning, stems }: Group): number {
  const known = forms.get(word);
  if (known !== undefined) return known;
  if (beginning !== null && word.startsWith(beginning)) return unfinished;
  // a form that the vocabulary has not met yet
  return stems.some((stem) => stem.length > 3 && word.startsWith(stem) && word.length - stem.length <= longestEnding) ? unfinished : 0;
}

/** In: a text. Out: the whole of it in pieces, for <mark>; nothing in it is ever taken for markup. */
export function mark(text: string, matcher: Matcher): Piece[] {
  return piecesOf(text, tokensOf(text).filter(({ word }) => matcher.isHit(word)));
}

/** Words of an excerpt. */
const excerptWords = 34;
const wordsBefore = 6;

/** The part of a text where most of what was looked for stands, marked; its beginning where nothing does. */
export function excerptOf(essence: string, matcher: Matcher): Piece[] {
  const text = essence.slice(0, 4_000);
  const tokens = tokensOf(text);
  const hits = tokens.map(({ word }) => matcher.fit(word));
  const first = bestStart(hits);
  const from = first === null || first <= wordsBefore ? 0 : (tokens[first - wordsBefore]?.from ?? 0);
  const start = tokens.findIndex((token) => token.from >= from);
  const stop = tokens[Math.max(0, start) + excerptWords - 1];
  const to = stop === undefined || tokens.at(-1) === stop ? text.length : endOf(text, stop);
  const part = text.slice(from, to).trimEnd();
  const marked = piecesOf(part, tokensOf(part).filter(({ word }) => matcher.isHit(word)));
  return from === 0 ? marked : [{ text: "…", hit: false }, ...marked];
}

/** A full stop belongs to the word before it. */
const endOf = (text: string, { to }: Token): number => (/[.!?]/.test(text.charAt(to)) ? to + 1 : to);

/** The first hit of the stretch that holds most different groups. */
function bestStart(hits: readonly (readonly number[] | null)[]): number | null {
  let best: { at: number; count: number } | null = null;
  hits.forEach((fits, at) => {
    if (fits === null) return;
    const groups = new Set(hits.slice(at, at + excerptWords - wordsBefore).flatMap((some) => some?.flatMap((fit, group) => (fit > 0 ? [group] : [])) ?? []));
    if (best === null || groups.size > best.count) best = { at, count: groups.size };
  });
  return (best as { at: number } | null)?.at ?? null;
}

function piecesOf(text: string, hits: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { from, to } of hits) {
    pieces.push({ text: text.slice(done, from), hit: false }, { text: text.slice(from, to), hit: true });
    done = to;
  }
  pieces.push({ text: text.slice(done), hit: false });
  return pieces.filter((piece) => piece.text !== "");
}
