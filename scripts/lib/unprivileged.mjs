// PostgreSQL refuses to run as root. As root we run it as another user, who must be able to enter every folder above his data
// and the binaries; where he cannot (a checkout under /root), both go where he can.
import fs from "node:fs";
import path from "node:path";
import { createHash } from "node:crypto";
import { execFileSync, spawnSync } from "node:child_process";
import { Refusal, say } from "./say.mjs";
import { root } from "./paths.mjs";

export const isRoot = () => process.getuid?.() === 0;

function find(name) {
  try {
    const ask = (flag) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { name, uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}

function create(name) {
  const ways = [
    ["useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name]],
    ["adduser", ["-S", "-D", "-H", "-s", "/sbin/nologin", name]],
  ];
  for (const [command, args] of ways) if (spawnSync(command, args, { stdio: "ignore" }).status === 0) return find(name);
  return null;
}

/** @returns the user to run the database as, or null to run as ourselves */
export function databaseUser() {
  if (!isRoot()) return null;
  const user = find("postgres") ?? create("postgres") ?? find("nobody");
  if (!user?.uid) throw new Refusal("База данных не запускается от root, а другого пользователя завести не удалось. Запустите от обычного пользователя.");
  return user;
}

export const asUser = (user) => (user ? { uid: user.uid, gid: user.gid } : {});

/** Asks the system rather than guess from mode bits: access lists and mounts count too. */
function may(user, flag, file) {
  return spawnSync("/bin/sh", ["-c", `test ${flag} "$1"`, "sh", file], { cwd: "/", stdio: "ignore", ...asUser(user) }).status === 0;
}

/** A folder that everybody can enter, always the same one for the same name. */
function elsewhere(name) {
  for (const base of ["/var/lib/municipal-dialogue", "/var/tmp/municipal-dialogue"]) {
    try {
      fs.mkdirSync(path.join(base, name), { recursive: true, mode: 0o755 });
      return path.join(base, name);
    } catch {
      continue;
    }
  }
  throw new Refusal("Не нашлось папки, куда может войти пользователь базы данных. Перенесите программу туда, где папки открыты для чтения.");
}

/** @returns the folder of PostgreSQL (bin, lib, share) that the user can run */
export function reachableBinaries(user, native, version) {
  if (!user || (may(user, "-x", path.join(native, "bin", "postgres")) && may(user, "-r", path.join(native, "share")))) return native;
  const copy = path.join(elsewhere("programs"), `postgresql-${version}`);
  if (!fs.existsSync(copy)) {
    say(`Папка программы закрыта для пользователя ${user.name}: PostgreSQL скопирован в ${copy}`);
    fs.rmSync(`${copy}.tmp`, { recursive: true, force: true });
    fs.cpSync(native, `${copy}.tmp`, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(`${copy}.tmp`, copy);
  }
  return copy;
}

/** @returns where the data goes: the folder itself, or one that the user can enter */
export function reachableData(user, folder) {
  fs.mkdirSync(folder, { recursive: true });
  if (!user) return path.join(folder, "data");
  for (const ours of [folder, path.dirname(folder)]) if (ours.startsWith(root + path.sep)) fs.chmodSync(ours, 0o755); // under a strict umask
  if (may(user, "-x", folder)) return path.join(folder, "data");
  const place = elsewhere(createHash("sha256").update(folder).digest("hex").slice(0, 12));
  say(`Папка ${folder} закрыта для пользователя ${user.name}: данные лежат в ${place}`);
  return path.join(place, "data");
}
