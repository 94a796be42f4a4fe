import accessEn from "@/access/messages/en.json" with { type: "json" };
import accessRu from "@/access/messages/ru.json" with { type: "json" };
import { foldForComparison } from "@/shared/text/normalise";
import en from "../../messages/en.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };
import { russianZones } from "../../administration/schema";
import type { Vocabulary } from "../rules";

/** What the interface calls something, in either language, folded: the words that a file may use for it. */
function wordsOf(...languages: readonly Readonly<Record<string, string>>[]): ReadonlyMap<string, string> {
  return new Map(languages.flatMap((words) => Object.entries(words).map(([key, word]) => [foldForComparison(word), key] as const)));
}

/** «больница, поликлиника»: either alone is meant, too. */
const eachOf = (words: Readonly<Record<string, string>>, at: number) => Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word.split(", ")[at] ?? word]));

export const vocabulary: Vocabulary = {
  // by its city («Омск, МСК+3»), the city alone, or the name that machines use
  zones: new Map([...wordsOf(...[ru.admin.zones, en.admin.zones].flatMap((zones) => [zones, eachOf(zones, 0)]), Object.fromEntries(russianZones.map((zone) => [zone, zone])))].map(([word, key]) => [word, key.replace("_", "/")])),
  municipalityKinds: wordsOf(ru.admin.kinds, en.admin.kinds),
  organisationKinds: wordsOf(...[ru.setup.organisations.kinds, en.setup.organisations.kinds].flatMap((kinds) => [kinds, eachOf(kinds, 0), eachOf(kinds, 1)])),
  roles: wordsOf(accessRu.access.roles, accessEn.access.roles),
  actKinds: wordsOf(ru.act.kinds, en.act.kinds),
};
