import { getFirstnameGender, getMiddlenameGender, inclineFirstname, inclineLastname, inclineMiddlename } from "lvovich";
import type { PersonName } from "@/shared/text/person-name";

export type Gender = "male" | "female";

export interface Declined {
  readonly text: string;
  /** the program isn't sure: somebody should look at it before it is signed */
  readonly isDoubtful: boolean;
}

const cyrillic = /^[\p{Script=Cyrillic}\s'’ʼ.-]+$/u;
/** «Цой», «Ким», «Коваль» of a woman, and «Гюльчатай»: they have no other forms. */
const closed = /[бвгджзйклмнпрстфхцчшщьъ]$/iu;
const foreignEnd = /(?:ых|их|[оеёэиыую])$/iu;
/** Surnames that are words with a vanishing vowel: «Лев» → «Льва» or «Лева», as the family says. */
const asTheFamilySays = /^(?:лев|заяц|конь|перец|палец|орёл|орел|козёл|козел|ковалец|любовь|лень|мороз|соль)$/iu;

/** By the patronymic, which says it always; without one by the given name. Null: not known. */
export function genderOf({ givenName, patronymic }: PersonName): Gender | null {
  if (/(?:^|\s)кызы$/iu.test(patronymic ?? "")) return "female";
  if (/(?:^|\s)(?:оглы|улы)$/iu.test(patronymic ?? "")) return "male";
  const found = (patronymic ? getMiddlenameGender(patronymic) : null) ?? getFirstnameGender(givenName);
  return found === "male" || found === "female" ? found : null;
}

/**
 * «Назначить кого? Иванову Марию Петровну». Where the gender is not known the name stays as it is. In doubt a person writes the
 * form themselves (Appointment.nameAccusative).
 */
export function accusative(name: PersonName): Declined {
  const gender = genderOf(name);
  const parts = [name.familyName, name.givenName, name.patronymic ?? ""].map((part) => part.trim());
  const whole = parts.filter(Boolean).join(" ");
  if (gender === null || !cyrillic.test(whole)) return { text: whole, isDoubtful: true };
  const [family = "", given = "", patronymic = ""] = parts;
  const isForeignFather = /(?:^|\s)(?:оглы|улы|кызы)$/iu.test(patronymic);
  const text = [familyIn(family, gender), givenIn(given, gender), isForeignFather ? patronymic : patronymic && inclineMiddlename(patronymic, "accusative", gender)].filter(Boolean).join(" ");
  return { text, isDoubtful: asTheFamilySays.test(family) || family.includes(" ") };
}

function familyIn(family: string, gender: Gender): string {
  const parts = family.split("-");
  const last = parts.length - 1;
  // «Бонч-Бруевич», «Ван-Дейк»: what stands before and is no surname of its own keeps its form
  return parts.map((part, index) => (index < last && (part.length < 5 || !/(?:[оеё]в|[иы]н|ск[иа][йя]|ая|ов[а]|ев[а]|ин[а])$/iu.test(part)) ? part : familyPart(part, gender))).join("-");
}

function familyPart(part: string, gender: Gender): string {
  if (foreignEnd.test(part) || (gender === "female" && closed.test(part))) return part;
  if (gender === "female" && part.toLowerCase().endsWith("ия")) return part.replace(/я$/iu, "ю");
  const declined = inclineLastname(part, "accusative", gender);
  // a man's surname in a soft sign has forms of its own: «Гусь» – «Гуся»
  return declined === part && gender === "male" && part.toLowerCase().endsWith("ь") ? part.replace(/ь$/iu, "я") : declined;
}

function givenIn(given: string, gender: Gender): string {
  const parts = given.split("-");
  return parts.map((part) => (foreignEnd.test(part) || (gender === "female" && closed.test(part)) ? part : inclineFirstname(part, "accusative", gender))).join("-");
}
