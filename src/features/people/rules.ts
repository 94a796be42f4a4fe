import { foldForComparison } from "@/shared/text/normalise";
import type { PersonName } from "@/shared/text/person-name";

const hour = 60 * 60 * 1000;

/** How long each kind of token lives, in milliseconds. */
export const tokenLife = { confirmEmail: 48 * hour, resetPassword: 2 * hour, changeEmail: 48 * hour, slip: 30 * 24 * hour, confirmPhone: hour / 6 } as const;
export type TokenPurpose = keyof typeof tokenLife;

export interface TokenDates {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export type TokenState = "valid" | "used" | "expired";

export function tokenStateOf({ expiresAt, usedAt }: TokenDates, now: Date): TokenState {
  if (usedAt !== null) return "used";
  return expiresAt <= now ? "expired" : "valid";
}

/** What is tried first by whoever guesses. */
const common = ["password", "passw0rd", "qwerty", "qwertyui", "йцукен", "пароль", "dialog", "1234567890", "12345678", "0987654321", "1q2w3e4r", "iloveyou"];

/** Few different characters, a well-known word with a tail of digits, or what stands on the form beside it. */
export function isPasswordWeak(password: string, own: readonly (string | null)[]): boolean {
  const bare = foldForComparison(password).replace(/\s/g, "");
  if (new Set(bare).size < 5) return true;
  const core = bare.replace(/[\d!?.*_-]+$/g, "");
  if (common.some((word) => core === word || bare === word || (core === "" && word.startsWith(bare.slice(0, 6))))) return true;
  return own.flatMap(partsOf).some((part) => part.length >= 3 && bare.replace(part, "").length < 5);
}

/** «ivanova@example.org» gives itself and «ivanova». */
function partsOf(text: string | null): string[] {
  const folded = foldForComparison(text ?? "");
  return [folded, ...folded.split("@").slice(0, 1)];
}

/** A way back after signing in: a path of our own, else the given one. */
export function localPath(next: string | undefined, otherwise: string): string {
  if (!next || next.length > 500 || !/^\/(?![/\\])[^\s\\]*$/.test(next)) return otherwise;
  const resolved = new URL(next, "http://site.invalid");
  return resolved.host === "site.invalid" ? `${resolved.pathname}${resolved.search}${resolved.hash}` : otherwise;
}

/** Could these be one person? A patronymic that one of them lacks tells nothing. */
export function isNamesake(one: PersonName, other: PersonName): boolean {
  const [own, others] = [one, other].map(({ familyName, givenName, patronymic }) => [familyName, givenName, patronymic ?? ""].map(foldForComparison));
  return own !== undefined && others !== undefined && own[0] === others[0] && own[1] === others[1] && (own[2] === "" || others[2] === "" || own[2] === others[2]);
}

export interface Reached {
  readonly kind: "email" | "phone";
  readonly isVerified: boolean;
}

/** Can the person still sign in by what is left? An address that nobody has confirmed may not be theirs; a phone was told to whoever registered them. */
export function canStillSignIn(left: readonly Reached[]): boolean {
  return left.some(({ kind, isVerified }) => isVerified || kind === "phone");
}
