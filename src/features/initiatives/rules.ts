/** What features above may know of the lifecycle: a feature shows its rules, not its rooms. */
export { countsInNet, initiativeStatuses, isDecided, isIncluded, lifecycle, reachedBy, type InitiativeStatus } from "./lifecycle";

/** «2026-1234»: how a number is said and written. The address holds the bare number. */
export function publicNumber(marathonSlug: string, number: number): string {
  return `${marathonSlug}-${number}`;
}

/** In: «№ 2026-1234», «2026–1234», «1234». Out: the number; null for anything that is none. */
export function parseNumber(text: string): number | null {
  const match = /^(?:№|#)?\s*(?:[\p{L}\p{N}]{1,20}\s?\p{Dash}\s?)?(\d{1,9})$/u.exec(text.trim());
  return match ? Number(match[1]) : null;
}
