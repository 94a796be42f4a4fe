/** A one-time code from a paper slip, 10 characters without the hyphen. Keep only its hash. */
export type OneTimeCode = string & { readonly __oneTimeCode: true };

/**
 * Letters drawn alike in Latin and Cyrillic, so that the slip reads the same on either keyboard; O and 0, B and 8,
 * I and 1 never meet. 18 characters, 10 places: 41 bits, which asks for a limit on attempts.
 */
const alphabet = "23456789ACEHKMPTXY";
const length = 10;

/** What people type instead: Cyrillic twins, and look-alikes that stand in no code. */
const twins: Readonly<Record<string, string>> = {
  А: "A", С: "C", Е: "E", Ё: "E", Н: "H", К: "K", М: "M", Р: "P", Т: "T", Х: "X", У: "Y", Ү: "Y",
  З: "3", Ч: "4", Б: "6", В: "8", B: "8", S: "5", Z: "2",
};

/** In: at least 16 random bytes. Out: a code; the remainder's bias is below 2⁻⁸⁰. Throws RangeError on fewer. */
export function makeOneTimeCode(random: Uint8Array): OneTimeCode {
  if (random.length < 16) throw new RangeError("a one-time code needs 16 random bytes");
  let rest = random.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let code = "";
  for (let i = 0; i < length; i += 1) {
    code += alphabet[Number(rest % BigInt(alphabet.length))];
    rest /= BigInt(alphabet.length);
  }
  return code as OneTimeCode;
}

/**
 * In: what a person typed from the slip: any case, spaces, hyphens, Cyrillic letters.
 * Out: the code, or null when it cannot be one.
 */
export function parseOneTimeCode(text: string): OneTimeCode | null {
  const bare = text.toUpperCase().replace(/[\s\p{Dash}\p{Cf}]/gu, "");
  const code = Array.from(bare, (char) => twins[char] ?? char).join("");
  const known = code.length === length && Array.from(code).every((char) => alphabet.includes(char));
  return known ? (code as OneTimeCode) : null;
}

/** For the slip: «XXXXX-XXXXX». */
export function formatOneTimeCode(code: OneTimeCode): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
