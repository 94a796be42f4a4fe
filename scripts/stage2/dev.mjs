// npm run dev: the embedded database (or DATABASE_URL), the demonstration, and the server in development mode. Pages refresh by
// themselves; a change of what the server's bundle holds starts it again.
import fs from "node:fs";
import esbuild from "esbuild";
import { generateClient } from "../lib/build.mjs";
import { bundleOptions } from "../lib/bundle.mjs";
import { stopChild } from "../lib/child.mjs";
import { explain, say } from "../lib/say.mjs";
import { serverEnvironment, startServer } from "../lib/server-process.mjs";
import { atEnd, isEnding, runToEnd } from "../lib/stopping.mjs";
import { welcome } from "../lib/welcome.mjs";
import { prepare } from "../lib/prepare.mjs";

export default (args) => runToEnd(() => dev(args), { whenInterrupted: 0 });

async function dev(args) {
  await generateClient();
  const { settings, url, installation, secret, code } = await prepare(args);
  const env = { ...serverEnvironment({ url, settings, secret, demoLoaded: installation.demoLoaded, mode: "development" }), LOG_LEVEL: process.env.LOG_LEVEL || "info" };
  const bundles = await watchServer();
  let server = await begin(env);
  if (server) welcome({ settings, installation, code });
  for await (const fault of bundles) {
    if (isEnding()) return 0;
    if (fault) {
      say(`Сервер не собирается: ${fault}`);
      continue;
    }
    say("Исходники сервера изменились, запускаем его снова");
    if (server) await stopChild(server, { patience: 3000 });
    server = await begin(env);
  }
  return 0;
}

/** A server that does not start waits for the next change instead of ending the watch. */
async function begin(env) {
  try {
    const { child, address } = await startServer(env, { file: bundleOptions("server-dev", "src/server.ts").outfile });
    say(`Сервер работает: ${address}`);
    return child;
  } catch (error) {
    if (!isEnding()) say(`${explain(error)} Ждём исправления`);
    return null;
  }
}

/** @returns after each further bundle whose content changed: the first fault in words, or "" */
async function watchServer() {
  const options = bundleOptions("server-dev", "src/server.ts");
  const outcomes = [];
  let wake = () => {};
  let last = "";
  const notice = {
    name: "notice",
    setup: (build) =>
      build.onEnd(({ errors }) => {
        const text = errors.length ? "" : fs.readFileSync(options.outfile, "utf8");
        if (!errors.length && text === last) return;
        if (!errors.length) last = text;
        outcomes.push(errors.length ? `${errors[0].text} (${errors[0].location?.file}:${errors[0].location?.line})` : "");
        wake();
      }),
  };
  // what does a job beside the server is read anew by each job: nothing has to start again for it
  for (const watched of [{ ...options, plugins: [notice] }, bundleOptions("job-dev", "src/job.ts")]) {
    const context = await esbuild.context(watched);
    atEnd(() => context.dispose());
    await context.watch();
  }
  while (!outcomes.length) await new Promise((resolve) => (wake = resolve));
  const first = outcomes.shift();
  if (first) say(`Сервер не собирается: ${first}`);
  return (async function* () {
    for (;;) {
      while (!outcomes.length) await new Promise((resolve) => (wake = resolve));
      yield outcomes.splice(0).at(-1);
    }
  })();
}
