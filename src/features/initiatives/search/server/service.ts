import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { Matcher } from "../ranking";
import { facetsQuery, guessShare, numberPartQuery, queryFor, windowBelow, type Group, type Narrowing, type Typed } from "../rules";
import * as repo from "./repo";
import { understand, type Understood } from "./understand";

/** What is found is counted so far; more is said to be more. */
export const countedAtMost = 1_000;
/** Of these, so many of the newest are compared by their texts; the others follow them by date. */
const comparedAtMost = 200;
/** So many initiatives at once are no burden: the index is asked without narrowing it to the newest. */
const noBurden = 3_000;
const mostRounds = 6;

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
 * from the index, of a rare one all. Ranked are the newest two hundred; counted is up to a thousand.
 */
export async function searchInitiatives(db: Db, search: Search, may: Visible<"initiative">): Promise<SearchResult> {
  const [understood, end] = await Promise.all([understand(db, search.typed), repo.numbersBelow(db)]);
  const matcher = new Matcher(understood.groups);
  const result = { meant: understood.meant, matcher };
  if (search.sort === "newest" && search.after !== null) return { ...result, ...(await goOn(db, search, understood, may)) };
  const { found, isPartial } = await findAll(db, search, understood, end, may);
  const ordered = await inOrder(db, search, found, matcher);
  const count = { count: Math.min(ordered.length, countedAtMost), isMore: ordered.length > countedAtMost };
  const from = search.sort === "newest" ? 0 : (search.after ?? 0);
  const page = ordered.slice(from, Math.min(from + search.limit, countedAtMost));
  const isLast = from + search.limit >= Math.min(ordered.length, countedAtMost);
  const next = isLast ? null : search.sort === "newest" ? (page.at(-1)?.number ?? null) : from + search.limit;
  return { ...result, ids: page.map(({ id }) => id), next, found: count, isPartial };
}

/** Further pages by date: each as cheap as the first. */
async function goOn(db: Db, { narrowing, typed, after, limit }: Search, { groups, all }: Understood, may: Visible<"initiative">) {
  const found = await gather(db, { groups, all, share: 1, narrowing, phrases: phrasesOf(typed), below: after ?? 0, needed: limit + 1 }, may);
  const page = found.slice(0, limit);
  return { ids: page.map(({ id }) => id), next: found.length > limit ? (page.at(-1)?.number ?? null) : null, found: { count: 0, isMore: true }, isPartial: false };
}

/** First those with all the words; where they don't fill a page, those with most of them. A number finds its initiative and those whose numbers hold it. */
async function findAll(db: Db, search: Search, { groups, all }: Understood, below: number, may: Visible<"initiative">): Promise<{ found: repo.Found[]; isPartial: boolean }> {
  const { typed, narrowing, limit, sort } = search;
  const request = { groups, all, narrowing, phrases: phrasesOf(typed), below };
  const numbered = typed.number === null ? [] : await findNumbers(db, String(typed.number), narrowing, below, may);
  const whole = groups.length === 0 ? [] : await gather(db, { ...request, share: 1, needed: countedAtMost + 1 }, may);
  const found = unique([...numbered.filter(({ number }) => number === typed.number), ...whole, ...numbered]);
  const tooFew = sort === "relevant" ? limit : 1;
  let isPartial = false;
  for (const share of [0.7, 0.45, 0.25]) {
    if (found.length >= tooFew || groups.length < 2 || typed.phrases.length > 0) break;
    const more = await gather(db, { ...request, share, needed: comparedAtMost }, may);
    isPartial ||= more.some(({ id }) => !found.some((one) => one.id === id));
    found.push(...more.filter(({ id }) => !found.some((one) => one.id === id)));
  }
  return { found, isPartial };
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
  readonly needed: number;
}

/** The newest, as many as are needed: window below window, each larger, until there are enough or no more. */
export async function gather(db: Db, { groups, all, share, narrowing, phrases, below, needed }: Request, may: Visible<"initiative">): Promise<repo.Found[]> {
  const words = queryFor(groups, share);
  if (words === "") return [];
  const query = `${facetsQuery(narrowing)} & (${words})`;
  const { municipalityId, directionId, statuses } = narrowing;
  const guess = guessShare(groups, all, share) / ((municipalityId ? 20 : 1) * (directionId ? 8 : 1) * (statuses?.length ? 3 : 1));
  let length = guess * below <= noBurden ? below : Math.ceil((needed * 1.3) / guess);
  const found: repo.Found[] = [];
  let top = below;
  for (let round = 1; top > 0 && found.length < needed; round += 1) {
    const isRest = length * 2 >= top || round === mostRounds;
    const window = isRest ? { from: 0, below: top } : windowBelow(top, length);
    found.push(...(await repo.findIn(db, { query: isRest ? query : repo.narrowed(query, window), window, phrases, limit: needed - found.length }, may)));
    top = window.from;
    length *= 4;
  }
  return found;
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
