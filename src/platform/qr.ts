import { create } from "qrcode";

/** In: what the square says. Out: its side in modules and an SVG path of the dark ones. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size, data } = modules;
  const dark = Array.from(data).flatMap((isDark, at) => (isDark ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : []));
  return { size, path: dark.join("") };
}
