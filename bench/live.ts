import { pathToFileURL } from "node:url";
import { inRoot } from "../scripts/lib/paths.mjs";

/** The modules of scripts/lib that a drill shares with what runs it: one engine of migrations, one list of what to stop at the end. */
interface Scripts {
  readonly bundle: { readonly bundle: (name: string, entry: string) => Promise<string> };
  readonly build: typeof import("../scripts/lib/build.mjs");
  readonly demo: typeof import("../scripts/lib/demo.mjs");
  readonly "embedded-database": typeof import("../scripts/lib/embedded-database.mjs");
  readonly restore: typeof import("../scripts/lib/restore.mjs");
  readonly backup: typeof import("../scripts/lib/backup.mjs");
  readonly "server-process": typeof import("../scripts/lib/server-process.mjs");
}

/** A drill is bundled, and a bundle would bring copies of its own. */
export async function live<Name extends keyof Scripts>(name: Name): Promise<Scripts[Name]> {
  return (await import(pathToFileURL(inRoot("scripts", "lib", `${name}.mjs`)).href)) as Scripts[Name];
}
