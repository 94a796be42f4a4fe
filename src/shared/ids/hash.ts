import { createHash } from "node:crypto";
import type { Id } from "./id";

/** In: text or bytes. Out: SHA-256 as 64 hex digits. Server only. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** In: a value as `stableJson` takes it. Out: SHA-256 of it, the same for equal values whatever their key order. */
export function hashJson(value: unknown): string {
  return sha256(stableJson(value));
}

/** In: a value as `stableJson` takes it. Out: an id of it (UUID of version 8): equal values have one id. */
export function idOf(value: unknown): Id {
  const hex = hashJson(value);
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4] ?? "8";
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * In: JSON values, Date, bigint, plain objects. Out: text with sorted keys; undefined properties are left out,
 * as in JSON; dates and bigints are told apart from text. Throws TypeError on anything else:
 * a Map would hash as an empty object, and two requests would be taken for one.
 */
export function stableJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`cannot hash ${value}`);
    return JSON.stringify(value);
  }
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Date) return `@${value.toISOString()}`;
  if (Array.isArray(value)) return `[${value.map((item: unknown) => stableJson(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || !isPlain(value)) throw new TypeError(`cannot hash a ${typeof value}`);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${stableJson(item)}`).join(",")}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
