import fs from "node:fs";
import path from "node:path";

/** Free space for an ordinary user on the disk that holds the folder, which need not exist yet. */
export function freeMegabytes(folder) {
  let at = folder;
  while (!fs.existsSync(at)) at = path.dirname(at);
  const { bavail, bsize } = fs.statfsSync(at);
  return Math.floor((bavail * bsize) / 1024 / 1024);
}
