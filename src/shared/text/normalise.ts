/** Control characters except tab and line feed, zero-width and bidi marks, soft hyphens, lone surrogates. */
const invisible = /(?![\t\n])\p{Cc}|\p{Cf}|\p{Surrogate}/gu;
const lineBreak = /\r\n|[\r\f\u0085\u2028\u2029]/g;
const spaces = /[^\S\n]+/g;

/** Out: NFC, one kind of line feed, nothing that is not seen: what comes from Word and messengers is full of it. */
function stripInvisible(text: string): string {
  return text.replace(lineBreak, "\n").replace(invisible, "").normalize("NFC");
}

/** In: anything typed or pasted into a one-line field. Out: one trimmed line, single spaces. */
export function cleanLine(text: string): string {
  return stripInvisible(text).replace(/\s+/g, " ").trim();
}

/** In: anything typed or pasted into a large field. Out: trimmed lines, at most one empty line between paragraphs. */
export function cleanText(text: string): string {
  return stripInvisible(text)
    .replace(spaces, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** ё and е are one letter in search and comparison. */
export function foldYo(text: string): string {
  return text.replace(/ё/g, "е").replace(/Ё/g, "Е");
}

/** For comparing what people call the same: one line, lower case, е for ё, plain quotes and hyphens. */
export function foldForComparison(text: string): string {
  return foldYo(cleanLine(text).toLowerCase())
    .replace(/[«»„“”‟″]/g, '"')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/\p{Dash}/gu, "-");
}
