import { fitsIn } from "./places";
import type { Chance } from "./random";
import { allTexts, directionWeights, type DirectedText } from "./texts";
import type { DirectionKey } from "./directions";
import type { DemoMunicipality } from "./world";

/** Hands out texts so that a municipality never gets one twice in a marathon, and a region gets each about equally often. */
export class Deck {
  private readonly used = new Map<string, number>();

  /** In: wanted number; keys that this municipality has already. Out: texts, fewer where no more fit. */
  draw(municipality: DemoMunicipality, count: number, had: Set<string>, chance: Chance): DirectedText[] {
    const left = allTexts.filter((text) => !had.has(text.id) && fitsIn(text, municipality));
    const ranked = left.map((text) => ({ text, rank: chance.next() ** (1 / this.wish(text)) })).toSorted((a, b) => b.rank - a.rank);
    return ranked.slice(0, count).map(({ text }) => this.take(text, had));
  }

  /** One text of given directions, for what the demonstration's guide needs. */
  drawOne(municipality: DemoMunicipality, directions: readonly DirectionKey[], had: Set<string>, chance: Chance, suits: (text: DirectedText) => boolean): DirectedText | null {
    const left = allTexts.filter((text) => directions.includes(text.direction) && !had.has(text.id) && fitsIn(text, municipality));
    const suiting = left.filter(suits);
    const pool = suiting.length > 0 ? suiting : left;
    return pool.length > 0 ? this.take(chance.pick(pool), had) : null;
  }

  private take(text: DirectedText, had: Set<string>): DirectedText {
    had.add(text.id);
    this.used.set(text.id, (this.used.get(text.id) ?? 0) + 1);
    return text;
  }

  private wish(text: DirectedText): number {
    return directionWeights[text.direction] / (1 + (this.used.get(text.id) ?? 0) * 0.6);
  }
}
