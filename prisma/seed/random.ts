import { createHash } from "node:crypto";

/** A stream of chance that depends on its name alone, so that a new step of the seed does not move the others. */
export class Chance {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(name: string) {
    const digest = createHash("sha256").update(`chance/${name}`).digest();
    [this.a, this.b, this.c] = [digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8)];
  }

  /** 0 up to 1, not included (sfc32). */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.next() * list.length)];
    if (found === undefined) throw new RangeError("nothing to pick from");
    return found;
  }

  /** In: pairs of thing and weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let left = this.next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [thing, weight] of list) {
      left -= weight;
      if (left < 0) return thing;
    }
    return this.pick(list)[0];
  }

  shuffle<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let i = result.length - 1; i > 0; i -= 1) {
      const j = this.whole(0, i);
      const moved = result[i] as T;
      result[i] = result[j] as T;
      result[j] = moved;
    }
    return result;
  }
}

/** Shares a whole total out by weights; the parts add up to it (largest remainders), none above its limit. */
export function shareOut(total: number, weights: readonly number[], limit = Number.POSITIVE_INFINITY): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => Math.min(limit, (total * weight) / sum));
  const parts = exact.map(Math.floor);
  const order = exact.map((value, index) => [index, value - Math.floor(value)] as const).toSorted((x, y) => y[1] - x[1] || x[0] - y[0]);
  let left = total - parts.reduce((all, part) => all + part, 0);
  for (const [index] of order) {
    if (left <= 0) break;
    if ((parts[index] as number) >= limit) continue;
    parts[index] = (parts[index] as number) + 1;
    left -= 1;
  }
  return parts;
}
