import { Matcher, type Text } from "./ranking";
import type { Group } from "./rules";
import { tokensOf } from "./words/rules";

/** From this on two initiatives are told to be about the same; chosen on the tuning half of the pairs (docs/search.md). */
export const alikeFrom = 0.3;

export interface Told {
  readonly groups: readonly Group[];
  readonly titleWords: ReadonlySet<string>;
}

/** Words of the title tell more of what is wanted. */
const ofTitle = 2;
const mostChosen = 8;

const worth = ({ word, weight }: Group, titleWords: ReadonlySet<string>): number => weight * weight * (titleWords.has(word) ? ofTitle : 1);

/** The words that tell most: by them candidates are looked for. One that no initiative holds finds none. */
export function choose({ groups, titleWords }: Told, all: number): Group[] {
  return groups
    .filter(({ initiatives }) => all === 0 || initiatives > 0)
    .toSorted((a, b) => worth(b, titleWords) - worth(a, titleWords))
    .slice(0, mostChosen);
}

/**
 * How alike another text is, from 0 to 1: the share of what the words tell that it holds too, and how much of its title is said here.
 */
export function likeness({ groups, titleWords }: Told): (text: Text) => number {
  const matcher = new Matcher(groups);
  const whole = groups.reduce((sum, group) => sum + worth(group, titleWords), 0) || 1;
  return ({ title, essence }) => {
    const held = new Set<number>();
    const see = (text: string) => {
      const tokens = tokensOf(text).filter(({ word }) => word.length > 3);
      let hits = 0;
      for (const { word } of tokens) {
        const fits = matcher.fit(word);
        if (fits === null) continue;
        hits += 1;
        fits.forEach((fit, at) => { if (fit > 0) held.add(at); });
      }
      return tokens.length === 0 ? 0 : hits / tokens.length;
    };
    const titleSaid = see(title);
    see(essence);
    const common = groups.reduce((sum, group, at) => sum + (held.has(at) ? worth(group, titleWords) : 0), 0);
    return 0.7 * (common / whole) + 0.3 * titleSaid;
  };
}
