/** A person's name by its parts; a patronymic is not everybody's. */
export interface PersonName {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic?: string | null;
}

const nbsp = "\u00a0";

/** «Иванова Мария Петровна». */
export function fullName(name: PersonName): string {
  return join([name.familyName, name.givenName, name.patronymic], " ");
}

/** For tables and documents: «Иванова М. П.», unbroken. */
export function shortName(name: PersonName): string {
  return join([name.familyName, dotted(name.givenName), dotted(name.patronymic)], nbsp);
}

/** For signatures: «М. П. Иванова», unbroken. */
export function signatureName(name: PersonName): string {
  return join([dotted(name.givenName), dotted(name.patronymic), name.familyName], nbsp);
}

/** For letters: «Мария Петровна». */
export function politeName(name: PersonName): string {
  return join([name.givenName, name.patronymic], " ") || name.familyName;
}

/** Of an author who agreed to be named: «Ирина С.», unbroken. */
export function publicName(name: PersonName): string {
  if (!name.givenName.trim()) return dotted(name.familyName);
  return join([name.givenName, dotted(name.familyName)], nbsp);
}

/** For a round mark beside a name: «ИС», given name first. */
export function initials(name: PersonName): string {
  return join([first(name.givenName), first(name.familyName)], "");
}

/** «Анна-Мария» → «А.-М.» */
function dotted(part: string | null | undefined): string {
  const letters = (part ?? "").split("-").map(first).filter(Boolean);
  return letters.map((letter) => `${letter}.`).join("-");
}

function first(part: string): string {
  return (Array.from(part.trim())[0] ?? "").toUpperCase();
}

function join(parts: readonly (string | null | undefined)[], separator: string): string {
  return parts.map((part) => part?.trim()).filter(Boolean).join(separator);
}
