/**
 * Chance that repeats: the same seed gives the same demonstration on every machine (sfc32 by Chris Doty-Humphrey).
 * Not for secrets.
 */
export class SeededRandom {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(private readonly seed: string) {
    [this.a, this.b, this.c, this.d] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
    for (let i = 0; i < 15; i += 1) this.next();
  }

  /** Out: 0 ≤ number < 1, 32 bits fine. */
  next(): number {
    const sum = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  /** Out: a whole number, both ends included. */
  int(min: number, max: number): number {
    if (max < min) throw new RangeError(`no whole number from ${min} to ${max}`);
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** In: probability 0…1. Out: did it happen? */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Throws RangeError on an empty list. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError("nothing to pick from");
    return items[this.int(0, items.length - 1)] as T;
  }

  /** Out: a shuffled copy. */
  shuffle<T>(items: readonly T[]): T[] {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i -= 1) {
      const j = this.int(0, i);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  }

  /** Out: that many different items, all of them when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[] {
    return this.shuffle(items).slice(0, count);
  }

  /** In: items with weights of any scale, none negative. Throws RangeError when they sum to nothing. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    const total = items.reduce((sum, [, weight]) => sum + weight, 0);
    let point = this.next() * total;
    for (const [item, weight] of items) {
      if (point < weight) return item;
      point -= weight;
    }
    const last = items.findLast(([, weight]) => weight > 0);
    if (!last) throw new RangeError("nothing has a weight");
    return last[0];
  }

  /** Out: a stream of its own for a part of the scenario: a change in one part leaves the others as they were. */
  fork(label: string): SeededRandom {
    return new SeededRandom(`${this.seed}/${label}`);
  }
}

/** FNV-1a with a salt, spread by the finish of MurmurHash3. */
function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
