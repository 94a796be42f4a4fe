export const wordingFields = ["title", "essence", "expectedResult"] as const;
export type WordingField = (typeof wordingFields)[number];

export type Piece =
  | { readonly kind: "same"; readonly text: string }
  /** `was` is empty where something was added, `becomes` where something was left out */
  | { readonly kind: "change"; readonly was: string; readonly becomes: string };

/** What the author makes of one change: takes it, leaves it, or writes their own. */
export type Choice = "accept" | "refuse" | { readonly own: string };

/** Words with the blanks and signs after them, so that joining gives the text back. */
function toWords(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

/** In: the text as it stood and as suggested. Out: the pieces in order; changes that touch are one. */
export function diffPieces(was: string, becomes: string): Piece[] {
  const [from, to] = [toWords(was), toWords(becomes)];
  const lengths = commonLengths(from, to);
  const pieces: Piece[] = [];
  const add = (kind: "same" | "was" | "becomes", text: string) => {
    const last = pieces.at(-1);
    if (kind === "same") {
      if (last?.kind === "same") pieces[pieces.length - 1] = { kind: "same", text: last.text + text };
      else pieces.push({ kind: "same", text });
      return;
    }
    const open = last?.kind === "change" ? last : null;
    const next = { kind: "change", was: (open?.was ?? "") + (kind === "was" ? text : ""), becomes: (open?.becomes ?? "") + (kind === "becomes" ? text : "") } as const;
    if (open) pieces[pieces.length - 1] = next;
    else pieces.push(next);
  };
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [left, right] = [from[i], to[j]];
    if (left !== undefined && left === right) {
      add("same", left);
      [i, j] = [i + 1, j + 1];
    } else if (right !== undefined && (left === undefined || lengthAt(lengths, i, j + 1) >= lengthAt(lengths, i + 1, j))) {
      add("becomes", right);
      j += 1;
    } else if (left !== undefined) {
      add("was", left);
      i += 1;
    }
  }
  return pieces;
}

/** The text that comes of it. In: a choice for each change, in order; one that is missing refuses. */
export function applyChoices(pieces: readonly Piece[], choices: readonly Choice[]): string {
  let at = -1;
  return pieces.map((piece) => {
    if (piece.kind === "same") return piece.text;
    at += 1;
    const choice = choices[at] ?? "refuse";
    return choice === "accept" ? piece.becomes : choice === "refuse" ? piece.was : choice.own;
  }).join("");
}

const lengthAt = (lengths: readonly Uint16Array[], i: number, j: number): number => lengths[i]?.[j] ?? 0;

/** Longest common subsequences of the ends from i and j on. Texts are bounded: a few thousand words at most. */
function commonLengths(from: readonly string[], to: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1));
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] = from[i] === to[j] ? lengthAt(lengths, i + 1, j + 1) + 1 : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1));
    }
  }
  return lengths;
}
