import { createHash } from "node:crypto";

/** Numbers that nobody can have: mobile code 945 is not assigned; no city number begins with 0, which is kept for services. */
export function mobilePhone(name: string): string {
  return `+7945${digits(name, 7)}`;
}

/** In: the region's ОКТМО. Out: a number in its area code, E.164. */
export function officePhone(regionOktmo: string, name: string): string {
  return `+7${regionOktmo.startsWith("33") ? "833" : "865"}0${digits(name, 6)}`;
}

function digits(name: string, count: number): string {
  const number = createHash("sha256").update(`phone/${name}`).digest().readUIntBE(0, 6);
  return String(number % 10 ** count).padStart(count, "0");
}
