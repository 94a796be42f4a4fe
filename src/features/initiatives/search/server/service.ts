import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { Matcher } from "../ranking";
import { facetsQuery, guessShare, numberPartQuery, queryFor, windowBelow, type Group, type Narrowing, type Typed } from "../rules";
import * as repo from "./repo";
import { understand, type Understood } from "./understand";

/** What is found is counted so far; more is said to be more. */
export const countedAtMost = 500;
/** Of these, so many of the newest are compared by their texts; the others follow them by date. */
const comparedAtMost = 150;
/** So many initiatives at once are no burden: the index is asked without narrowing it to the newest. */
const noBurden = 3_000;
/** A window that holds fewer says little about the others: the rest is asked at once. */
const tellsDensity = 10;
/** Windows are meant to hold so many at least. */
const leastInWindow = 100;
/** A word with fewer initiatives is rare: whatever it meets is found, however old. */
const isRareBelow = 30_000;
/** Frequent words that hardly ever meet are looked for in the newest initiatives: so many, divided by the stems that each is held against. */
const mostWork = 2_000_000;
/** Where nothing holds all words, most of the weight of these, the heaviest. */
const mostPartial = 4;

export type SearchSort = "relevant" | "newest" | "supported";

export interface Search {
  readonly typed: Typed;
  readonly narrowing: Narrowing;
  readonly sort: SearchSort;
  /** how many have been shown; by date: below which number to go on */
  readonly after: number | null;
  readonly limit: number;
}

export interface SearchResult {
  readonly ids: readonly string[];
  /** where to go on; null at the end */
  readonly next: number | null;
  readonly found: { readonly count: number; readonly isMore: boolean };
  /** not all of the words, only most of them */
  readonly isPartial: boolean;
  readonly meant: string | null;
  readonly matcher: Matcher;
}

/**
 * Public initiatives for words. What it costs is bounded by the page and not by the word: of a frequent word the newest are taken
 * from the index, of a rare one all. Ranked are the newest hundred and fifty; counted is up to five hundred.
 */
export async function searchInitiatives(db: Db, search: Search, may: Visible<"initiative">): Promise<SearchResult> {
  const [understood, end] = await Promise.all([understand(db, search.typed), repo.numbersBelow(db)]);
  const matcher = new Matcher(understood.groups);
  const result = { meant: understood.meant, matcher };
  if (search.sort === "newest" && search.after !== null) return { ...result, ...(await goOn(db, search, understood, may)) };
  const { found, isAll, isPartial } = await findAll(db, search, understood, end, may);
  const ordered = await inOrder(db, search, found, matcher);
  const isMore = !isAll || ordered.length > countedAtMost;
  const count = { count: isMore ? Math.floor(Math.min(ordered.length, countedAtMost) / 100) * 100 : ordered.length, isMore };
  const from = search.sort === "newest" ? 0 : (search.after ?? 0);
  const page = ordered.slice(from, Math.min(from + search.limit, countedAtMost));
  const isLast = from + search.limit >= Math.min(ordered.length, countedAtMost);
  const next = isLast ? null : search.sort === "newest" ? (page.at(-1)?.number ?? null) : from + search.limit;
  return { ...result, ids: page.map(({ id }) => id), next, found: count, isPartial };
}

/** Further pages by date: each as cheap as the first. */
async function goOn(db: Db, { narrowing, typed, after, limit }: Search, { groups, all }: Understood, may: Visible<"initiative">) {
  const { found } = await gather(db, { groups, all, share: 1, narrowing, phrases: phrasesOf(typed), below: after ?? 0, enough: limit + 1, most: limit + 1 }, may);
  const page = found.slice(0, limit);
  return { ids: page.map(({ id }) => id), next: found.length > limit ? (page.at(-1)?.number ?? null) : null, found: { count: 0, isMore: true }, isPartial: false };
}

/** First those with all the words; where they don't fill a page, those with most of them. A number finds its initiative and those whose numbers hold it. */
async function findAll(db: Db, search: Search, { groups, all }: Understood, below: number, may: Visible<"initiative">): Promise<Gathered & { isPartial: boolean }> {
  const { typed, narrowing, limit, sort } = search;
  const request = { all, narrowing, phrases: phrasesOf(typed), below, most: countedAtMost + 1 };
  const numbered = typed.number === null ? [] : await findNumbers(db, String(typed.number), narrowing, below, may);
  const enough = sort === "relevant" ? comparedAtMost + 1 : countedAtMost + 1;
  const whole = await gather(db, { ...request, groups, share: 1, enough }, may);
  const found = unique([...numbered.filter(({ number }) => number === typed.number), ...whole.found, ...numbered]);
  const tooFew = sort === "relevant" ? limit : 1;
  const known = new Set(found.map(({ id }) => id));
  const heaviest = groups.toSorted((a, b) => b.weight - a.weight).slice(0, mostPartial);
  for (const share of [0.7, 0.25]) {
    if (found.length >= tooFew || groups.length < 2 || typed.phrases.length > 0) break;
    const more = await gather(db, { ...request, groups: heaviest, share, enough: limit, most: comparedAtMost }, may);
    for (const one of more.found) if (!known.has(one.id)) found.push(one);
    for (const { id } of more.found) known.add(id);
  }
  return { found, isAll: whole.isAll, isPartial: found.length > unique([...numbered, ...whole.found]).length };
}

const unique = (found: readonly repo.Found[]): repo.Found[] => [...new Map(found.map((one) => [one.id, one])).values()];

/** Numbers that hold these digits, the very number first. */
async function findNumbers(db: Db, digits: string, narrowing: Narrowing, below: number, may: Visible<"initiative">): Promise<repo.Found[]> {
  const exact = await repo.findNumber(db, Number(digits), may);
  if (digits.length < 3) return exact;
  const query = `${facetsQuery(narrowing)} & ${numberPartQuery(digits)}`;
  const parts = await repo.findIn(db, { query, window: { from: 0, below }, phrases: [], limit: comparedAtMost }, may);
  return [...exact, ...parts.filter(({ number }) => number !== Number(digits) && String(number).includes(digits))];
}

interface Request {
  readonly groups: readonly Group[];
  readonly all: number;
  readonly share: number;
  readonly narrowing: Narrowing;
  readonly phrases: readonly string[];
  readonly below: number;
  /** with so many one needn't look further */
  readonly enough: number;
  /** no more than these are given */
  readonly most: number;
}

export interface Gathered {
  readonly found: repo.Found[];
  /** there are no more */
  readonly isAll: boolean;
}

/**
 * The newest, until there are enough or no more: the first window by what the vocabulary knows of the words, the next by what
 * the first has held. One that has held hardly anything is followed by all the rest: a rare meeting of frequent words is rare there too.
 */
export async function gather(db: Db, { groups, all, share, narrowing, phrases, below, enough, most }: Request, may: Visible<"initiative">): Promise<Gathered> {
  const words = queryFor(groups, share);
  if (words === "") return { found: [], isAll: true };
  const query = `${facetsQuery(narrowing)} & (${words})`;
  const { municipalityId, directionId, statuses } = narrowing;
  const guess = guessShare(groups, all, share) / ((municipalityId ? 20 : 1) * (directionId ? 8 : 1) * (statuses?.length ? 3 : 1));
  let length = guess * below <= noBurden ? below : Math.ceil(Math.max(most, leastInWindow) / guess);
  const bottom = lowest(groups, share, below);
  const found: repo.Found[] = [];
  let top = below;
  while (top > bottom && found.length < enough) {
    const isRest = length * 2 >= top - bottom;
    const window = isRest ? { from: bottom, below: top } : windowBelow(top, length);
    const inside = await repo.findIn(db, { query: isRest && bottom === 0 ? query : repo.narrowed(query, window), window, phrases, limit: most - found.length }, may);
    found.push(...inside);
    length = inside.length < tellsDensity ? top : Math.ceil(((enough - found.length) * 1.5 * (window.below - window.from)) / inside.length);
    top = window.from;
  }
  return { found, isAll: top === 0 && found.length < most };
}

/** Down to which number words are looked for: all the way where one of them is rare, and for a single word, which needs to meet no other. */
function lowest(groups: readonly Group[], share: number, below: number): number {
  const held = groups.map(({ initiatives }) => initiatives);
  const gone = share < 1 ? held.reduce((sum, one) => sum + one, 0) : Math.min(...held);
  if (groups.length === 1 || gone < isRareBelow) return 0;
  const length = mostWork / groups.reduce((sum, { stems }) => sum + stems.length, 0);
  return length >= below ? 0 : windowBelow(below, Math.ceil(length)).from;
}

/** A phrase as a regular expression: the beginnings of its words, one after the other. */
function phrasesOf({ phrases }: Typed): string[] {
  return phrases.map((words) => `\\m${words.map((word) => `${word.length > 4 ? word.slice(0, -2) : word}[[:alnum:]]{0,4}`).join("[^[:alnum:]]+")}\\M`);
}

async function inOrder(db: Db, { sort, typed }: Search, found: readonly repo.Found[], matcher: Matcher): Promise<readonly repo.Found[]> {
  if (sort === "newest") return found.toSorted((a, b) => b.number - a.number);
  if (sort === "supported") return found.toSorted((a, b) => b.supportCount - a.supportCount || b.number - a.number);
  const newest = found.toSorted((a, b) => b.number - a.number).slice(0, comparedAtMost);
  const compared = new Set(newest.map(({ id }) => id));
  const texts = new Map((await repo.textsOf(db, newest.map(({ id }) => id))).map((text) => [text.id, text]));
  const [last, first] = [newest.at(-1)?.number ?? 0, newest[0]?.number ?? 0];
  const scoreOf = ({ id, number }: repo.Found) => {
    const text = texts.get(id);
    return number === typed.number ? Infinity : text ? matcher.score(text, first === last ? 1 : (number - last) / (first - last)) : 0;
  };
  const ranked = newest.map((one) => ({ one, score: scoreOf(one) })).toSorted((a, b) => b.score - a.score || b.one.number - a.one.number).map(({ one }) => one);
  return [...ranked, ...found.filter(({ id }) => !compared.has(id))];
}
