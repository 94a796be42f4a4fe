import { createHash } from "node:crypto";

/** In: a name such as `municipality:33602000`. Out: the id that this row has in every demonstration (a uuid of version 8). */
export function demoId(name: string): string {
  const hex = createHash("sha256").update(`demo/${name}`).digest("hex");
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
