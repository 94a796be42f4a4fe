// node tools/lockfile/complete.mjs           completes package-lock.json
// node tools/lockfile/complete.mjs --check   ends with 1 when something is missing
// A registry that does not hold the binaries of every system makes npm leave them out of the lockfile, and then `npm ci` refuses it
// everywhere. This names them again, by version and system, as npm itself would: where they are for another system they are skipped,
// where they are for this one they are fetched. Run it after `npm install`.
import fs from "node:fs";

const file = new URL("../../package-lock.json", import.meta.url);
const checking = process.argv.includes("--check");
const lock = JSON.parse(fs.readFileSync(file, "utf8"));
const packages = lock.packages;

const systems = { android: "android", darwin: "darwin", freebsd: "freebsd", linux: "linux", netbsd: "netbsd", openbsd: "openbsd", openharmony: "openharmony", sunos: "sunos", aix: "aix", win32: "win32", windows: "win32" };
const processors = { arm64: "arm64", x64: "x64", arm: "arm", ia32: "ia32", ppc64: "ppc64", s390x: "s390x", riscv64: "riscv64", loong64: "loong64", mips64el: "mips64el", wasm32: "wasm32" };

/** What the name says of the system: @next/swc-linux-x64-musl. */
function systemOf(name) {
  const words = name.split(/[/-]/);
  const os = words.map((word) => systems[word]).find(Boolean);
  const cpu = words.map((word) => processors[word]).find(Boolean);
  const libc = words.some((word) => word.startsWith("musl")) ? "musl" : words.some((word) => word.startsWith("gnu")) && os === "linux" ? "glibc" : undefined;
  if (!os && cpu !== "wasm32") return null;
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}), ...(os ? { os: [os] } : {}) };
}

/** As Node looks it up: in the package itself, then in every folder above. */
function isLocked(from, name) {
  for (let at = from; ; ) {
    if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (!at) return false;
    const cut = at.lastIndexOf("/node_modules/");
    at = cut === -1 ? "" : at.slice(0, cut);
  }
}

const added = [];
for (const [from, entry] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const system = systemOf(name);
    const version = /\d+\.\d+\.\d+[\w.-]*/.exec(range)?.[0];
    if (!system || !version || isLocked(from, name)) continue;
    const dev = entry.dev ? { dev: true } : entry.devOptional ? { devOptional: true } : {};
    packages[`node_modules/${name}`] = { version, ...(system.cpu ? { cpu: system.cpu } : {}), ...dev, ...(system.libc ? { libc: system.libc } : {}), optional: true, ...(system.os ? { os: system.os } : {}) };
    added.push(name);
  }
}

if (checking) {
  if (added.length) console.log(`В package-lock.json нет сборок для других систем, npm ci его не примет. Выполните: node tools/lockfile/complete.mjs (${added.join(", ")})`);
  process.exit(added.length ? 1 : 0);
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1)));
if (added.length) fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length ? `Добавлено: ${added.length} (${added.join(", ")})` : "Добавлять нечего");
