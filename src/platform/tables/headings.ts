import { foldForComparison } from "@/shared/text/normalise";

/** «Код ОКТМО (8 знаков)*» → «код октмо» */
export function foldHeading(text: string): string {
  return foldForComparison(text).replace(/\([^)]*\)|\[[^\]]*\]/g, " ").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** In: what each field may be called, and folded headings. Out: in which column each stands; an exact name goes before one that begins a heading. */
export function placesOf(names: Readonly<Record<string, readonly string[]>>, folded: readonly string[]): Map<string, number> {
  const at = new Map<string, number>();
  const taken = new Set<number>();
  const claim = (fits: (heading: string, name: string) => boolean) => {
    for (const [field, synonyms] of Object.entries(names)) {
      if (at.has(field)) continue;
      for (const name of synonyms.toSorted((a, b) => b.length - a.length)) {
        const column = folded.findIndex((heading, index) => !taken.has(index) && fits(heading, name));
        if (column < 0) continue;
        at.set(field, column);
        taken.add(column);
        break;
      }
    }
  };
  claim((heading, name) => heading === name);
  // «численность населения на 1 января 2021 г.»; a name of one or two letters says too little
  claim((heading, name) => name.length > 3 && heading.startsWith(`${name} `));
  return at;
}

/** Headings in two rows, one under another: the lower completes the upper, a merged one counts for the columns to the right of it. */
export function twoRows(upper: readonly string[], lower: readonly string[]): string[][] {
  const width = Math.max(upper.length, lower.length);
  const columns = Array.from({ length: width }, (_, at) => at);
  let merged = "";
  const spread = columns.map((at) => (merged = upper[at] || merged));
  return [
    columns.map((at) => lower[at] || upper[at] || ""),
    columns.map((at) => (lower[at] ? `${spread[at] ?? ""} ${lower[at]}`.trim() : (upper[at] ?? ""))),
  ];
}

/** «1 2 3 4» under the headings, and the headings once more on each printed page. */
export function isFurniture(cells: readonly string[], headings: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length > 1 && filled.every((cell, at) => cell === String(at + 1))) return true;
  const own = headings.map(foldHeading);
  const repeated = cells.filter((cell, at) => cell !== "" && foldHeading(cell) === own[at]).length;
  return repeated > 1 && repeated >= filled.length - 1;
}
