import { spawn, type ChildProcess } from "node:child_process";
import { encode } from "next-auth/jwt";
import superjson from "superjson";
import { db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { bundle } from "../../../scripts/lib/bundle.mjs";

const secret = "secret-of-the-tests-and-of-nothing-else-at-all";

export interface Answering {
  /** In: who asks what. Out: the HTTP status and the code of a refusal. */
  readonly ask: (personId: string, procedure: string, input: unknown, kind?: "query" | "mutation") => Promise<{ status: number; code: string | null }>;
  readonly stop: () => Promise<void>;
}

/** So many processes of the platform over one database, each with memory and connections of its own. */
export async function startProcesses(count: number, databaseUrl: string): Promise<Answering[]> {
  const file = await bundle("test/answering", "src/testing/processes/answering.ts");
  return await Promise.all(Array.from({ length: count }, async () => await startOne(file, databaseUrl)));
}

async function startOne(file: string, databaseUrl: string): Promise<Answering> {
  const child = spawn(process.execPath, [file], { env: { ...process.env, DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret, PUBLIC_URL: "http://127.0.0.1", NODE_ENV: "production", LOG_LEVEL: "silent" }, stdio: ["pipe", "pipe", "inherit"] });
  const origin = `http://127.0.0.1:${await portOf(child)}`;
  const cookies = new Map<string, string>();
  const cookieOf = async (personId: string) => {
    const known = cookies.get(personId);
    if (known) return known;
    const session = await db.session.create({ data: { id: newId(), personId, version: 1, startedAt: new Date(), seenAt: new Date() } });
    const made = `next-auth.session-token=${await encode({ secret, token: { personId, sessionVersion: 1, sessionId: session.id }, maxAge: 3600 })}`;
    cookies.set(personId, made);
    return made;
  };
  return {
    ask: async (personId, procedure, input, kind = "query") => {
      const cookie = await cookieOf(personId);
      const path = `/api/trpc/${procedure}`;
      const sent = superjson.stringify(input);
      const response = kind === "query" ? await fetch(`${origin}${path}?input=${encodeURIComponent(sent)}`, { headers: { cookie } }) : await fetch(`${origin}${path}`, { method: "POST", headers: { cookie, "content-type": "application/json" }, body: sent });
      const answer = (await response.json()) as { error?: { json?: { data?: { code?: string } } } };
      return { status: response.status, code: answer.error?.json?.data?.code ?? null };
    },
    stop: async () => await new Promise<void>((resolve) => { child.once("exit", () => resolve()); child.stdin?.end(); }),
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  return await new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the process ended with ${code} before it answered`)));
    child.stdout?.on("data", (said: Buffer) => {
      const port = /PORT (\d+)/.exec(said.toString())?.[1];
      if (port) resolve(Number(port));
    });
  });
}
