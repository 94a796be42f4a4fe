import { foldForComparison } from "@/shared/text/normalise";
import type { PersonName } from "@/shared/text/person-name";

/** What of a person is compared. */
export interface Card extends PersonName {
  readonly id: string;
  /** `YYYY-MM-DD`; 1 January stands for a year alone, as desks once took it down */
  readonly birthDate: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly municipalityIds: readonly string[];
}

export const reasons = ["fullName", "name", "initials", "phone", "email", "birthDate", "municipality"] as const;
export type Reason = (typeof reasons)[number];

/** The name opens the door, something else must agree with it: namesakes of one town are no candidates. */
const weight: Readonly<Record<Reason, number>> = { fullName: 50, name: 40, initials: 30, phone: 30, email: 40, birthDate: 30, municipality: 10 };
const enough = 70;

export interface Likeness {
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const none: Likeness = { score: 0, reasons: [] };

/** How likely two records are one person; the order of the two says nothing. 0 where something speaks against it. */
export function compare(a: Card, b: Card): Likeness {
  const name = likeName(a, b);
  if (name === null || datesDiffer(a.birthDate, b.birthDate)) return none;
  const found: Reason[] = [name];
  if (shares(a.phones, b.phones)) found.push("phone");
  if (shares(a.emails.map(bareAddress), b.emails.map(bareAddress))) found.push("email");
  if (a.birthDate !== null && !isYearAlone(a.birthDate) && a.birthDate === b.birthDate) found.push("birthDate");
  if (shares(a.municipalityIds, b.municipalityIds)) found.push("municipality");
  return { score: found.reduce((sum, reason) => sum + weight[reason], 0), reasons: found };
}

export function isCandidate({ score }: Likeness): boolean {
  return score >= enough;
}

/** The same family name, and given name and patronymic that agree as far as they are written. */
function likeName(a: PersonName, b: PersonName): "fullName" | "name" | "initials" | null {
  if (foldForComparison(a.familyName) !== foldForComparison(b.familyName)) return null;
  const [given, patronymic] = [likePart(a.givenName, b.givenName), likePart(a.patronymic ?? null, b.patronymic ?? null)];
  if (given === null || given === "missing" || patronymic === null) return null;
  if (given === "initial" || patronymic === "initial") return "initials";
  return patronymic === "missing" ? "name" : "fullName";
}

/** «Анна» and «А.» agree by the initial; who has no patronymic contradicts nobody's. */
function likePart(a: string | null, b: string | null): "same" | "initial" | "missing" | null {
  const [one, other] = [a, b].map((part) => foldForComparison(part ?? "").replace(/\.$/, "")).toSorted((x, y) => x.length - y.length) as [string, string];
  if (one === "") return "missing";
  if (one === other) return one.length === 1 ? "initial" : "same";
  return one.length === 1 && other.startsWith(one) ? "initial" : null;
}

function datesDiffer(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return false;
  return !((isYearAlone(a) || isYearAlone(b)) && a.slice(0, 4) === b.slice(0, 4));
}

function isYearAlone(date: string): boolean {
  return date.endsWith("-01-01");
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((value) => b.includes(value));
}

/** «anna+school@example.org» reaches the mailbox of «anna@example.org». */
function bareAddress(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*@/, "@");
}

/** What tells which of two records is better kept. */
export interface Standing {
  readonly id: string;
  readonly hasPosts: boolean;
  readonly hasPassword: boolean;
  readonly isConfirmed: boolean;
  readonly createdAt: Date;
}

/** The one with duties, then the one that is signed in by, then the confirmed, then the older. */
export function suggestSurvivor(a: Standing, b: Standing): string {
  const rank = ({ hasPosts, hasPassword, isConfirmed }: Standing) => Number(hasPosts) * 4 + Number(hasPassword) * 2 + Number(isConfirmed);
  const difference = rank(b) - rank(a) || a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
  return difference <= 0 ? a.id : b.id;
}

/** A pair is one whichever way it is named. */
export function ordered(a: string, b: string): { readonly lowId: string; readonly highId: string } {
  return a < b ? { lowId: a, highId: b } : { lowId: b, highId: a };
}
