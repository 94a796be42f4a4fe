/** A UUID of version 7 (RFC 9562), lower case: later ids sort after earlier ones, which keeps indexes compact. */
export type Id = string;

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const counterMask = 0x3ffff;
let lastMs = -1;
let counter = 0;

/**
 * In: the instant that the id carries; by default the machine's, which is an ordering and no date to decide by.
 * Out: a new id. Ids of the same millisecond keep their order by an 18-bit counter that starts in its lower half.
 */
export function newId(now: Date | number = Date.now()): Id {
  const ms = Number(now);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  counter = ms === lastMs ? (counter + 1) & counterMask : view.getUint32(6) & (counterMask >> 1);
  lastMs = ms;
  view.setUint32(0, Math.floor(ms / 0x10000));
  view.setUint16(4, ms % 0x10000);
  view.setUint16(6, 0x7000 | (counter >> 6));
  view.setUint8(8, 0x80 | (counter & 0x3f));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** In: any value. Out: is it a UUID in lower case, of whatever version? */
export function isId(value: unknown): value is Id {
  return typeof value === "string" && shape.test(value);
}

/** The instant that an id of version 7 carries. */
export function instantOfId(id: Id): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}
