import { foldYo } from "@/shared/text/normalise";
import { families } from "./families";

export interface Token {
  /** lower case, е for ё */
  readonly word: string;
  /** where it stands in the text, from–to */
  readonly from: number;
  readonly to: number;
}

/** The words of a text as the index of words takes them (initiative_text): letters and digits together, all else between. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) tokens.push({ word: fold(match[0]), from: match.index, to: match.index + match[0].length });
  return tokens;
}

/** One letter for ё and е, one case. */
export function fold(word: string): string {
  return foldYo(word.toLowerCase());
}

const isRussian = (word: string): boolean => /^[а-я]+$/.test(word);
const vowel = /[аеиоуыэюя]/;

const longestFirst = (list: string): readonly string[] => list.split(" ").toSorted((a, b) => b.length - a.length);

/** Endings of nouns, adjectives, participles and verbs. */
const endings = longestFirst(
  "иями ями ами ием иям иях ях ах ям ам ием ем ом ов ев ей ий ия ию ии ие ья ью ье ьи а я о е ы и у ю ь й " +
  "ыми ими ого его ому ему ый ая яя ое ее ые ых их ым им ую юю ой ою ею " +
  "ать ять еть ить уть ыть ала яла ела ила ула али яли ели или ало яло ело ило ал ял ел ил ает яет ует еет оет ают яют уют еют оют ешь ишь ете ите йте айте яйте уйте",
);

/** What makes nouns, adjectives and verbs of one another. */
const suffixes = longestFirst(
  "ированн ировани ировк ировочн ирова иру ованн овани овк ова ева ыва ива ав ыв ив ывани ивани ени ани яни ен ан ян енн анн янн ован " +
  "ость ост тельност тельств тельн ительн итель тель ств еств енств ск еск ическ ческ истск " +
  "очн ечн ичн ян ист ник ниц ничеств щик щиц чик чиц ок ек ик очк ечк к ц н еньк оньк ушк юшк ышк ац яц аци яци иче ивн лив ов ев",
);

/** Prefixes that a verb takes and its noun does not, cut off only before five letters and more. */
const prefixes = ["пере", "под", "рас", "раз", "за", "от", "по", "из"] as const;

/** Shorter than this a stem says nothing. */
const shortest = 4;

/**
 * In: a word in lower case with е for ё. Out: the key of its family: the same for «ремонт», «ремонтный», «отремонтировать»
 * and for «дети», «ребёнок». Coarser than the database's stemmer on purpose: what only the family joins weighs less in the
 * order of what is found. Words that aren't Russian are their own key.
 */
export function rootOf(word: string): string {
  if (!isRussian(word)) return word;
  for (const [root, pattern] of families) if (pattern.test(word)) return root;
  const stem = cut(word.replace(/(?<=...)(?:ся|сь)$/, ""), endings, 3);
  const { root, isVerbal } = cutSuffixes(stem);
  return alternate(isVerbal ? cutPrefix(root) : root);
}

function cut(word: string, list: readonly string[], least: number): string {
  const found = list.find((ending) => word.endsWith(ending) && word.length - ending.length >= least && vowel.test(word.slice(0, -ending.length)));
  return found === undefined ? word : word.slice(0, -found.length);
}

function cutSuffixes(stem: string): { root: string; isVerbal: boolean } {
  let root = stem;
  let isVerbal = false;
  for (let times = 0; times < 3; times += 1) {
    const shorter = cut(root, suffixes, shortest);
    if (shorter === root) break;
    isVerbal ||= /^(?:ир|ов|ев|ыв|ив|ав|ен|ан|ян)/.test(root.slice(shorter.length));
    root = shorter;
  }
  return { root, isVerbal };
}

function cutPrefix(root: string): string {
  const prefix = prefixes.find((one) => root.startsWith(one) && root.length - one.length >= 5 && /^[бвгджзклмнпрстфхцчшщ]/.test(root.slice(one.length)));
  return prefix === undefined ? root : root.slice(prefix.length);
}

/** Letters that change before a suffix: дорога – дорожный, река – речной, осветить – освещение, оформить – оформление. */
function alternate(root: string): string {
  if (root.length < shortest) return root;
  return root
    .replace(/[ьйъ]$/, "")
    .replace(/([бвмпф])л$/, "$1")
    .replace(/жд$/, "д")
    .replace(/щ$/, "т")
    .replace(/[чц]$/, "к")
    .replace(/ж$/, "г");
}
