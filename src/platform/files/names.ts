import { cleanLine } from "@/shared/text/normalise";
import { storedTypes, type StoredType } from "./make-safe";

const longest = 120;

/** In: a name as a device gives it. Out: one line that is no path and no command anywhere, with the ending of what the file is. */
export function fileName(typed: string, type: StoredType): string {
  const bare = cleanLine(typed.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, " ")).replace(/\.[\p{L}\p{N}]{1,5}$/u, "").replace(/^[.\s-]+|[.\s]+$/g, "");
  return `${[...bare].slice(0, longest).join("") || "file"}.${storedTypes[type].extension}`;
}

/** In: a name by `fileName`. Out: Content-Disposition (RFC 6266), with the letters of any language. */
export function disposition(kind: "inline" | "attachment", name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="file.${name.split(".").at(-1)}"; filename*=UTF-8''${encoded}`;
}
