import type { InitiatorKind } from "@/platform/db/client/client";
import type { Chance } from "./random";
import type { Wording } from "./wording";
import type { DemoMarathon, DemoMunicipality, DemoPerson } from "./world";

const kindOfVoice: Readonly<Record<Wording["voice"], InitiatorKind>> = {
  nurse: "employee", teacher: "employee", engineer: "employee", worker: "employee", librarian: "employee", culture: "employee", driver: "employee",
  official: "employee", doctor: "employee", pupil: "youngPerson", student: "youngPerson", pensioner: "pensioner", veteran: "pensioner", parent: "parent",
  entrepreneur: "entrepreneur", farmer: "entrepreneur", athlete: "youngPerson", volunteer: "youngPerson",
};
const organisationsOfVoice: Partial<Record<Wording["voice"], readonly string[]>> = {
  nurse: ["hospital"], doctor: ["hospital"], teacher: ["school", "kindergarten", "college"], librarian: ["library"], culture: ["cultureHouse", "musicSchool"],
  pupil: ["school"], student: ["college"], engineer: ["utility"], athlete: ["sportSchool"],
};

/** Those who can submit in a marathon here. */
export function authorsIn(municipality: DemoMunicipality, marathon: DemoMarathon): DemoPerson[] {
  return municipality.residents.filter((person) => person.confirmed && person.joined.has(marathon.key));
}

/** Somebody whom these words suit, who has not written much yet. */
export function chooseAuthor(wording: Wording, candidates: readonly DemoPerson[], written: ReadonlyMap<string, number>, chance: Chance, except?: string): DemoPerson {
  const kind = kindOfVoice[wording.voice];
  const woman = soundsLikeWoman(wording.essence);
  const places = organisationsOfVoice[wording.voice];
  const score = (person: DemoPerson) =>
    (person.kind === kind ? 4 : 0) + (woman === null || person.woman === woman ? 3 : 0) +
    (places && person.organisation && places.includes(person.organisation.kind) ? 3 : 0) - (written.get(person.id) ?? 0) * 1.3 + chance.next() * 2.5;
  let best: DemoPerson | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const person of candidates) {
    if (person.id === except) continue;
    const points = score(person);
    if (points > most) [best, most] = [person, points];
  }
  if (!best) throw new Error("nobody to write");
  return best;
}

export function initiatorKindOf(wording: Wording, author: DemoPerson): InitiatorKind {
  return author.kind === "collective" ? "collective" : kindOfVoice[wording.voice];
}

/** By verbs in the past and words for oneself; null where the text does not tell. */
export function soundsLikeWoman(text: string): boolean | null {
  if (/(?<![а-яё])(?:я|сама) (?:[а-яё]+ ){0,2}[а-яё]{2,}(?:ла|лась)(?![а-яё])|(?:^|\. )(?:Прожила|Родила|Работала|Ходила|Живу одна|Мама|Бабушка)|(?<![а-яё])(?:сама|одна живу|живу одна)(?![а-яё])/i.test(text)) return true;
  if (/(?<![а-яё])(?:я|сам) (?:[а-яё]+ ){0,2}[а-яё]{2,}(?:л|лся)(?![а-яё])|(?:^|\. )(?:Прожил|Работал|Служил|Отец|Дед) |(?<![а-яё])(?:служил|живу один)(?![а-яё])/i.test(text)) return false;
  return null;
}
