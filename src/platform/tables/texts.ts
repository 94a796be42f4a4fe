const blockBytes = 1 << 20;

/** Many texts in a third of the memory of as many strings, and none of it on the heap: bytes one after the other, in blocks. */
export class Texts {
  readonly #blocks: Buffer[] = [];
  #places = new Uint32Array(1024);
  #count = 0;
  #free = 0;

  /** In: a text of less than a block's bytes. */
  push(text: string): void {
    const bytes = Buffer.byteLength(text);
    if (bytes > blockBytes) throw new RangeError(`a text of ${bytes} bytes`);
    if (this.#blocks.length === 0 || this.#free + bytes > blockBytes) {
      this.#blocks.push(Buffer.allocUnsafe(blockBytes));
      this.#free = 0;
    }
    this.#blocks.at(-1)?.write(text, this.#free);
    if (2 * this.#count === this.#places.length) {
      const wider = new Uint32Array(2 * this.#places.length);
      wider.set(this.#places);
      this.#places = wider;
    }
    this.#places.set([(this.#blocks.length - 1) * blockBytes + this.#free, bytes], 2 * this.#count);
    this.#count += 1;
    this.#free += bytes;
  }

  /** undefined where there is none of that number */
  at(number: number): string | undefined {
    if (!Number.isInteger(number) || number < 0 || number >= this.#count) return undefined;
    const [place = 0, bytes = 0] = this.#places.subarray(2 * number, 2 * number + 2);
    const from = place % blockBytes;
    return this.#blocks[Math.floor(place / blockBytes)]?.toString("utf8", from, from + bytes);
  }
}
