// initdb and pg_ctl of the embedded package, run as the user who may.
import fs from "node:fs";
import path from "node:path";
import { spawn } from "node:child_process";
import { asUser } from "./unprivileged.mjs";
import { pause } from "./processes.mjs";
import { Refusal } from "./say.mjs";

const windows = process.platform === "win32";

/** Cyrillic letters must be letters and «» must not: with LC_CTYPE=C full text search takes the quotes for part of the word. */
const characters = process.platform === "darwin" ? "en_US.UTF-8" : windows ? "C" : "C.UTF-8";

export function postgresTools({ native, data, user }) {
  const program = (name) => path.join(native, "bin", windows ? `${name}.exe` : name);
  const logFile = path.join(path.dirname(data), "postgresql.log");

  /** A session of its own: Ctrl-C in the terminal does not reach the database, we stop it after the server has drained. */
  function run(name, args) {
    return new Promise((resolve, reject) => {
      const env = { PATH: process.env.PATH, TZ: "UTC", LC_ALL: windows ? undefined : characters, SystemRoot: process.env.SystemRoot };
      const child = spawn(program(name), args, { cwd: path.dirname(data), env, detached: true, stdio: ["ignore", "pipe", "pipe"], ...asUser(user) });
      let output = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
      child.on("error", reject);
      child.on("exit", (code) => setImmediate(() => resolve({ code, output })));
    });
  }

  function fault(what, output) {
    if (/No space left on device|ENOSPC/.test(output)) return new Refusal("На диске не осталось места для базы данных. Освободите его и запустите ещё раз.");
    const line = output.split("\n").findLast((text) => /FATAL|PANIC|error:|could not/.test(text)) ?? output.trim().split("\n").at(-1);
    return new Refusal(`${what}: ${line?.trim()}. Журнал: ${logFile}`);
  }

  const tailOfLog = (from) => (fs.existsSync(logFile) ? fs.readFileSync(logFile).subarray(from).toString() : "");

  return {
    logFile,

    async initialise(folder, owner, passwordFile) {
      const locale = ["--encoding=UTF8", `--locale=${characters}`, "--locale-provider=icu", "--icu-locale=ru"];
      const access = ["--username", owner, "--pwfile", passwordFile, "--auth=scram-sha-256"];
      const { code, output } = await run("initdb", ["-D", folder, ...locale, ...access, "--no-instructions"]);
      if (code !== 0) throw fault("База данных не создалась", output);
    },

    /** pg_ctl takes any living process with the number in postmaster.pid for the database; after a reboot it may be somebody else. */
    async isRunning() {
      const pidFile = path.join(data, "postmaster.pid");
      if (!fs.existsSync(pidFile)) return false;
      const { code } = await run("pg_ctl", ["status", "-D", data]);
      if (code !== 0) return false;
      const pid = fs.readFileSync(pidFile, "utf8").split("\n")[0];
      const name = fs.existsSync(`/proc/${pid}/comm`) ? fs.readFileSync(`/proc/${pid}/comm`, "utf8").trim() : "postgres";
      if (name === "postgres") return true;
      fs.rmSync(pidFile, { force: true });
      return false;
    },

    async start() {
      if (fs.existsSync(logFile) && fs.statSync(logFile).size > 10_000_000) fs.truncateSync(logFile);
      else if (!fs.existsSync(logFile)) fs.writeFileSync(logFile, "", { mode: 0o600 });
      if (user) fs.chownSync(logFile, user.uid, user.gid);
      // Children of a postmaster that was killed hold its shared memory for a moment longer.
      for (let attempt = 0; ; attempt++, await pause(500)) {
        const from = fs.statSync(logFile).size;
        const { code, output } = await run("pg_ctl", ["start", "-w", "-t", "300", "-D", data, "-l", logFile]);
        if (code === 0) return;
        const log = tailOfLog(from);
        if (attempt < 20 && /pre-existing shared memory block|another server might be running|Is another postmaster/.test(log)) continue;
        throw fault("База данных не запустилась", `${output}\n${log}`);
      }
    },

    async stop() {
      if (!fs.existsSync(path.join(data, "postmaster.pid"))) return;
      const { code, output } = await run("pg_ctl", ["stop", "-m", "fast", "-w", "-t", "60", "-D", data]);
      if (code !== 0 && (await this.isRunning())) throw fault("База данных не остановилась", output);
    },
  };
}
