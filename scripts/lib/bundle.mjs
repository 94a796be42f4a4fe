// esbuild makes one file each of the server, of what does a job beside it and of the demonstration: Node alone does not resolve `@/`.
import esbuild from "esbuild";
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

/** @returns the path of the bundle */
export async function bundle(name, entry) {
  const options = bundleOptions(name, entry);
  try {
    await esbuild.build(options);
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
