import { Matcher, type Text } from "./ranking";
import type { Group } from "./rules";
import { tokensOf } from "./words/rules";

/** From this on two initiatives are told to be about the same; chosen on the tuning half of the pairs (docs/search.md). */
export const alikeFrom = 0.2;

export interface Told {
  readonly groups: readonly Group[];
  readonly titleWords: ReadonlySet<string>;
}

/** Words of the title tell more of what is wanted. */
const ofTitle = 2;
const mostChosen = 6;
/** Words that together are in so few initiatives cost nothing to be looked for one by one. */
const cheap = 1_000;
/** What only one other has is hardly what many ask for. */
const fewest = 2;

const worth = ({ word, weight }: Group, titleWords: ReadonlySet<string>): number => weight * weight * (titleWords.has(word) ? ofTitle : 1);

/** The words that tell most: by them candidates are looked for. */
export function choose({ groups, titleWords }: Told, all: number): Group[] {
  return groups
    .filter(({ initiatives }) => all === 0 || initiatives >= fewest)
    .toSorted((a, b) => worth(b, titleWords) - worth(a, titleWords))
    .slice(0, mostChosen);
}

/** Of the others the rare ones: whatever holds a single one of them is compared too. In: what was chosen. */
export function chooseRare({ groups, titleWords }: Told): Group[] {
  let left = cheap;
  return groups
    .filter(({ initiatives }) => initiatives >= fewest)
    .toSorted((a, b) => worth(b, titleWords) - worth(a, titleWords))
    .filter(({ initiatives }) => {
      const fits = initiatives <= left;
      if (fits) left -= initiatives;
      return fits;
    })
    .slice(0, 2 * mostChosen);
}

/**
 * How alike another text is, from 0 to 1: the share of what the words tell that it holds too, and how much of its title is said here.
 */
export function likeness({ groups, titleWords }: Told): (text: Text) => number {
  const telling = groups.some(({ initiatives }) => initiatives >= fewest) ? groups.filter(({ initiatives }) => initiatives >= fewest) : groups;
  const matcher = new Matcher(telling);
  const share = (held: readonly number[], isCounted: (group: Group) => boolean) => {
    const whole = telling.reduce((sum, group) => sum + (isCounted(group) ? worth(group, titleWords) : 0), 0);
    return whole === 0 ? 0 : telling.reduce((sum, group, at) => sum + (isCounted(group) ? worth(group, titleWords) * (held[at] ?? 0) : 0), 0) / whole;
  };
  return ({ title, essence }) => {
    const inTitle = telling.map(() => 0);
    const anywhere = telling.map(() => 0);
    let said = 0;
    let words = 0;
    for (const { word } of tokensOf(title)) {
      const fits = matcher.fit(word);
      if (word.length > 3 || fits !== null) words += 1;
      if (fits !== null) said += Math.max(...fits);
      fits?.forEach((fit, at) => { inTitle[at] = Math.max(inTitle[at] ?? 0, fit); });
    }
    for (const { word } of tokensOf(essence)) matcher.fit(word)?.forEach((fit, at) => { anywhere[at] = Math.max(anywhere[at] ?? 0, fit); });
    const both = anywhere.map((fit, at) => Math.max(fit, inTitle[at] ?? 0));
    return 0.35 * share(both, () => true) + 0.35 * share(both, ({ word }) => titleWords.has(word)) + 0.3 * (words === 0 ? 0 : said / words);
  };
}
