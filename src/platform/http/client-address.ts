import { createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import { env } from "../env";

/** Set by our server on every request, after whatever the client sent under this name was dropped. */
export const addressHeader = "x-client-address";

/** The client's address; behind a trusted proxy the last entry that the proxy itself wrote. */
export function addressOf(request: IncomingMessage): string {
  const forwarded = env.TRUST_PROXY ? String(request.headers["x-forwarded-for"] ?? "").split(",").at(-1)?.trim() : "";
  return network((forwarded || request.socket.remoteAddress) ?? "unknown");
}

/** Whoever has an IPv6 address has the whole /64; a mapped IPv4 address is that address. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("::");
  const left = head.split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - left.length - tail.split(":").filter(Boolean).length;
  return [...left, ...Array.from({ length: missing }, () => "0"), ...(tail ?? "").split(":").filter(Boolean)].slice(0, 4).join(":");
}

/** For limits and marks against abuse: an address can't be read back from it. */
export function hashAddress(address: string): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(address).digest("base64url").slice(0, 22);
}
