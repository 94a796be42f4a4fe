// A folder belongs to one process at a time. The mark names the process and when it began, so a mark left after kill -9 holds nobody up.
import fs from "node:fs";
import path from "node:path";
import { identity, isAlive, pause } from "./processes.mjs";

export function readMark(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Writes a file whole or not at all: a reader never sees half of it, nor does the next start after a power cut. */
export function writeWhole(file, content, mode = 0o644) {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    const handle = fs.openSync(draft, "w", mode);
    fs.writeSync(handle, content);
    fs.fsyncSync(handle);
    fs.closeSync(handle);
    fs.renameSync(draft, file);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
}

/** @returns the mark of the living owner, or null when the lock is ours now */
export function tryLock(file, extra = {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(draft, JSON.stringify({ ...identity(process.pid), ...extra }));
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      try {
        fs.linkSync(draft, file); // link() is atomic and refuses an existing name
        return null;
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
      }
      const owner = readMark(file);
      if (owner && isAlive(owner)) return owner;
      // Two may find the stale mark at once: what was moved aside is looked at again before it is thrown away.
      const aside = `${file}.${process.pid}.stale`;
      try {
        fs.renameSync(file, aside);
      } catch {
        continue;
      }
      const moved = readMark(aside);
      if (moved && isAlive(moved)) fs.renameSync(aside, file);
      else fs.rmSync(aside, { force: true });
    }
    return readMark(file) ?? { pid: 0 };
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

export function unlock(file) {
  if (readMark(file)?.pid === process.pid) fs.rmSync(file, { force: true });
}

/** Runs the work when nobody else does; says once that it waits. */
export async function underLock(file, onWait, work) {
  for (let said = false; ; await pause(300)) {
    const owner = tryLock(file);
    if (!owner) break;
    if (!said) onWait(owner);
    said = true;
  }
  try {
    return await work();
  } finally {
    unlock(file);
  }
}
