// The settings of a start, each checked before anything is touched: a wrong one costs a line, not ten minutes.
import pg from "pg";
import { whyNotFree } from "./ports.mjs";
import { dataFolder } from "./paths.mjs";
import { Refusal } from "./say.mjs";

const loopback = new Set(["127.0.0.1", "localhost", "::1"]);

/** @param args of the command line: --demo, --no-demo */
export function readSettings(args = [], env = process.env) {
  const known = new Set(["--demo", "--no-demo"]);
  const strange = args.find((arg) => !known.has(arg));
  if (strange) throw new Refusal(`Неизвестный параметр ${strange}. Есть --demo (загрузить демонстрацию) и --no-demo (начать с пустой установки).`);
  const demo = args.includes("--demo") || env.npm_config_demo === "true"; // `npm start --demo` without the two dashes between
  const noDemo = args.includes("--no-demo") || env.npm_config_demo === "";
  if (demo && noDemo) throw new Refusal("--demo и --no-demo вместе не имеют смысла.");
  const port = readPort(env.PORT);
  const host = env.HOST || "127.0.0.1";
  const publicUrl = readUrl("PUBLIC_URL", env.PUBLIC_URL, ["http:", "https:"]) ?? `http://${loopback.has(host) ? shown(host) : "localhost"}:${port}`;
  readUrl("SMTP_URL", env.SMTP_URL, ["smtp:", "smtps:"]);
  const databaseUrl = readDatabaseUrl(env.DATABASE_URL);
  return { port, host, publicUrl: publicUrl.replace(/\/$/, ""), databaseUrl, demo, noDemo, dataFolder: dataFolder(env), onLoopback: loopback.has(host) };
}

const shown = (host) => (host.includes(":") ? `[${host}]` : host);

function readPort(text) {
  if (text === undefined || text === "") return 3000;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(`PORT должен быть числом от 1 до 65535, а задан «${text}».`);
}

function readUrl(name, text, protocols) {
  if (!text) return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  throw new Refusal(`${name} должен начинаться с ${protocols.map((protocol) => `${protocol}//`).join(" или ")}, а задан не так.`);
}

function readDatabaseUrl(text) {
  if (!text) return undefined;
  const form = "DATABASE_URL должен иметь вид postgresql://пользователь:пароль@сервер:5432/база";
  if (!URL.canParse(text)) throw new Refusal(`${form}. Знаки @ : / # в пароле запишите в виде %40 %3A %2F %23.`);
  const url = new URL(text);
  if (!["postgres:", "postgresql:"].includes(url.protocol)) throw new Refusal(`${form}, а начинается с ${url.protocol}//`);
  if (url.pathname.length < 2) throw new Refusal(`${form}: не названа база.`);
  return text;
}

/** The port is tried at once, not after the build. */
export async function checkPort({ port, host }) {
  const code = await whyNotFree(port, host);
  if (!code) return;
  if (code === "EADDRINUSE") throw new Refusal(`Порт ${port} занят другой программой. Освободите его или возьмите другой: PORT=${port + 1} npm start`);
  if (code === "EACCES") throw new Refusal(`Порт ${port} можно занять только от root. Возьмите другой: PORT=3000 npm start`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") throw new Refusal(`HOST=${host}: у этой машины нет такого адреса. Для всех адресов задайте HOST=0.0.0.0`);
  throw new Refusal(`Порт ${port} на ${host} не открывается: ${code}.`);
}

const oldest = 15;

/** Connects once and says in words why not; the password appears nowhere. */
export async function checkDatabase(text) {
  const { hostname, port, pathname, username } = new URL(text);
  const where = `${hostname || "localhost"}:${port || 5432}`;
  const database = decodeURIComponent(pathname.slice(1));
  const client = new pg.Client({ connectionString: text, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query(
      "SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding, to_tsvector('simple', '«а»')::text LIKE '%«%' AS blind, has_schema_privilege(current_schema(), 'CREATE') AS writable",
    );
    const { version, encoding, blind, writable } = rows[0];
    if (version < oldest) throw new Refusal(`На ${where} PostgreSQL ${version}, а нужен ${oldest} или новее.`);
    if (encoding !== "UTF8") throw new Refusal(`База ${database} в кодировке ${encoding}, а нужна UTF8: CREATE DATABASE … ENCODING 'UTF8'.`);
    if (blind) throw new Refusal(`База ${database} создана с LC_CTYPE=C: поиск в ней не отличит кавычки от букв. Создайте её с локалью ru_RU.UTF-8 или C.UTF-8.`);
    if (!writable) throw new Refusal(`Пользователю ${username} нельзя создавать таблицы в базе ${database}.`);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(whyUnreachable(error, { where, database, username }));
  } finally {
    await client.end().catch(() => {});
  }
}

function whyUnreachable(error, { where, database, username }) {
  const code = error.code ?? error.errors?.[0]?.code;
  if (code === "ECONNREFUSED") return `DATABASE_URL: на ${where} никто не отвечает. Запущена ли база и верны ли сервер и порт?`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `DATABASE_URL: сервер ${where} не найден. Проверьте имя.`;
  if (code === "28P01" || code === "28000") return `DATABASE_URL: ${where} не пускает пользователя ${username}. Проверьте имя и пароль.`;
  if (code === "3D000") return `DATABASE_URL: на ${where} нет базы ${database}. Создайте её: CREATE DATABASE "${database}"`;
  if (code === "53300") return `DATABASE_URL: на ${where} заняты все соединения.`;
  if (/timeout/i.test(error.message)) return `DATABASE_URL: ${where} не ответил за 10 секунд. Проверьте адрес и сеть.`;
  return `DATABASE_URL: соединиться с ${where} не удалось: ${error.message}`;
}
