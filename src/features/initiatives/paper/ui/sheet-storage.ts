import { isId } from "@/shared/ids/id";
import { sheetRow, type SheetRow } from "./sheet-row";

const prefix = "sheet:";
const keyOf = (ownerId: string, id: string) => `${prefix}${ownerId}:${id}`;

/**
 * A sheet stays on the device, over a closed tab, until the server has answered: of who typed it, each by itself, so that two tabs don't write
 * over one another. Out: is it safe there? A full or forbidden store is no reason to stop somebody who types.
 */
export function keepSheet(ownerId: string, row: SheetRow): boolean {
  try {
    localStorage.setItem(keyOf(ownerId, row.sheet.id), JSON.stringify(row));
    return true;
  } catch {
    return false;
  }
}

export function forgetSheet(ownerId: string, id: string): void {
  try {
    localStorage.removeItem(keyOf(ownerId, id));
  } catch {
    // nothing was kept there
  }
}

/** What waits on this device of this person's, the last typed first. */
export function keptSheets(ownerId: string): SheetRow[] {
  return keys().flatMap(([owner, key]) => (owner === ownerId ? (read(key) ?? []) : [])).toSorted((a, b) => (a.sheet.id < b.sheet.id ? 1 : -1));
}

/** How many wait here of others': theirs to send, once they sign in. */
export function countOthers(ownerId: string): number {
  return keys().filter(([owner]) => owner !== ownerId).length;
}

/** At the person's own sign-out. */
export function sweepSheets(ownerId: string): void {
  for (const row of keptSheets(ownerId)) forgetSheet(ownerId, row.sheet.id);
}

function keys(): (readonly [string, string])[] {
  try {
    return Object.keys(localStorage).flatMap((key) => {
      const [owner, id] = key.startsWith(prefix) ? key.slice(prefix.length).split(":") : [];
      return isId(owner) && isId(id) ? [[owner, key] as const] : [];
    });
  } catch {
    return [];
  }
}

function read(key: string): SheetRow | null {
  try {
    const parsed = sheetRow.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
