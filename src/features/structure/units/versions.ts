import type { PlainDate } from "@/shared/dates/plain-date";
import type { MunicipalityKind } from "../administration/schema";

/** What a unit was called, of what kind a municipality was, its code and its place, from a day on until another (not included). */
export interface Version {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly name: string;
  readonly shortName: string | null;
  readonly oktmo: string | null;
  readonly municipalityKind: MunicipalityKind | null;
  readonly parentId: string | null;
}
export type State = Pick<Version, "name" | "shortName" | "oktmo" | "municipalityKind" | "parentId">;

export type Succeeded = { readonly ok: true; readonly closes: PlainDate | null; readonly replaces: boolean } | { readonly ok: false };

/**
 * In: the version that is open, the day from which something else is valid. Out: the day on which the open one closes; or that it is
 * replaced, because it began that very day; refused where it began later: the past is not rewritten.
 */
export function succeed(open: Pick<Version, "validFrom"> | null, from: PlainDate): Succeeded {
  if (open === null) return { ok: true, closes: null, replaces: false };
  if (from < open.validFrom) return { ok: false };
  return from === open.validFrom ? { ok: true, closes: null, replaces: true } : { ok: true, closes: from, replaces: false };
}

/** The same on a whole history. Throws nothing: a refused change leaves it as it was. */
export function withVersion(history: readonly Version[], from: PlainDate, state: State): readonly Version[] {
  const open = history.find(({ validTo }) => validTo === null) ?? null;
  const done = succeed(open, from);
  const next: Version = { validFrom: from, validTo: null, ...state };
  if (!done.ok) return history;
  if (done.replaces) return history.map((version) => (version === open ? next : version));
  return [...history.map((version) => (version === open ? { ...version, validTo: from } : version)), next];
}

/** How the unit stood on a day; null before it began and after it ended. */
export function versionOn(history: readonly Version[], day: PlainDate): Version | null {
  return history.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo)) ?? null;
}
