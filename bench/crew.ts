import pg from "pg";
import superjson from "superjson";

export interface Member {
  readonly personId: string;
  readonly login: string;
  readonly municipalityId: string;
  readonly cookie: string;
}

/** One password for everybody whom the demonstration registers. */
const password = "dialog-2026-demo";

/**
 * Residents who joined the current marathon and may submit, signed in as people do. Each comes from an address of their
 * own, so the server must be started with TRUST_PROXY=1: sixty sign-ins a quarter of an hour is what one address may.
 */
export async function signInResidents(databaseUrl: string, origin: string, count: number): Promise<Member[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Omit<Member, "cookie">>(
    `SELECT p.id AS "personId", c.value AS login, r."municipalityId"
     FROM "Registration" r JOIN "Person" p ON p.id = r."personId" JOIN "Contact" c ON c."personId" = p.id AND c.kind = 'email'
     WHERE r."marathonId" = (SELECT id FROM "Marathon" ORDER BY "startsOn" DESC LIMIT 1)
       AND r."countedAt" IS NOT NULL AND p."passwordHash" IS NOT NULL AND p.assurance <> 'selfDeclared' AND c."verifiedAt" IS NOT NULL
     ORDER BY p.id LIMIT $1`,
    [count],
  );
  await client.end();
  if (rows.length === 0) throw new Error("В демонстрации нет жителей, которые могут войти.");
  const members: Member[] = [];
  for (const [index, row] of rows.entries()) members.push({ ...row, cookie: await signIn(origin, row.login, `198.51.${100 + Math.floor(index / 250)}.${(index % 250) + 1}`) });
  return members;
}

/** Out: the Cookie header of a session. */
export async function signIn(origin: string, login: string, fromAddress?: string): Promise<string> {
  const headers: Record<string, string> = fromAddress === undefined ? {} : { "x-forwarded-for": fromAddress };
  const asked = await fetch(new URL("/api/auth/csrf", origin), { headers });
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answered = await fetch(new URL("/api/auth/callback/password", origin), {
    method: "POST",
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded", cookie: cookiesOf(asked) },
    body: new URLSearchParams({ csrfToken, login, password, json: "true", callbackUrl: origin }).toString(),
    redirect: "manual",
  });
  const cookie = answered.headers.getSetCookie().find((line) => line.includes("next-auth.session-token="));
  if (cookie === undefined) throw new Error(`Вход не удался: ${login}, ответ ${answered.status} ${await answered.text()}`);
  return cookie.split(";")[0] ?? "";
}

const cookiesOf = (response: Response): string => response.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");

export class CallFailed extends Error {
  constructor(readonly status: number, readonly code: string) {
    super(`${status} ${code}`);
  }
}

/** The path of a query with its input. */
export const queryPath = (procedure: string, input: unknown): string => `/api/trpc/${procedure}?input=${encodeURIComponent(superjson.stringify(input))}`;

interface Call {
  readonly origin: string;
  readonly cookie: string;
  readonly procedure: string;
  readonly input: unknown;
}

/** A mutation, as a browser sends it. Throws CallFailed on any refusal, what fetch throws when the connection is lost. */
export async function mutate<Output>({ origin, cookie, procedure, input }: Call): Promise<Output> {
  return await outputOf(await fetch(new URL(`/api/trpc/${procedure}`, origin), {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: superjson.stringify(input),
    signal: AbortSignal.timeout(30_000),
  }));
}

/** A query, likewise. */
export async function query<Output>({ origin, cookie, procedure, input }: Call): Promise<Output> {
  return await outputOf(await fetch(new URL(queryPath(procedure, input), origin), { headers: { cookie }, signal: AbortSignal.timeout(30_000) }));
}

async function outputOf<Output>(response: Response): Promise<Output> {
  const answer = (await response.json()) as { result?: { data: Parameters<typeof superjson.deserialize>[0] }; error?: { json?: { message?: string } } };
  if (answer.result === undefined) throw new CallFailed(response.status, answer.error?.json?.message ?? "без причины");
  return superjson.deserialize<Output>(answer.result.data);
}
