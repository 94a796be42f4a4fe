import { oktmoCheckDigit, parseOktmo, type Oktmo } from "@/shared/codes/oktmo";

export interface CodeFacts {
  /** as the cell shows it */
  readonly raw: string;
  /** of the neighbouring column; empty where the file has none */
  readonly checkDigit: string;
  /** the two digits of the row's region; null where nothing says which region it is */
  readonly regionPrefix: string | null;
  /** the code under which the only place of that name in that region is known; null where none or several are */
  readonly namedCode: string | null;
}

/** What speaks for a completed code. */
export type Evidence = "checkDigit" | "region" | "name";

export type CodeReading =
  | { readonly kind: "code"; readonly code: Oktmo }
  /** to be shown and agreed to, never taken silently */
  | { readonly kind: "repair"; readonly code: Oktmo; readonly because: readonly Evidence[] }
  | { readonly kind: "problem"; readonly key: "required" | "codeShape" | "codeCheckDigit" | "codeOtherRegion" | "codeUnproven" };

/**
 * The ОКТМО code of a municipality, 8 digits, from a table that may have dropped its first zero. A completed code is offered
 * only when something speaks for it (check digit, region, name) and nothing against. Of 11 digits the last three must be
 * zeros: the others are a населённый пункт. The check digit: ПР 50.1.024-2005, `shared/codes/oktmo`.
 */
export function readCode({ raw, checkDigit, regionPrefix, namedCode }: CodeFacts): CodeReading {
  const typed = raw.replace(/[\s.\-\u2010-\u2015']/g, "");
  const digits = /^\d{10,11}$/.test(typed) && typed.endsWith("000") ? typed.slice(0, -3) : typed;
  if (checkDigit !== "" && !/^\d$/.test(checkDigit)) return { kind: "problem", key: "codeCheckDigit" };
  if (digits.length === 8) {
    const code = parseOktmo(digits);
    if (!code) return { kind: "problem", key: "codeShape" };
    if (checkDigit !== "" && oktmoCheckDigit(code) !== Number(checkDigit)) return { kind: "problem", key: "codeCheckDigit" };
    if (regionPrefix !== null && !code.startsWith(regionPrefix)) return { kind: "problem", key: "codeOtherRegion" };
    return { kind: "code", code };
  }
  const isShort = /^\d{7}$/.test(digits);
  const candidate = parseOktmo(isShort ? `0${digits}` : (namedCode ?? ""));
  if (!candidate) return { kind: "problem", key: typed === "" ? "required" : "codeShape" };
  const says: readonly (readonly [Evidence, boolean | null])[] = [
    ["checkDigit", checkDigit === "" ? null : oktmoCheckDigit(candidate) === Number(checkDigit)],
    ["region", regionPrefix === null ? null : candidate.startsWith(regionPrefix)],
    ["name", namedCode === null ? null : candidate === namedCode],
  ];
  if (says.some(([, agrees]) => agrees === false)) return { kind: "problem", key: isShort && checkDigit !== "" && says[0]?.[1] === false ? "codeCheckDigit" : "codeUnproven" };
  const because = says.flatMap(([evidence, agrees]) => (agrees ? [evidence] : []));
  return because.length > 0 ? { kind: "repair", code: candidate, because } : { kind: "problem", key: "codeUnproven" };
}
