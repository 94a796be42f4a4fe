import { closings, townOpenings, villageOpenings } from "./phrases";
import type { Place } from "./places";
import type { Chance } from "./random";
import type { InitiativeText } from "./texts/types";

export type Wording = InitiativeText["wordings"][number];

export interface Worded {
  title: string;
  essence: string;
  expectedResult: string;
}

const longestTitle = 120;

/** A wording in its place: slots filled; a sentence left out, one put before and one after, so that no two read alike. */
export function word(wording: Wording, place: Place, woman: boolean, chance: Chance): Worded {
  const slots = { ...place.slots, a: woman ? "а" : "" };
  const essence = enrich(wording.essence, place, chance);
  return { title: titleAt(fill(wording.title, slots), wording.title, place, chance), essence: fill(essence, slots), expectedResult: fill(wording.expected, slots) };
}

export function fill(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => slots[key] ?? whole);
}

function titleAt(title: string, pattern: string, place: Place, chance: Chance): string {
  const isPlaced = /\{(?:street|village|centre|school)\}/.test(pattern);
  if (isPlaced || /\d/.test(title) || !chance.happens(0.55)) return title;
  const placed = chance.happens(0.5) ? `${title.replace(/[.!]$/, "")} (${place.settlement})` : `${place.settlement}: ${lowerFirst(title)}`;
  return placed.length <= longestTitle ? placed : title;
}

/** «Ремонт моста» → «ремонт моста»; names and abbreviations keep their capitals. */
function lowerFirst(title: string): string {
  const [first = "", ...rest] = title.split(" ");
  const common = /^[А-ЯЁ][а-яё]+[,:]?$/.test(first) && (rest.length === 0 || !/^[А-ЯЁ]/.test(rest[0] ?? ""));
  return common ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function enrich(essence: string, place: Place, chance: Chance): string {
  const isList = essence.includes("\n");
  const kept = isList ? essence : dropSentence(essence, chance);
  const hasPlace = /\{(?:street|village|house)\}/.test(essence);
  const opening = chance.happens(hasPlace ? 0.2 : 0.8) ? chance.pick(place.isVillage ? villageOpenings : townOpenings) : "";
  const closing = chance.happens(0.45) ? chance.pick(closings) : "";
  const joint = isList ? "\n" : " ";
  return [opening, kept, closing].filter((part) => part !== "").join(joint);
}

/** A sentence that begins so hangs on the one before it. */
const hangs = /^(?:Он|Она|Оно|Они|Это|Эт[аиоу]|Этот|Этого|Этому|Там|Тогда|Туда|Тут|Такой|Такая|Такие|Так|Тот|Того|Та|Те|Но|А|И|Или|Потом|Поэтому|Зато|Его|Её|Ей|Им|Их|Ему|Ведь|Однако|Хотя|Второ|Треть|Остальн|Друг|Тоже|Даже|Пусть|Нужн|Хватит|Иначе|Сам|Всё|Все|Вс)(?![а-яё])/;

function dropSentence(essence: string, chance: Chance): string {
  const sentences = essence.split(/(?<=[а-яё»\d)][.!?])\s+(?=[«А-ЯЁ])/);
  if (sentences.length < 5 || !chance.happens(0.5)) return essence;
  const candidates = sentences.map((_, index) => index).filter((index) => {
    const sentence = sentences[index] ?? "";
    const next = sentences[index + 1] ?? "";
    const isAbbreviated = /(?:^|\s)(?:ул|г|д|им|р|т|е|кв|руб|пос|с|пр|тыс)\.$/.test(sentence);
    return index >= 2 && index < sentences.length - 1 && !hangs.test(next) && !isAbbreviated && !/[:?]$/.test(sentence) && sentence.length < 160;
  });
  if (candidates.length === 0) return essence;
  const dropped = chance.pick(candidates);
  return sentences.filter((_, index) => index !== dropped).join(" ");
}
