import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout: everything is addressed from here, so that the commands work from any folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export const inRoot = (...parts) => path.join(root, ...parts);

/** Where this installation keeps its database, files, secrets and marks. */
export const dataFolder = (env = process.env) => path.resolve(root, env.DATA_DIR || ".data");
