/** Letters that make up most of any Russian text, and hardly anything read in a wrong encoding. */
const frequent = /[\u043e\u0435\u0430\u0438\u043d\u0442\u0441\u0440\u0432\u043b]/g;
const singleByte = ["windows-1251", "ibm866", "koi8-r"] as const;

/**
 * In: a text file's bytes. Out: how its letters are kept, as `TextDecoder` names it. Marks at the beginning and valid UTF-8
 * are certain; of the old Russian encodings it is the one in which the beginning reads most like Russian.
 */
export function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (isUtf8(bytes)) return "utf-8";
  const beginning = bytes.subarray(0, 64_000);
  const likeness = (encoding: string) => new TextDecoder(encoding).decode(beginning).match(frequent)?.length ?? 0;
  return singleByte.reduce<{ encoding: string; best: number }>((found, encoding) => {
    const own = likeness(encoding);
    return own > found.best ? { encoding, best: own } : found;
  }, { encoding: "windows-1251", best: -1 }).encoding;
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += 1_000_000) decoder.decode(bytes.subarray(at, at + 1_000_000), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
