const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const cyrillic = "ёйцукенгшщзхъфывапролджэячсмитьбю";
const latinShift = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';

const toCyrillic = new Map<string, string>();
const toLatin = new Map<string, string>();
Array.from(cyrillic).forEach((letter, i) => {
  toCyrillic.set(latin.charAt(i), letter);
  toCyrillic.set(latinShift.charAt(i), letter.toUpperCase());
  toLatin.set(letter, latin.charAt(i));
  toLatin.set(letter.toUpperCase(), latinShift.charAt(i));
});

/** In: Russian typed with the English layout on. Out: what was meant: «ghbdtn» → «привет». */
export function toRussianLayout(text: string): string {
  return Array.from(text, (char) => toCyrillic.get(char) ?? char).join("");
}

/** In: English typed with the Russian layout on. Out: what was meant: «щл» → «ok». */
export function toEnglishLayout(text: string): string {
  return Array.from(text, (char) => toLatin.get(char) ?? char).join("");
}

/**
 * In: text typed in one alphabet. Out: the same keys in the other layout; null for text of both alphabets
 * or of none, where nothing can be concluded.
 */
export function swapLayout(text: string): string | null {
  const hasLatin = /\p{Script=Latin}/u.test(text);
  const hasCyrillic = /\p{Script=Cyrillic}/u.test(text);
  if (hasLatin === hasCyrillic) return null;
  return hasLatin ? toRussianLayout(text) : toEnglishLayout(text);
}
