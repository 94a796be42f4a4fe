import { oktmoCheckDigit, parseOktmo } from "@/shared/codes/oktmo";
import { isTimeZone } from "@/shared/dates/zone";
import { lineField } from "@/shared/text/fields";
import { foldForComparison } from "@/shared/text/normalise";
import { namePartsOf } from "../boundaries/matching";
import { structureLimits } from "../schema";
import { readCode } from "./codes";
import type { KnownPlace, KnownRegion, Places } from "./places";
import type { DirectoryRow } from "./reading";
import { regionPrefix } from "./region-codes";
import { repairKey, type Decisions } from "./schema";

export type Action = "new" | "changed" | "same" | "problem";

export interface Change {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What a person's rows may speak of: everything, or one municipality. */
export interface Scope {
  /** null: everywhere */
  readonly place: KnownPlace | null;
  /** of rows that name no region */
  readonly region: KnownRegion | null;
  readonly decisions: Decisions;
}

/** Words of the interface, folded, by what they stand for. */
export interface Vocabulary {
  readonly municipalityKinds: ReadonlyMap<string, string>;
  readonly zones: ReadonlyMap<string, string>;
  readonly organisationKinds: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
  readonly actKinds: ReadonlyMap<string, string>;
}

export interface MunicipalityRow {
  readonly regionId: string;
  readonly oktmo: string;
  readonly name: string;
  /** null: nothing is said, what stands is left */
  readonly shortName: string | null;
  readonly municipalityKind: string | null;
  readonly population: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly nameGenitive: string | null;
  readonly headTitle: string | null;
  /** IANA */
  readonly timeZone: string | null;
}

const nameField = lineField(3, structureLimits.name);
const shortField = lineField(1, structureLimits.shortName);
const titleField = lineField(1, structureLimits.headTitle);
const shown = (value: string | number | null) => (value === null ? "" : String(value));

/** What differs, of what the file says something about: an empty cell changes nothing. */
export function changesOf<T extends object>(said: T, standing: { readonly [K in keyof T]: string | number | null }): Change[] {
  return (Object.keys(said) as (keyof T & string)[]).flatMap((field) => {
    const [to, from] = [said[field] as string | number | null, standing[field]];
    return to === null || to === from ? [] : [{ field, from: shown(from), to: shown(to) }];
  });
}

function regionOf(reader: DirectoryRow, { region }: Scope, places: Places): KnownRegion | null {
  const text = reader.text("region");
  if (text === "") return region;
  return places.region(text) ?? reader.refuse("region", "regionUnknown");
}

/** A municipality's row: what it says, and which one it is. Null with the problems in the reader. */
export function readMunicipality(reader: DirectoryRow, scope: Scope, places: Places, words: Vocabulary): { readonly row: MunicipalityRow; readonly standing: KnownPlace | null; readonly isRepaired: boolean } | null {
  if (scope.place !== null) return reader.refuse("name", "notYours");
  const region = regionOf(reader, scope, places);
  if (!region && reader.problems.length === 0) reader.refuse("region", "required");
  const name = reader.parsed("name", nameField, true);
  const named = region && name !== null ? places.named(name, region.id) : null;
  const code = codeOf(reader, region, named?.oktmo ?? null, scope.decisions);
  const shortName = reader.parsed("shortName", shortField, false);
  const municipalityKind = reader.choice("kind", words.municipalityKinds) ?? (name === null ? null : kindInName(name, words.municipalityKinds));
  const [population, longitude, latitude] = [reader.whole("population", 20_000_000), reader.degrees("longitude", 180), reader.degrees("latitude", 90)];
  const [nameGenitive, headTitle, timeZone] = [reader.parsed("nameGenitive", nameField, false), reader.parsed("headTitle", titleField, false), zoneOf(reader, words)];
  if (!region || name === null || code === null || reader.problems.length > 0) return null;
  const standing = places.coded(code.code);
  if (standing?.isEnded) return reader.refuse("code", "codeEnded");
  if (standing && standing.regionId !== region.id) return reader.refuse("region", "codeOtherRegion");
  const other = places.sameNamed(name, region.id);
  if (other && other.oktmo !== code.code && other.id !== standing?.id) return reader.refuse("name", "sameNameOtherCode", { code: other.oktmo ?? "" });
  return { row: { regionId: region.id, oktmo: code.code, name, shortName, municipalityKind, population, longitude, latitude, nameGenitive, headTitle, timeZone }, standing, isRepaired: code.isRepaired };
}

function codeOf(reader: DirectoryRow, region: KnownRegion | null, namedCode: string | null, decisions: Decisions): { code: string; isRepaired: boolean } | null {
  const raw = reader.text("code");
  const read = readCode({ raw, checkDigit: reader.text("checkDigit"), regionPrefix: region && regionPrefix(region.name), namedCode });
  if (read.kind === "code") return { code: read.code, isRepaired: false };
  if (read.kind === "problem") return reader.refuse(read.key === "codeCheckDigit" && reader.text("checkDigit") !== "" ? "code" : "code", read.key, expectedOf(raw));
  if (isAgreed(decisions, raw, read.code)) return { code: read.code, isRepaired: true };
  return reader.refuse("code", "codeRepair", { code: read.code, because: read.because.join("+") }, read.code);
}

function expectedOf(raw: string): Record<string, number> {
  const code = parseOktmo(raw);
  return code ? { expected: oktmoCheckDigit(code) } : {};
}

function isAgreed({ all, repairs }: Decisions, from: string, to: string): boolean {
  return all || repairs.includes(repairKey(from, to));
}

/** «Омск, МСК+3», «Омск» or «Asia/Omsk». */
function zoneOf(reader: DirectoryRow, { zones }: Vocabulary): string | null {
  const text = reader.text("timeZone");
  return isTimeZone(text) ? text : reader.choice("timeZone", zones);
}

function kindInName(name: string, kinds: ReadonlyMap<string, string>): string | null {
  const folded = foldForComparison(name);
  return [...kinds].find(([word]) => folded.includes(word))?.[1] ?? null;
}

/** Which municipality a row of organisations or people is of. Null with the problem in the reader. */
export function placeOf(reader: DirectoryRow, scope: Scope, places: Places): { readonly place: KnownPlace; readonly isRepaired: boolean } | null {
  const [raw, name] = [reader.text("code"), reader.text("municipality")];
  if (scope.place && raw === "" && name === "") return { place: scope.place, isRepaired: false };
  const region = regionOf(reader, scope, places);
  if (reader.problems.length > 0) return null;
  const named = name === "" ? null : places.named(name, region?.id ?? scope.place?.regionId ?? null);
  if (raw === "" && name === "") return reader.refuse(reader.has("code") ? "code" : "municipality", "required");
  const found = raw === "" ? (named ? { place: named, isRepaired: false } : reader.refuse("municipality", "placeUnknown")) : codedPlace(reader, scope, places, raw, named);
  if (!found) return null;
  if (scope.place && found.place.id !== scope.place.id) return reader.refuse(raw === "" ? "municipality" : "code", "otherMunicipality");
  if (raw !== "" && name !== "" && namePartsOf(name).core !== namePartsOf(found.place.name).core) return reader.refuse("municipality", "placeDiffers", { name: found.place.name });
  if (region && found.place.regionId !== region.id) return reader.refuse("region", "codeOtherRegion");
  return found;
}

function codedPlace(reader: DirectoryRow, { decisions }: Scope, places: Places, raw: string, named: KnownPlace | null) {
  const read = readCode({ raw, checkDigit: "", regionPrefix: null, namedCode: named?.oktmo ?? null });
  // a short code of which a municipality is known speaks for itself
  const digits = raw.replace(/\D/g, "");
  const known = read.kind === "problem" && digits.length === 7 ? places.coded(`0${digits}`) : null;
  const code = known?.oktmo ?? (read.kind === "problem" ? null : read.code);
  if (code === null) return reader.refuse("code", read.kind === "problem" ? read.key : "codeShape");
  const place = places.coded(code);
  if (!place || place.isEnded) return reader.refuse("code", "placeUnknown");
  if (read.kind === "code") return { place, isRepaired: false };
  if (isAgreed(decisions, raw, code)) return { place, isRepaired: true };
  return reader.refuse("code", "codeRepair", { code, because: known ? "name" : (read.kind === "repair" ? read.because.join("+") : "") }, code);
}

export interface OrganisationRow {
  readonly name: string;
  readonly shortName: string | null;
  readonly organisationKind: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

export function readOrganisation(reader: DirectoryRow, words: Vocabulary): OrganisationRow | null {
  const row = {
    name: reader.parsed("name", nameField, true), shortName: reader.parsed("shortName", shortField, false), organisationKind: reader.choice("kind", words.organisationKinds),
    address: reader.parsed("address", lineField(1, structureLimits.address), false), phone: reader.phone("phone"),
  };
  return row.name === null || reader.problems.length > 0 ? null : { ...row, name: row.name };
}
