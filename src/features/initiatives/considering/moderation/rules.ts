/** What stands where a moderator has hidden words. */
export const hiddenMark = "[…]";

/**
 * In: words as their author wrote them, and as a moderator would publish them. Out: do they differ by pieces that the mark stands for, and by
 * nothing else? Blanks beside the mark don't count. A moderator may keep words from the public, not put others into an author's mouth.
 */
export function isHiding(written: string, shown: string): boolean {
  const text = plain(written);
  const pieces = plain(shown).split(hiddenMark).map((piece) => piece.trim());
  const [first = "", last = ""] = [pieces[0], pieces.at(-1)];
  if (pieces.length === 1) return first === text;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}

/** How much is left to read, in characters without the marks. */
export function leftToRead(shown: string): number {
  return shown.replaceAll(hiddenMark, "").trim().length;
}

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
