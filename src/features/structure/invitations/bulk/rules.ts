import { foldForComparison } from "@/shared/text/normalise";
import { emailField, personNameField } from "@/shared/text/fields";
import type { LineProblem } from "./schema";

/** What a line says, whatever its order: the address is known by its «@», the place stands first, the rest is a name. */
export interface ReadLine {
  /** as it stands in the text, from 1 */
  readonly line: number;
  readonly raw: string;
  readonly place: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly email: string | null;
  readonly problem: LineProblem | null;
}

/**
 * In: text pasted from a table or written by hand, cells divided by tabs or semicolons; `hasPlace`: is there more than one place to
 * choose from? Out: its lines that say something, each with the first thing that is wrong with it.
 */
export function readLines(text: string, hasPlace: boolean): ReadLine[] {
  return text.split(/\r?\n/).flatMap((raw, at) => (raw.trim() === "" ? [] : [readLine(raw, at + 1, hasPlace)]));
}

function readLine(raw: string, line: number, hasPlace: boolean): ReadLine {
  // an address has no spaces: it is found whatever stands around it
  const address = /[^\s;]*@[^\s;]*/.exec(raw)?.[0];
  const others = (address === undefined ? raw : raw.replace(address, "")).split(/[\t;]/).map((cell) => cell.trim()).filter(Boolean);
  const place = hasPlace ? (others[0] ?? "") : "";
  const [familyName = "", givenName = "", ...rest] = (hasPlace ? others.slice(1) : others).join(" ").split(/\s+/).filter(Boolean);
  const patronymic = rest.join(" ") || null;
  const email = address === undefined ? null : emailField.safeParse(address);
  const names = [familyName, givenName, ...(patronymic === null ? [] : [patronymic])];
  const problem: LineProblem | null =
    hasPlace && place === "" ? "noPlace"
    : familyName === "" || givenName === "" ? "noName"
    : !names.every((name) => personNameField.safeParse(name).success) ? "badName"
    : email !== null && !email.success ? "badEmail"
    : null;
  return { line, raw, place, familyName, givenName, patronymic, email: email === null ? null : (email.data ?? address ?? null), problem };
}

interface Place {
  readonly id: string;
  readonly names: readonly string[];
}

const fold = (text: string) => foldForComparison(text).replace(/[«»„“”"']/g, "");

/** The place by any of its names, quotation marks and letter case aside; never by resemblance. */
export function findPlaces<P extends Place>(places: readonly P[], wanted: string): P[] {
  return places.filter(({ names }) => names.some((name) => fold(name) === fold(wanted)));
}

/** Lines that ask for the same person at the same place as an earlier one. */
export function repeatedLines(lines: readonly Pick<ReadLine, "line" | "place" | "familyName" | "givenName" | "patronymic" | "email">[]): ReadonlySet<number> {
  const seen = new Set<string>();
  return new Set(lines.flatMap(({ line, place, familyName, givenName, patronymic, email }) => {
    const key = `${fold(place)}|${email ?? fold(`${familyName} ${givenName} ${patronymic ?? ""}`)}`;
    if (seen.has(key)) return [line];
    seen.add(key);
    return [];
  }));
}

/** What is sent at a time. In: the text, the lines that are in order by their numbers, how many go together. Out: the parts, and what stays in the box. */
export function partsOf(text: string, ready: ReadonlySet<number>, atOnce: number): { readonly parts: readonly (readonly string[])[]; readonly rest: readonly string[] } {
  const lines = text.split(/\r?\n/);
  const taken = lines.filter((_, at) => ready.has(at + 1));
  const parts = Array.from({ length: Math.ceil(taken.length / atOnce) }, (_, at) => taken.slice(at * atOnce, (at + 1) * atOnce));
  return { parts, rest: lines.filter((line, at) => line.trim() !== "" && !ready.has(at + 1)) };
}
