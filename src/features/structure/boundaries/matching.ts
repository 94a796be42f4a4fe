import { foldForComparison } from "@/shared/text/normalise";

/** A municipality of the region, by what boundaries are joined to it. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly oktmo: string | null;
}

export type Certainty = "exact" | "likely";
export interface Match {
  readonly unitId: string;
  readonly certainty: Certainty;
}

/** Words that say what kind of municipality it is, not which. */
const townWords = ["город", "г", "городской округ", "го", "зато", "город-курорт"];
const districtWords = ["муниципальный район", "муниципальный округ", "район", "р-н", "округ", "мр", "мо"];
const otherWords = ["муниципальное образование", "муниципальный", "городское поселение", "сельское поселение"];

interface NameParts {
  /** «слободской» */
  readonly core: string;
  readonly kind: "town" | "district" | null;
}

/** «городской округ Слободской» is a town, «Слободской район» a district; both are «слободской». */
export function namePartsOf(name: string): NameParts {
  let core = ` ${foldForComparison(name).replace(/["'().,]/g, " ").replace(/\s+/g, " ").trim()} `;
  let kind: NameParts["kind"] = null;
  const strip = (words: readonly string[], says: NameParts["kind"]) => {
    for (const word of words.toSorted((a, b) => b.length - a.length)) {
      if (!core.includes(` ${word} `)) continue;
      core = core.replaceAll(` ${word} `, " ");
      kind ??= says;
    }
  };
  strip(townWords, "town");
  strip(districtWords, "district");
  strip(otherWords, null);
  return { core: core.trim(), kind };
}

/**
 * In: what stands in the chosen property, the region's municipalities. Out: the one that is meant, for certain by its
 * ОКТМО or its name, or likely by a part of it; null where several or none fit. Nothing likely is taken without being shown.
 */
export function matchUnit(value: string, candidates: readonly Candidate[]): Match | null {
  const code = value.replace(/\s/g, "");
  const byCode = /^\d{8}(?:\d{3})?$/.test(code) ? candidates.filter(({ oktmo }) => oktmo !== null && oktmo === code.slice(0, 8)) : [];
  const [coded] = byCode;
  if (coded && byCode.length === 1) return { unitId: coded.id, certainty: "exact" };
  const wanted = namePartsOf(value);
  if (wanted.core === "") return null;
  const named = candidates.map((candidate) => ({ id: candidate.id, parts: namePartsOf(candidate.name) }));
  const same = named.filter(({ parts }) => parts.core === wanted.core);
  const sameKind = same.filter(({ parts }) => wanted.kind === null || parts.kind === wanted.kind);
  const [exact] = sameKind;
  if (exact && sameKind.length === 1) return { unitId: exact.id, certainty: "exact" };
  if (same.length > 0) return only(same, "likely");
  // «Поляны» of «Вятские Поляны», «Георгиевск» of «Георгиевский»
  const alike = named.filter(({ parts }) => wanted.core.length >= 4 && (` ${parts.core} `.includes(` ${wanted.core} `) || isStem(wanted.core, parts.core)));
  return only(alike, "likely");
}

function only(found: readonly { readonly id: string }[], certainty: Certainty): Match | null {
  const [first] = found;
  return first && found.length === 1 ? { unitId: first.id, certainty } : null;
}

/** A town's name is the beginning of its district's, but for the ending. */
function isStem(town: string, district: string): boolean {
  const stem = town.replace(/(?:ий|ый|ой|а|о|ы|и|ь)$/, "");
  return stem.length >= 5 && (district.startsWith(stem) || town.startsWith(district.replace(/(?:ий|ый|ой)$/, "")));
}

export interface PropertyOffer {
  readonly name: string;
  /** what stands in it, for instance */
  readonly example: string;
  /** how many of the file's areas it joins for certain */
  readonly matches: number;
}

/** Properties to join by, the one that joins the most first. */
export function offerProperties(features: readonly { readonly properties: Readonly<Record<string, string>> }[], candidates: readonly Candidate[]): PropertyOffer[] {
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  return names
    .map((name) => {
      const values = features.flatMap(({ properties }) => properties[name] ?? []);
      return { name, example: values[0] ?? "", matches: values.filter((value) => matchUnit(value, candidates)?.certainty === "exact").length };
    })
    .toSorted((a, b) => b.matches - a.matches || (a.name < b.name ? -1 : 1));
}
