// esbuild makes one file each of the server, of what does a job beside it and of the demonstration: Node alone does not resolve `@/`.
import esbuild from "esbuild";
import fs from "node:fs";
import path from "node:path";
import { writeWhole } from "./lock.mjs";
import { inRoot } from "./paths.mjs";
import { Refusal } from "./say.mjs";

/** @param name dist/<name>.mjs @param entry its source @returns options for build or context */
export const bundleOptions = (name, entry) => ({
  entryPoints: [inRoot(entry)],
  outfile: inRoot("dist", `${name}.mjs`),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node22",
  packages: "external",
  sourcemap: "linked",
  tsconfig: inRoot("tsconfig.json"),
  logLevel: "silent",
});

/** Written whole: another command may be loading the one before. @returns the path of the bundle */
export async function bundle(name, entry) {
  const options = bundleOptions(name, entry);
  try {
    const { outputFiles } = await esbuild.build({ ...options, write: false });
    for (const { path: file, text } of outputFiles) {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      writeWhole(file, text);
    }
  } catch (error) {
    const first = error.errors?.[0];
    if (!first) throw error;
    const place = first.location ? ` (${first.location.file}:${first.location.line})` : "";
    throw new Refusal(`${entry} не собирается: ${first.text}${place}`);
  } finally {
    await esbuild.stop(); // its service would stay beside the server
  }
  return options.outfile;
}
