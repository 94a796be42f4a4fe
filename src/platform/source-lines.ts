import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload, type SourceMapping } from "node:module";

const kept = new Map<string, WeakRef<SourceMap>>();

/** One of a bundle takes a hundred megabytes when Node keeps it for good: it is read when an error has to be told, and then let go. */
function mapOf(file: string): SourceMap | null {
  const known = kept.get(file)?.deref();
  if (known) return known;
  try {
    const map = new SourceMap(JSON.parse(readFileSync(new URL(`${file}.map`), "utf8")) as SourceMapPayload);
    kept.set(file, new WeakRef(map));
    return map;
  } catch {
    return null;
  }
}

/** In: a line of a stack, «at f (file:///…/server.mjs:120:7)». Out: the same with the place in the sources, where there is a map beside the file. */
export function sourceLine(line: string): string {
  const [place, file = "", row = "", column = ""] = /(file:\/\/[^\s()]+\.mjs):(\d+):(\d+)/.exec(line) ?? [];
  const entry = place === undefined ? null : mapOf(file)?.findEntry(Number(row) - 1, Number(column) - 1);
  if (place === undefined || !entry || !isMapped(entry)) return line;
  return line.replace(place, `${entry.originalSource.replace(/^(?:\.\.\/)+/, "")}:${entry.originalLine + 1}:${entry.originalColumn + 1}`);
}

/** Nothing is known of lines that the bundler wrote itself. */
function isMapped(entry: object): entry is SourceMapping {
  return "originalSource" in entry;
}
