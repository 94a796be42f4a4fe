// Fingerprints of the sources: what was generated or built from the same ones is not made again.
import fs from "node:fs";
import path from "node:path";
import { createHash } from "node:crypto";
import { inRoot } from "./paths.mjs";

const generated = inRoot("src", "platform", "db", "client");

function* filesUnder(where) {
  const stat = fs.statSync(where, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isFile()) return yield where;
  for (const entry of fs.readdirSync(where).sort()) {
    const file = path.join(where, entry);
    if (file !== generated) yield* filesUnder(file);
  }
}

/** @param places files and folders of the checkout @param skip those that do not count */
export function fingerprint(places, { skip = () => false, also = "" } = {}) {
  const hash = createHash("sha256").update(also);
  for (const place of places) {
    for (const file of filesUnder(inRoot(place))) {
      if (skip(file)) continue;
      hash.update(path.relative(inRoot(), file)).update("\0").update(fs.readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

const isTest = (file) => /\.(test|spec)\.tsx?$/.test(file) || file.startsWith(inRoot("src", "testing") + path.sep);

const configuration = () => fs.readdirSync(inRoot()).filter((name) => /^(next|postcss|prisma)\.config\.\w+$/.test(name)).sort();

export const schemaFingerprint = () => fingerprint(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);

export const buildFingerprint = () =>
  fingerprint(["src", "prisma/schema", "prisma/seed", "public", "messages", "tsconfig.json", "package-lock.json", ...configuration()], { skip: isTest, also: process.version });

export function isFresh(stampFile, wanted) {
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, "utf8") === wanted;
}
