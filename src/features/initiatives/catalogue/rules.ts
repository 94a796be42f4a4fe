import { swapLayout } from "@/shared/text/keyboard-layout";
import { cleanLine, foldYo } from "@/shared/text/normalise";
import { parseNumber } from "../rules";

export interface SearchText {
  readonly text: string;
  /** a number of an initiative, when that is what was typed */
  readonly number: number | null;
  /** for to_tsquery: letters, digits and our own signs, nothing else; the last word may be unfinished */
  readonly query: string;
  /** words whose Russian stem can be looked for as plain text */
  readonly russian: readonly string[];
  /** beginnings of the other words and numbers: what any form of them holds */
  readonly others: readonly string[];
}

const mostWords = 8;
const longestWord = 40;

/** In: what somebody typed into the search line. Out: what to look for; null when there is no word in it. */
export function parseSearch(typed: string): SearchText | null {
  const text = cleanLine(typed).slice(0, 200);
  const words = (foldYo(text.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords).map((word) => word.slice(0, longestWord));
  if (words.length === 0) return null;
  const query = words.map((word, at) => (at === words.length - 1 && word.length > 2 ? `${word}:*` : word)).join(" & ");
  const isRussian = (word: string) => /^[а-я]+$/.test(word);
  const others = words.filter((word) => !isRussian(word)).map((word) => (/^\d+$/.test(word) ? word : word.slice(0, 3)));
  return { text, number: parseNumber(text), query, russian: words.filter(isRussian), others };
}

/** What was meant when the keyboard stood in the other language; null where that can't be. */
export function inOtherLayout(typed: string): string | null {
  const swapped = swapLayout(cleanLine(typed));
  return swapped !== null && /\p{L}{2}/u.test(swapped) ? swapped : null;
}

/** Where ts_headline puts its marks: signs of the private area, which cleaned text doesn't hold. */
export const markStart = "\ue000";
export const markStop = "\ue001";

export interface Piece {
  readonly text: string;
  /** it is what was looked for */
  readonly hit: boolean;
}

/** In: text with marks. Out: its pieces, for <mark>; nothing in it is ever taken for markup. */
export function toPieces(marked: string): Piece[] {
  return marked
    .split(markStart)
    .flatMap((part, at) => {
      if (at === 0) return [{ text: part, hit: false }];
      const stop = part.indexOf(markStop);
      return stop === -1 ? [{ text: part, hit: true }] : [{ text: part.slice(0, stop), hit: true }, { text: part.slice(stop + 1), hit: false }];
    })
    .filter(({ text }) => text !== "");
}
