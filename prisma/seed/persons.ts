import type { Assurance, InitiatorKind } from "@/platform/db/client/client";
import { familyNames, femaleGiven, femalePatronymics, maleGiven, malePatronymics } from "./facts/names";
import { demoId } from "./ids";
import { mobilePhone } from "./phones";
import type { Chance } from "./random";
import type { DemoOrganisation, DemoPerson, World } from "./world";

export interface PersonWish {
  /** what the id is made from, after `person:` */
  key: string;
  chance: Chance;
  createdAt: Date;
  kind?: InitiatorKind;
  woman?: boolean;
  organisation?: DemoOrganisation | null;
  /** none: an invented one at example.org; null: a person without e-mail */
  email?: string | null;
  confirmed?: boolean;
  registrar?: { person: DemoPerson; organisation: DemoOrganisation } | null;
  publishesName?: boolean;
  name?: { family: string; given: string; patronymic: string };
}

export const consentIds = { processing: demoId("consent:processing:1"), publishName: demoId("consent:publishName:1") };

/** A person with contacts and consents; not yet in any marathon. */
export function addPerson(world: World, wish: PersonWish): DemoPerson {
  const { chance, createdAt, registrar = null, confirmed = true, publishesName = false, organisation = null } = wish;
  const id = demoId(`person:${wish.key}`);
  const woman = wish.woman ?? chance.happens(0.66);
  const name = wish.name ?? inventedName(woman, chance);
  const email = wish.email === undefined ? `${latin(name.family)}.${latin(name.given.charAt(0))}${world.tables.Person.length}@example.org` : wish.email;
  const assurance: Assurance = registrar ? "confirmedInPerson" : confirmed ? "emailConfirmed" : "selfDeclared";
  const row = {
    id, familyName: name.family, givenName: name.given, patronymic: name.patronymic, locale: "ru", assurance, sessionVersion: 1,
    passwordHash: registrar ? null : world.passwordHash, registeredById: registrar?.person.id ?? null, registeredAtUnitId: registrar?.organisation.id ?? null, createdAt,
  };
  const { tables } = world;
  tables.Person.push(row);
  if (email) tables.Contact.push({ id: demoId(`contact:email:${id}`), personId: id, kind: "email", value: email, verifiedAt: confirmed ? createdAt : null, createdAt });
  if (!email || chance.happens(0.45)) tables.Contact.push({ id: demoId(`contact:phone:${id}`), personId: id, kind: "phone", value: mobilePhone(id), createdAt });
  const consent = { personId: id, channel: registrar ? ("paper" as const) : ("self" as const), recordedById: registrar?.person.id ?? null, paperCase: registrar ? `дело № ${chance.whole(2, 14)}-М` : null, givenAt: createdAt };
  tables.Consent.push({ id: demoId(`consent:processing:${id}`), documentId: consentIds.processing, ...consent });
  if (publishesName) tables.Consent.push({ id: demoId(`consent:publishName:${id}`), documentId: consentIds.publishName, ...consent });
  return {
    id, woman, fullName: `${name.family} ${name.given} ${name.patronymic}`, kind: wish.kind ?? "employee", organisation, confirmed, publishesName,
    hiddenFromOrganisation: false, joined: new Map(), registrar: registrar?.person ?? null, row,
  };
}

interface People {
  family: RegExp;
  men: readonly string[];
  women: readonly string[];
  fathers: readonly string[];
  fathersOfWomen: readonly string[];
}

/** Names that go together; everybody else takes the common ones, which come first in the lists. */
const peoples: readonly People[] = [
  { family: /ян$/, men: ["Арсен", "Ашот", "Гарик"], women: ["Карине", "Анаит", "Сусанна"], fathers: ["Ашотович"], fathersOfWomen: ["Ашотовна"] },
  {
    family: /^(?:Гайфуллин|Галимов|Саттаров|Сафин|Хабибуллин)/, men: ["Ильдар", "Рамиль", "Ринат", "Марат", "Айдар", "Тимур"],
    women: ["Гульнара", "Альфия", "Эльвира"], fathers: ["Рашидович", "Ильдарович", "Маратович"], fathersOfWomen: ["Рашидовна", "Ильдаровна", "Маратовна"],
  },
  {
    family: /^(?:Алиев|Байрамов|Байчоров|Дзагоев|Кубанов|Хубиев|Эркенов)/, men: ["Магомед", "Мурат", "Азамат", "Тимур"],
    women: ["Лейла", "Фатима", "Залина", "Мадина"], fathers: ["Магомедович", "Муратович"], fathersOfWomen: ["Магомедовна", "Муратовна"],
  },
];
const common = { given: 49, patronymics: 38 };

function inventedName(woman: boolean, chance: Chance): { family: string; given: string; patronymic: string } {
  const family = chance.pick(familyNames);
  const own = peoples.find((one) => one.family.test(family.male));
  return woman
    ? { family: family.female, given: chance.pick(own?.women ?? femaleGiven.slice(0, common.given)), patronymic: chance.pick(own?.fathersOfWomen ?? femalePatronymics.slice(0, common.patronymics)) }
    : { family: family.male, given: chance.pick(own?.men ?? maleGiven.slice(0, common.given - 1)), patronymic: chance.pick(own?.fathers ?? malePatronymics.slice(0, common.patronymics)) };
}

const letters: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "i", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r",
  с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "iu", я: "ia",
};

/** For invented addresses only. */
function latin(word: string): string {
  return [...word.toLowerCase()].map((letter) => letters[letter] ?? "").join("");
}

export function addConsentDocuments(world: World, publishedAt: Date): void {
  const operator = "Администрация муниципального образования, в котором проходит марафон (демонстрация)";
  world.tables.ConsentDocument.push(
    {
      id: consentIds.processing, purpose: "processing", version: 1, title: "Согласие на обработку персональных данных", operator, publishedAt,
      text: "Я даю согласие на обработку моих фамилии, имени, отчества, адреса электронной почты, номера телефона и сведений о месте работы или учёбы, чтобы участвовать в марафоне «Муниципальный диалог»: подавать инициативы, получать ответы и сообщения. Согласие действует до его отзыва, но не дольше трёх лет после окончания марафона. Отозвать его можно в личном кабинете или письменно.",
    },
    {
      id: consentIds.publishName, purpose: "publishName", version: 1, title: "Согласие на публикацию имени", operator, publishedAt,
      text: "Я даю согласие на то, чтобы рядом с моими инициативами на платформе марафона были указаны мои фамилия и имя. Без этого согласия имя видят только те, кто рассматривает инициативу. Согласие можно отозвать в любое время: имя перестанет показываться сразу.",
    },
  );
}
