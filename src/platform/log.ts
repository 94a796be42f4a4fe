import pino, { type Logger } from "pino";
import { env } from "./env";
import { once } from "./once";

/** Names of values that are about a person: whoever logs one by mistake logs «[скрыто]». */
const personal = [
  "name", "familyName", "givenName", "patronymic", "birthDate", "email", "phone", "value", "login", "password", "passwordHash",
  "token", "address", "toAddress", "callerName", "callerPhone", "callerEmail", "text", "html", "cookie", "authorization",
];

/**
 * One JSON line an event. Personal data stays out: ids only, and an error's message goes out only where the error is our
 * own – those of the database repeat values.
 */
export const log: Logger = once("log", () =>
  pino({
    level: env.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: personal.flatMap((name) => [name, `*.${name}`]), censor: "[скрыто]" },
    serializers: { err: describeError },
  }),
);

const frames = once("log-frames", () => ({ read: (line: string) => line }));

/** In: what says of a line of a stack where it stands in the sources. */
export function readFramesBy(read: (line: string) => string): void {
  frames.read = read;
}

/** In: whatever was thrown. Out: its kind, code and place, without values that it may repeat. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error, ...(isCoded(error) ? { code: error.code } : {}) };
  const { code, cause } = error as Error & { code?: unknown };
  const stack = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at ")).slice(0, 12);
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(isTalkative(error) ? placesOf(error) : { message: error.message }),
    stack: stack?.map((line) => frames.read(line.trim())),
    ...(cause instanceof Error ? { cause: describeError(cause) } : {}),
  };
}

function isCoded(error: unknown): error is { code: string } {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";
}

/** Errors of Prisma, PostgreSQL, zod and the mail server quote the values that they stumbled over. */
function isTalkative(error: Error): boolean {
  return /^(Prisma|DriverAdapter|DatabaseError|Zod|SMTP)/.test(error.name) || error.name === "error" || "severity" in error || "responseCode" in error;
}

/** Where zod stumbled, without over what. */
function placesOf(error: Error): Record<string, unknown> {
  const { issues } = error as Error & { issues?: unknown };
  if (!Array.isArray(issues)) return {};
  return { issues: issues.slice(0, 5).map(({ path, code }: { path?: unknown[]; code?: unknown }) => `${path?.join(".")}: ${String(code)}`) };
}
