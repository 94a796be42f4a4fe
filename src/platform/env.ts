import { z } from "zod";
import { esiaField } from "./auth/esia/settings";
import { providersField } from "./auth/providers/settings";
import { s3Field } from "./files/settings";
import { once } from "./once";

const flag = z
  .enum(["0", "1", "false", "true"])
  .default("0")
  .transform((text) => text === "1" || text === "true");

const whole = (from: number, to: number, otherwise: number) => z.coerce.number().int().min(from).max(to).default(otherwise);
const address = (...schemes: string[]) => z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol));

/** What each variable is for, in the line that a wrong value gets. */
const variables = {
  DATABASE_URL: { schema: address("postgres:", "postgresql:"), hint: "адрес базы данных, например postgresql://user:password@localhost:5432/dialogue" },
  DB_POOL_SIZE: { schema: whole(2, 200, 10), hint: "число соединений с базой данных от 2 до 200" },
  PORT: { schema: whole(0, 65_535, 3000), hint: "номер порта от 0 до 65535" },
  HOST: { schema: z.string().min(1).default("127.0.0.1"), hint: "адрес, на котором слушает сервер, например 127.0.0.1" },
  DATA_DIR: { schema: z.string().min(1).default(".data"), hint: "папка для файлов и почты демонстрации" },
  FILES_S3: { schema: s3Field, hint: 'объект JSON: {"endpoint":"https://s3.example.ru","region":"ru-1","bucket":"dialogue","accessKeyId":"…","secretAccessKey":"…"}; без него файлы лежат в DATA_DIR/files' },
  NEXTAUTH_SECRET: { schema: z.string().min(32), hint: "секрет для подписи сеансов, не короче 32 знаков" },
  PUBLIC_URL: { schema: address("http:", "https:"), hint: "адрес сайта для людей, например https://dialogue.example.ru" },
  OIDC_PROVIDERS: { schema: providersField, hint: 'список JSON: [{"id":"okrug","name":"Портал округа","issuer":"https://…","clientId":"…","clientSecret":"…"}]' },
  ESIA: { schema: esiaField, hint: 'объект JSON: {"name":"Госуслуги","clientId":"мнемоника","certificateHash":"…","signer":"/путь/к/программе подписи"}' },
  SMTP_URL: { schema: address("smtp:", "smtps:").optional(), hint: "адрес почтового сервера, например smtp://user:password@mail.example.ru:587" },
  SMS_URL: { schema: address("http:", "https:").optional(), hint: "адрес SMS-шлюза, который принимает POST с JSON {to, text}; без него коды не отправляются" },
  SMS_TOKEN: { schema: z.string().min(1).optional(), hint: "ключ SMS-шлюза, уходит в заголовке Authorization: Bearer" },
  MAIL_FROM: { schema: z.string().min(3).default("Муниципальный диалог <no-reply@localhost>"), hint: "отправитель писем, например Диалог <dialogue@example.ru>" },
  DEMO: { schema: flag, hint: "1 – демонстрация, 0 – обычная установка" },
  TRUST_PROXY: { schema: flag, hint: "1, если перед сервером стоит прокси, который сам записывает X-Forwarded-For; иначе 0" },
  LOG_LEVEL: { schema: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"), hint: "fatal, error, warn, info, debug или silent" },
  NODE_ENV: { schema: z.enum(["development", "production", "test"]).default("production"), hint: "development, production или test" },
} as const;

type Variables = typeof variables;
export type Env = { readonly [Name in keyof Variables]: z.infer<Variables[Name]["schema"]> };

export class EnvError extends Error {
  override readonly name = "EnvError";
}

/** `next build` draws pages without a database: whoever would read it at that time returns something empty instead. */
export function isBuilding(): boolean {
  return process.env.NEXT_PHASE === "phase-production-build";
}

/** In: the process's variables. Out: values of the right kind. Throws EnvError, a line for each wrong value. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const wrong: string[] = [];
  const read = Object.entries(variables).map(([name, { schema, hint }]) => {
    const given = source[name] || undefined; // an empty value is none
    const result = schema.safeParse(given);
    if (!result.success) wrong.push(`${name}: ${given === undefined ? "не задано" : "неверное значение"}. Нужно: ${hint}.`);
    return [name, result.data];
  });
  if (wrong.length > 0) throw new EnvError(wrong.join("\n"));
  return Object.fromEntries(read) as Env;
}

/** Neither a build nor a pure test has a database or a secret: both get values that can't reach anything. */
const unreachable = {
  DATABASE_URL: "postgresql://nobody@database.invalid/none",
  NEXTAUTH_SECRET: "not-a-secret-only-for-builds-and-tests",
  PUBLIC_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
};
const filled = (source: NodeJS.ProcessEnv) => Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
const isRunning = () => !isBuilding() && process.env.NODE_ENV !== "test";

const values = () => once("env", () => readEnv(isRunning() ? process.env : { ...unreachable, ...filled(process.env) }));

/** The environment, read and checked once, at the first use. `server.ts` uses it first, so that a wrong value stops the start. */
export const env: Env = new Proxy({} as Env, { get: (_, name) => values()[name as keyof Env] });
