import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import esbuild from "esbuild";
import { expect, test } from "vitest";
import { sourceLine } from "./source-lines";

test("место ошибки названо в исходнике, а без карты рядом – как есть", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "lines-"));
  const outfile = path.join(folder, "bundle.mjs");
  await esbuild.build({ stdin: { contents: "\n\nexport function fail(): never {\n  throw new Error(`${String(1 as number)}`);\n}", loader: "ts", sourcefile: "src/thrower.ts" }, bundle: true, format: "esm", sourcemap: "linked", outfile, absWorkingDir: folder });
  const { fail } = (await import(pathToFileURL(outfile).href)) as { fail: () => never };
  const [, frame = ""] = ((): string[] => {
    try {
      return fail();
    } catch (error) {
      return (error as Error).stack?.split("\n") ?? [];
    }
  })();
  expect(sourceLine(frame)).toMatch(/src\/thrower\.ts:4:\d+/);
  await rm(folder, { recursive: true });
  expect(sourceLine("at other (file:///nowhere/at.mjs:3:5)")).toBe("at other (file:///nowhere/at.mjs:3:5)");
  expect(sourceLine("at node:internal/modules:1:2")).toBe("at node:internal/modules:1:2");
});
