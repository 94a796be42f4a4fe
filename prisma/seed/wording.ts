import { closings, localClosings, townOpenings, villageOpenings } from "./phrases";
import type { Place } from "./places";
import type { Chance } from "./random";
import { inLocalWords } from "./settlement-words";
import type { InitiativeText } from "./texts/types";

export type Wording = InitiativeText["wordings"][number];

export interface Worded {
  title: string;
  essence: string;
  expectedResult: string;
}

const longestTitle = 120;

/** A wording in its place: slots filled; a sentence left out, one put before and one after, so that no two read alike. `isLocal`: the municipality can do it itself. */
export function word(wording: Wording, place: Place, woman: boolean, isLocal: boolean, chance: Chance): Worded {
  const essence = enrich(wording.essence, place, isLocal, chance);
  return { title: titleAt(fillAt(wording.title, place), wording.title, place, chance), essence: fill(fillAt(essence, place), { a: woman ? "а" : "" }), expectedResult: fillAt(wording.expected, place) };
}

/** With the slots of a place, in the words of its region. */
export function fillAt(text: string, place: Place): string {
  return fill(inLocalWords(text, place.slots.village ?? "", place.regionOktmo), place.slots);
}

export function fill(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => slots[key] ?? whole);
}

function titleAt(title: string, pattern: string, place: Place, chance: Chance): string {
  const isPlaced = /\{(?:street|village|centre|school)\}/.test(pattern);
  if (isPlaced || /[\d:(]/.test(title) || !chance.happens(0.55)) return title;
  const placed = chance.happens(0.5) ? `${title.replace(/[.!]$/, "")} (${place.settlement})` : `${place.settlement}: ${lowerFirst(title)}`;
  return placed.length <= longestTitle ? placed : title;
}

/** «Ремонт моста» → «ремонт моста»; names and abbreviations keep their capitals. */
function lowerFirst(title: string): string {
  const [first = "", ...rest] = title.split(" ");
  const common = /^[А-ЯЁ][а-яё-]+[,:]?$/.test(first) && (rest.length === 0 || !/^[А-ЯЁ]/.test(rest[0] ?? ""));
  return common ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function enrich(essence: string, place: Place, isLocal: boolean, chance: Chance): string {
  const isList = essence.includes("\n");
  const kept = isList ? essence : shorten(essence, chance);
  const hasPlace = /\{(?:street|village|house)\}/.test(essence);
  const opening = chance.happens(hasPlace ? 0.1 : 0.68) && /^[«А-ЯЁ]/.test(essence) ? chance.pick(place.isVillage ? villageOpenings : townOpenings) : "";
  const closing = chance.happens(0.5) && /[.!?)]$/.test(kept) ? chance.pick(isLocal ? [...closings, ...localClosings] : closings) : "";
  return [opening, kept, closing].filter((part) => part !== "").join(isList ? "\n" : " ");
}

/** Leaves out the last sentence, where it is neither the wish itself nor a question: nothing hangs on it. */
function shorten(essence: string, chance: Chance): string {
  const sentences = essence.split(/(?<=[а-яё»\d][.!?])\s+(?=[«А-ЯЁ])/);
  const last = sentences.at(-1) ?? "";
  const isNeeded = /прош|прос[ия]|предлага|предлож|нужн|надо|хот|пусть|постав|сдела|[:?)]/i.test(last) || /(?:^|\s)(?:ул|г|д|им|т|кв|руб|тыс)\.$/.test(sentences.at(-2) ?? "");
  return sentences.length < 5 || isNeeded || !chance.happens(0.4) ? essence : sentences.slice(0, -1).join(" ");
}
