// docs/access.md anew from the tables in src/access/rules; a test fails when somebody forgot.
import fs from "node:fs";
import { pathToFileURL } from "node:url";
import { bundle } from "../lib/bundle.mjs";
import { inRoot } from "../lib/paths.mjs";
import { say } from "../lib/say.mjs";

export default async function writeAccess() {
  const { accessDocument } = await import(pathToFileURL(await bundle("access", "src/access/document.ts")).href);
  fs.writeFileSync(inRoot("docs", "access.md"), accessDocument());
  say("Записана docs/access.md");
}
