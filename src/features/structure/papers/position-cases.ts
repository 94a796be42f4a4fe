import type { Declined } from "./name-cases";

/** Words that a post is named by. All are masculine but for those in `feminine`; whoever holds it, the word is the same. */
export const posts = [
  "агроном", "администратор", "архивариус", "архитектор", "ассистент", "библиограф", "библиотекарь", "бухгалтер", "воспитатель", "врач", "главврач", "депутат", "дефектолог", "директор", "дирижёр", "диспетчер", "документовед",
  "инженер", "инспектор", "инструктор", "исполнитель", "испытатель", "казначей", "кассир", "кладовщик", "консультант", "контролёр", "концертмейстер", "координатор", "корреспондент", "культорганизатор", "лесничий", "логопед", "мастер",
  "менеджер", "методист", "механик", "модератор", "музыкант", "начальник", "нотариус", "оператор", "организатор", "охранник", "педагог", "помощник", "представитель", "председатель", "предприниматель", "преподаватель", "провизор",
  "программист", "психолог", "пчеловод", "редактор", "режиссёр", "ректор", "референт", "руководитель", "сантехник", "секретарь", "смотритель", "советник", "соруководитель", "специалист", "табельщик", "терапевт", "техник", "технолог", "тренер", "тьютор",
  "управделами", "уполномоченный", "управляющий", "учитель", "фармацевт", "фельдшер", "хормейстер", "хореограф", "хранитель", "художник", "член", "экономист", "экскурсовод", "эксперт", "электрик", "энергетик", "юрисконсульт", "юрист",
  "заведующий", "исполняющий", "замещающий", "служащий", "заместитель", "делопроизводитель", "землеустроитель", "мэр", "декан", "проректор", "глава", "староста", "старшина", "судья", "ходатай", "атаман",
] as const;

/** Of a woman, or of neither: «заведующая», «сестра», «акушерка». */
export const feminine = ["акушерка", "воспитательница", "директриса", "заведующая", "исполняющая", "медсестра", "няня", "сестра", "секретарша", "санитарка", "служащая", "учительница", "управляющая", "уборщица", "повариха"] as const;

/** «завуч», «и. о.», «врио»: abbreviations that have one form. */
const fixed = /^(?:и\.?|о\.?|и\.о\.|врио|врид|управделами|зам\.?)$/iu;
const known: ReadonlySet<string> = new Set<string>([...posts, ...feminine]);
const adjective = /(?:ый|ий|ой|ая|яя)$/iu;
/** Between two posts of one person: «заместитель главы – начальник отдела». */
const joints = /(\s+[–—-]\s+|,\s+)/u;

const plain = (word: string): string => word.toLowerCase().replaceAll("ё", "е");
const isKnown = (word: string): boolean => knownPlain.has(plain(word));
const knownPlain: ReadonlySet<string> = new Set([...known].map(plain));
const isAdjective = (word: string): boolean => adjective.test(word);

/**
 * «Назначить кого? Заместителя главы администрации»: of each post the adjectives and the noun that they belong to change, what follows
 * stands in a case of its own. A post that isn't known stays as it was typed, for a person to check.
 */
export function positionAccusative(position: string): Declined {
  const parts = position.split(joints);
  const declined = parts.map((part, index) => (index % 2 === 1 ? { text: part, isDoubtful: false } : declinePart(part, index === 0)));
  return { text: declined.map(({ text }) => text).join(""), isDoubtful: declined.some(({ isDoubtful }) => isDoubtful) };
}

function declinePart(part: string, isFirst: boolean): Declined {
  const words = part.split(" ");
  const noun = words.findIndex((word, index) => isNoun(word) && words.slice(0, index).every((before) => isAdjective(before) || fixed.test(before)));
  // after a comma may stand what the first post is of: «начальник отдела культуры, спорта и туризма»
  if (noun === -1) return { text: part, isDoubtful: isFirst ? !fixed.test(words[0] ?? "") : isKnown(words[0] ?? "") };
  // «и. о. главы», «врио главы»: the rest is genitive already
  if (words.slice(0, noun).some((word) => fixed.test(word))) return { text: part, isDoubtful: false };
  const isFeminine = /[ая]я$|а$/iu.test(words[noun] ?? "") && !["глава", "староста", "старшина"].includes(plain(words[noun] ?? ""));
  return { text: words.map((word, index) => (index < noun ? declineAdjective(word, isFeminine) : index === noun ? declineNoun(word) : word)).join(" "), isDoubtful: false };
}

/** «учитель-логопед»: both change, when both are posts. */
const isNoun = (word: string): boolean => word.split("-").some(isKnown);

function declineNoun(word: string): string {
  return word.split("-").map((one) => (isKnown(one) ? declineOne(one) : one)).join("-");
}

function declineOne(word: string): string {
  if (fixed.test(word)) return word;
  if (isAdjective(word)) return declineAdjective(word, /[ая]я$/iu.test(word));
  if (word.endsWith("а")) return `${word.slice(0, -1)}у`;
  if (word.endsWith("я")) return `${word.slice(0, -1)}ю`;
  if (/[ьй]$/u.test(word)) return `${word.slice(0, -1)}я`;
  return `${word}а`;
}

/** «главный» → «главного», «ведущий» → «ведущего», «медицинская» → «медицинскую». */
function declineAdjective(word: string, isFeminine: boolean): string {
  if (isFeminine) return word.replace(/ая$/u, "ую").replace(/яя$/u, "юю");
  if (/(?:[гкх]ий|ый|ой)$/u.test(word)) return `${word.slice(0, -2)}ого`;
  return word.replace(/ий$/u, "его");
}
