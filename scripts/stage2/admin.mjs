// npm run admin -- reset-second-factor <e-mail>   an administrator who lost the phone and the sheet with codes
// npm run admin -- reset-password <e-mail>        an administrator who forgot the password, where no letter comes
import { bundle } from "../lib/bundle.mjs";
import { generateClient } from "../lib/build.mjs";
import { eachLine, startNode } from "../lib/child.mjs";
import { openDatabase } from "../lib/open-database.mjs";
import { Refusal, say } from "../lib/say.mjs";
import { sessionSecret } from "../lib/secrets.mjs";
import { serverEnvironment } from "../lib/server-process.mjs";
import { readSettings } from "../lib/settings.mjs";
import { runToEnd } from "../lib/stopping.mjs";

const done = {
  "reset-second-factor": () => say("Вход с кодом сброшен, все входы завершены. Войдите по паролю и настройте его заново"),
  "reset-password": ({ link }) => say(`Откройте в течение двух часов и задайте новый пароль: ${link}`),
};

const refusals = {
  "person.notFound": "Действующего администратора с такой подтверждённой почтой нет. Проверьте адрес.",
  "secondFactor.notOn": "У этого администратора вход с кодом не настроен: сбрасывать нечего.",
  "request.invalid": "Почта написана с ошибкой.",
};

export default (args) => runToEnd(() => admin(args));

async function admin([command, email]) {
  if (!(command in done) || !email) throw new Refusal(`Нужны команда и почта, например: npm run admin -- reset-second-factor admin@example.ru. Команды: ${Object.keys(done).join(", ")}.`);
  const { url, dataFolder } = await openDatabase({ what: "выполняется команда администратора" });
  const settings = { ...readSettings([]), dataFolder };
  const said = await ask([command, email], serverEnvironment({ url, settings, secret: sessionSecret(dataFolder, settings), demoLoaded: false }));
  if (!said?.ok) throw new Refusal(refusals[said?.reason] ?? "Команда не выполнена, причина выше.");
  done[command](said);
}

/** @returns what the platform answers, or null */
async function ask(args, env) {
  await generateClient();
  const child = startNode(["--enable-source-maps", await bundle("console", "src/api/console.ts"), ...args], { env });
  let said = null;
  eachLine(child, (line, isError) => {
    if (!isError && line.startsWith("{\"ok\":")) said = JSON.parse(line);
    else console.error(line);
  });
  await child.ended;
  return said;
}
