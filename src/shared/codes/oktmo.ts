/** ОКТМО code as text: 8 digits for a municipality (a поселение too), 11 for a населённый пункт (ОК 033-2013). */
export type Oktmo = string & { readonly __oktmo: true };

/** In: any value. Out: is it 8 or 11 digits? Whether such a place exists is the register's business. */
export function isOktmo(value: unknown): value is Oktmo {
  return typeof value === "string" && /^(?:\d{8}|\d{11})$/.test(value);
}

/** In: what a person or a table cell holds; spaces between the digits are dropped. Out: the code, or null. */
export function parseOktmo(text: string): Oktmo | null {
  const digits = text.replace(/\s/g, "");
  return isOktmo(digits) ? digits : null;
}

/**
 * The check digit, which classifiers keep in a column of its own.
 * Weights 1, 2, 3 … by position, modulo 11; if that gives 10, weights from 3; if 10 again, 0 (ПР 50.1.024-2005).
 */
export function oktmoCheckDigit(code: Oktmo): number {
  const first = weigh(code, 1);
  if (first < 10) return first;
  const second = weigh(code, 3);
  return second < 10 ? second : 0;
}

/** Weights run 1 … 10 and begin again at 1. */
function weigh(code: Oktmo, firstWeight: number): number {
  let sum = 0;
  for (let i = 0; i < code.length; i += 1) sum += Number(code[i]) * (((i + firstWeight - 1) % 10) + 1);
  return sum % 11;
}

/**
 * In: a code from a spreadsheet, which drops a leading zero («7502000»), and its check digit if the table has one.
 * Out: the code with the zero back; null when it is no code, or the check digit disagrees.
 */
export function completeLeadingZero(text: string, checkDigit?: number): Oktmo | null {
  const digits = text.replace(/\s/g, "");
  const code = parseOktmo(/^(?:\d{7}|\d{10})$/.test(digits) ? `0${digits}` : digits);
  if (code && checkDigit !== undefined && oktmoCheckDigit(code) !== checkDigit) return null;
  return code;
}

/** The municipality of a code: a населённый пункт gives the 8 digits of the municipality that it lies in. */
export function oktmoMunicipality(code: Oktmo): Oktmo {
  return code.slice(0, 8) as Oktmo;
}

/** The upper municipality: a поселение gives its район, an upper one gives itself. */
export function oktmoUpperMunicipality(code: Oktmo): Oktmo {
  return `${code.slice(0, 5)}000` as Oktmo;
}

/** The region, 2 digits: «33» is Кировская область. Two digits stand for three regions where okrugs lie inside. */
export function oktmoRegion(code: Oktmo): string {
  return code.slice(0, 2);
}
