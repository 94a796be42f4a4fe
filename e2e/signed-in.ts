import fs from "node:fs";
import path from "node:path";
import { request, type BrowserContext } from "@playwright/test";

/** One password for every account of the demonstration (prisma/seed/accounts.ts). */
export const password = "dialog-2026-demo";

export type DemoRole =
  | "resident" | "coordinator" | "executor" | "director" | "secretary" | "groupmember" | "lead" | "deputy" | "responsible" | "head" | "operator" | "moderator" | "council" | "council2" | "country" | "administrator";

export type Who = DemoRole | "visitor";

const folder = path.join(process.env.TEST_DATA_DIR ?? ".data/test", "signed-in");

/**
 * In: somebody of the demonstration. Out: the file with their session, nothing for a visitor. Each signs in once for all
 * tests of one worker: the server counts the attempts of an address, and what one browser of theirs does isn't the other's.
 */
export async function sessionOf(who: Who, baseURL: string): Promise<string | undefined> {
  if (who === "visitor") return undefined;
  const file = fileOf(who);
  if (!fs.existsSync(file)) await signIn(who, baseURL, file);
  return file;
}

const fileOf = (who: DemoRole) => path.join(folder, `${who}-${process.env.TEST_PARALLEL_INDEX ?? ""}.json`);

export function forgetSession(who: DemoRole): void {
  fs.rmSync(fileOf(who), { force: true });
}

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

export async function cookiesOf(who: DemoRole, baseURL: string): Promise<Cookies> {
  const file = await sessionOf(who, baseURL);
  return file === undefined ? [] : (JSON.parse(fs.readFileSync(file, "utf8")) as { readonly cookies: Cookies }).cookies;
}

async function signIn(who: DemoRole, baseURL: string, file: string): Promise<void> {
  const api = await request.newContext({ baseURL });
  try {
    const { csrfToken } = (await (await api.get("/api/auth/csrf")).json()) as { csrfToken: string };
    const form = { login: `${who}@demo.example`, password, csrfToken, json: "true" };
    const answer = await api.post("/api/auth/callback/password", { form });
    if (!answer.ok()) throw new Error(`${who} не входит: ${answer.status()} ${await answer.text()}`);
    fs.mkdirSync(folder, { recursive: true });
    // two workers may come at once: each puts a whole file in place
    const own = `${file}.${process.pid}`;
    await api.storageState({ path: own });
    fs.renameSync(own, file);
  } finally {
    await api.dispose();
  }
}
