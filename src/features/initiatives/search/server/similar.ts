import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { cleanLine } from "@/shared/text/normalise";
import { alikeFrom, choose, chooseRare, likeness, type Told } from "../likeness";
import type { Narrowing } from "../rules";
import { tokensOf } from "../words/rules";
import * as repo from "./repo";
import { gather } from "./service";
import { wordsOf } from "./understand";

/** Of the text no more words are looked up. */
const mostWords = 90;
/** Share of the chosen words' weight that a candidate holds at least. */
const share = 0.28;
/** A share that any single word has. */
const any = 0.001;
const mostCandidates = 300;

export interface Alike {
  readonly id: string;
  /** from 0 to 1 */
  readonly likeness: number;
}

/** In: a title and, once it is written, the essence. Out: public initiatives about the same, the most alike first. */
export async function findSimilar(db: Db, { title, essence }: { title: string; essence: string }, narrowing: Narrowing, may: Visible<"initiative">, from = alikeFrom): Promise<Alike[]> {
  const inTitle = new Set(tokensOf(cleanLine(title)).map(({ word }) => word));
  const words = [...new Set([...inTitle, ...tokensOf(cleanLine(essence)).map(({ word }) => word)])].slice(0, mostWords);
  if (words.length === 0) return [];
  const [{ groups, all }, end] = await Promise.all([wordsOf(db, words), repo.numbersBelow(db)]);
  const told: Told = { groups, titleWords: inTitle };
  const chosen = choose(told, all);
  if (chosen.length === 0) return [];
  const request = { all, narrowing, phrases: [], below: end, enough: mostCandidates, most: mostCandidates };
  const [together, apart] = await Promise.all([gather(db, { ...request, groups: chosen, share }, may), gather(db, { ...request, groups: chooseRare(told), share: any }, may)]);
  const found = [...new Map([...together.found, ...apart.found].map((one) => [one.id, one])).values()];
  const texts = await repo.textsOf(db, found.map(({ id }) => id));
  const alike = likeness(told);
  return texts.map((text) => ({ id: text.id, likeness: alike(text) })).filter((one) => one.likeness >= from).toSorted((a, b) => b.likeness - a.likeness);
}
