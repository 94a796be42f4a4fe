import fs from "node:fs";
import path from "node:path";
import { request } from "@playwright/test";
import { password, type DemoRole } from "./fixtures";

export type Who = DemoRole | "visitor";

const folder = path.join(process.env.TEST_DATA_DIR ?? ".data/test", "signed-in");

/**
 * In: somebody of the demonstration. Out: the file with their session, nothing for a visitor. Each signs in once for all
 * tests of one server: the server counts the attempts of an address.
 */
export async function sessionOf(who: Who, baseURL: string): Promise<string | undefined> {
  if (who === "visitor") return undefined;
  const file = path.join(folder, `${who}.json`);
  if (!fs.existsSync(file)) await signIn(who, baseURL, file);
  return file;
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
