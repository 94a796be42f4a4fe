import { swapLayout } from "@/shared/text/keyboard-layout";
import { cleanLine } from "@/shared/text/normalise";
import { parseNumber } from "../rules";
import { tokensOf } from "./words/rules";

/** What stood between two spaces, and what the same keys give in the other language. */
export interface Chunk {
  readonly words: readonly string[];
  /** none where nothing readable comes of it */
  readonly swapped: readonly string[];
  /** «скейт-парк» without its hyphen; null for anything else */
  readonly joined: string | null;
}

export interface Typed {
  readonly text: string;
  /** a number of an initiative, when that is all that was typed */
  readonly number: number | null;
  readonly chunks: readonly Chunk[];
  /** words that were put in quotes: they are to follow each other */
  readonly phrases: readonly (readonly string[])[];
}

const mostWords = 8;
const longestWord = 40;
const quoted = /[«„“"]([^«»„“”"]{2,120})[»”“"]/g;

const wordsOf = (text: string): string[] => tokensOf(text).map(({ word }) => word.slice(0, longestWord));

/** In: what somebody typed into the search line. Out: what to look for; null when there is no word in it. */
export function parseTyped(typed: string): Typed | null {
  const text = cleanLine(typed).slice(0, 200);
  const phrases = [...text.matchAll(quoted)].map((match) => wordsOf(match[1] ?? "")).filter((words) => words.length > 1);
  let left = mostWords;
  const chunks: Chunk[] = [];
  for (const piece of text.split(" ")) {
    const words = wordsOf(piece).slice(0, left);
    if (words.length > 0) chunks.push({ words, swapped: inOtherLayout(piece), joined: words.length === 2 && /\p{L}\p{Dash}\p{L}/u.test(piece) ? words.join("") : null });
    left -= words.length;
    if (left <= 0) break;
  }
  return chunks.length === 0 ? null : { text, number: parseNumber(text), chunks, phrases };
}

/** Keys of letters stand where the other language has commas and brackets: «;tktpyjljhj;ysq». */
function inOtherLayout(piece: string): string[] {
  const swapped = swapLayout(piece);
  return swapped !== null && /\p{L}{2}/u.test(swapped) ? wordsOf(swapped).slice(0, mostWords) : [];
}

/** A word of the query with all that stands for it. */
export interface Group {
  /** as typed, or as it was meant */
  readonly word: string;
  /** what the index of words is asked for */
  readonly stems: readonly string[];
  /** the beginning of a word that isn't finished, for one that nobody knows */
  readonly beginning: string | null;
  /** forms in texts and how well each fits, from 0 to 1 */
  readonly forms: ReadonlyMap<string, number>;
  /** public initiatives that hold any of it, at most; 0: not known */
  readonly initiatives: number;
  /** how much it tells, the rarer the more */
  readonly weight: number;
}

/** What a word tells: from 0.1 for one that all initiatives have to 1 for the rarest. In: initiatives that hold it, all initiatives. */
export function weightOf(initiatives: number, all: number): number {
  return Math.max(0.1, 1 - Math.log(1 + initiatives) / Math.log(2 + Math.max(all, initiatives)));
}

const quote = (lexeme: string): string => `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

/** In: groups. Out: a tsquery for any of a group's stems. */
function anyStem({ stems, beginning }: Group): string {
  const parts = [...stems.map(quote), ...(beginning === null ? [] : [`${quote(beginning)}:*`])];
  return parts.length === 0 ? "" : `(${parts.join(" | ")})`;
}

/** A tsquery: at least such groups together as make up this share of the weight; 1 asks for all of them. */
export function queryFor(groups: readonly Group[], share: number): string {
  const asked = groups.filter(({ stems, beginning }) => stems.length > 0 || beginning !== null);
  if (share >= 1) return asked.map(anyStem).join(" & ");
  return enoughOf(asked, share).map((some) => some.map(anyStem).join(" & ")).map((one) => `(${one})`).join(" | ");
}

/** The smallest sets of groups whose weight is this share of all. */
function enoughOf(groups: readonly Group[], share: number): Group[][] {
  const whole = weigh(groups);
  const sets: Group[][] = [];
  for (let mask = 1; mask < 1 << groups.length; mask += 1) {
    const some = groups.filter((_, at) => (mask & (1 << at)) !== 0);
    const isEnough = (few: readonly Group[]) => weigh(few) >= share * whole - 1e-9;
    if (isEnough(some) && some.every((left) => !isEnough(some.filter((one) => one !== left)))) sets.push(some);
  }
  return sets;
}

const weigh = (groups: readonly Group[]): number => groups.reduce((sum, { weight }) => sum + weight, 0);

/**
 * The share of initiatives that will be found, by guess: words of one matter come together more often than chance has it.
 */
export function guessShare(groups: readonly Group[], all: number, share: number): number {
  if (groups.length === 0 || all === 0) return 1;
  const shares = groups.map(({ initiatives }) => Math.min(1, initiatives / all)).toSorted((a, b) => a - b);
  if (share < 1) return Math.min(1, shares.reduce((sum, one) => sum + one, 0) / 2);
  return shares.reduce((product, one, at) => product * (at === 0 ? one : Math.sqrt(one)), 1);
}

const smallStep = 11;
const largeStep = 16;
/** More of the small neighbourhoods than this are asked for by the large ones. */
const mostSmall = 32;

export interface Window {
  /** initiatives with numbers from, inclusive, to below */
  readonly from: number;
  readonly below: number;
}

/** In: where to begin, how many numbers to look through at least. Out: the window below that, on the edge of a neighbourhood. */
export function windowBelow(below: number, length: number): Window {
  const step = length > mostSmall << smallStep ? largeStep : smallStep;
  return { from: (Math.max(0, below - length) >> step) << step, below };
}

/** A tsquery that leaves only the neighbourhoods of the window; empty for one that goes down to the first initiative and is better asked whole. */
export function neighbourhoods({ from, below }: Window): string {
  const isSmall = below - from <= (mostSmall + 1) << smallStep;
  const step = isSmall ? smallStep : largeStep;
  const labels = Array.from({ length: ((below - 1) >> step) - (from >> step) + 1 }, (_, at) => quote(`#${isSmall ? "n" : "N"}${(from >> step) + at}`));
  return `(${labels.join(" | ")})`;
}

export interface Narrowing {
  readonly marathonId: string;
  readonly municipalityId?: string | undefined;
  readonly directionId?: string | undefined;
  readonly statuses?: readonly string[] | undefined;
}

/** A tsquery for what the search is narrowed by, in the signs of initiative_facets. */
export function facetsQuery({ marathonId, municipalityId, directionId, statuses }: Narrowing): string {
  const parts = [quote(`#r${marathonId}`), ...(municipalityId ? [quote(`#m${municipalityId}`)] : []), ...(directionId ? [quote(`#d${directionId}`)] : [])];
  if (statuses && statuses.length > 0) parts.push(`(${statuses.map((status) => quote(`#s${status}`)).join(" | ")})`);
  return parts.join(" & ");
}

/** A tsquery for a part of a number: each three digits of it. */
export function numberPartQuery(digits: string): string {
  return Array.from({ length: digits.length - 2 }, (_, at) => quote(`#p${digits.slice(at, at + 3)}`)).join(" & ");
}
