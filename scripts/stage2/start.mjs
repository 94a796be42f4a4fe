// npm start, second stage: everything a server needs, the build when the sources changed, the server; and back in the opposite order.
import { buildForProduction } from "../lib/build.mjs";
import { prepare } from "../lib/prepare.mjs";
import { Refusal, say } from "../lib/say.mjs";
import { serverEnvironment, startServer } from "../lib/server-process.mjs";
import { isEnding, runToEnd } from "../lib/stopping.mjs";
import { welcome } from "../lib/welcome.mjs";

export default (args) => runToEnd(() => start(args), { whenInterrupted: 0 });

async function start(args) {
  const { settings, url, installation, secret, code } = await prepare(args);
  const env = serverEnvironment({ url, settings, secret, demoLoaded: installation.demoLoaded });
  await buildForProduction(env);
  const { child, address } = await startServer(env);
  say(`Сервер работает: ${address}`);
  welcome({ settings, installation, code });
  const outcome = await child.ended;
  if (isEnding()) return 0;
  throw new Refusal(`Сервер остановился сам (${outcome.signal ?? `код ${outcome.code}`}). Запустите ещё раз; если повторится, смотрите вывод выше.`);
}
