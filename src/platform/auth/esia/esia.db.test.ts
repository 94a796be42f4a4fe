import { createHmac, createSign, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { useTestDatabase } from "@/testing/database";
import { clock } from "../../clock";
import { db } from "../../db/client";
import { readEnv } from "../../env";
import { replaceOnce } from "../../once";
import { timestampOf } from "./client";
import { returnFromEsia, startEsia } from "./handler";
import { commandSigner } from "./signer";

useTestDatabase();

const site = "https://dialogue.test";
const clientId = "DIALOGUE01";
const signerKey = "what a certified tool would hold";
const now = new Date("2026-11-21T10:05:00Z");
const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const folder = mkdtempSync(join(tmpdir(), "esia-"));

/** Stands in for the owner's tool, as a program of its own: the same calls, another algorithm. */
function writeSigner(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!${process.execPath}\nconst { createHmac, createVerify } = require("node:crypto");\nlet input = "";\nprocess.stdin.setEncoding("utf8").on("data", (part) => (input += part)).on("end", () => {\n${body}\n});\n`, { mode: 0o755 });
  return path;
}
const signer = writeSigner("signer.cjs", `
  if (process.argv[2] === "sign") process.stdout.write(createHmac("sha256", ${JSON.stringify(signerKey)}).update(input).digest("base64url"));
  else {
    const [head, body, signature] = input.split(".");
    process.exitCode = createVerify("RSA-SHA256").update(head + "." + body).verify(${JSON.stringify(publicKey.export({ type: "spki", format: "pem" }))}, signature ?? "", "base64url") ? 0 : 1;
  }`);

/** ЕСИА's endpoints, as far as a sign-in goes. */
const esia = {
  claims: {} as Record<string, unknown>,
  person: { firstName: "Анна", lastName: "Смирнова", trusted: true } as Record<string, unknown>,
  key: privateKey,
  asked: [] as string[],
  answeredState: null as string | null,
};
const token = (claims: object) => {
  const head = [{ alg: "RS256", typ: "JWT" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${head}.${createSign("RSA-SHA256").update(head).sign(esia.key, "base64url")}`;
};
const read = async (request: IncomingMessage) => {
  let text = "";
  for await (const part of request) text += String(part);
  return new URLSearchParams(text);
};
const secretOf = (form: URLSearchParams) => createHmac("sha256", signerKey).update(["client_id", "scope", "timestamp", "state", "redirect_uri", "code"].map((name) => form.get(name) ?? "").join("")).digest("base64url");

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => void (async () => {
    const path = request.url ?? "";
    const say = (status: number, body: object) => void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (path === "/aas/oauth2/v3/te") {
      const form = await read(request);
      esia.asked.push(form.get("code") ?? "");
      if (form.get("client_secret") !== secretOf(form) || form.get("client_certificate_hash") !== "HASH") return say(401, { error: "unauthorized" });
      return say(200, { id_token: token(esia.claims), access_token: "access", state: esia.answeredState ?? form.get("state") });
    }
    if (path === "/rs/prns/1000299654" && request.headers.authorization === "Bearer access") return say(200, esia.person);
    say(404, {});
  })());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  clock.set(() => new Date());
  server.close();
  rmSync(folder, { recursive: true });
});
const base = { DATABASE_URL: "postgresql://x@localhost/x", NEXTAUTH_SECRET: "0123456789012345678901234567890123456789", PUBLIC_URL: site, LOG_LEVEL: "silent" };
const configure = (program = signer) => replaceOnce("env", readEnv({ ...base, ESIA: JSON.stringify({ url, name: "Госуслуги", clientId, certificateHash: "HASH", signer: program }) }));
beforeEach(() => {
  clock.set(now);
  configure();
  const seconds = now.getTime() / 1000;
  Object.assign(esia, { claims: { iss: "http://esia.gosuslugi.ru/", aud: clientId, sub: 1_000_299_654, nbf: seconds, exp: seconds + 300 }, person: { firstName: "Анна", lastName: "Смирнова", trusted: true }, key: privateKey, asked: [], answeredState: null });
});

const cookieOf = (response: Response, name: string) => response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))?.split(";")[0] ?? "";
async function begin(next = "/my") {
  const response = await startEsia(new Request(`${site}/api/esia/start?next=${encodeURIComponent(next)}`));
  const asked = new URL(response.headers.get("location") ?? "", site);
  return { asked, cookie: cookieOf(response, "esia") };
}
async function comeBack(cookie: string, query: Record<string, string>) {
  const response = await returnFromEsia(new Request(`${site}/api/esia/return?${new URLSearchParams(query)}`, { headers: { cookie } }));
  return { location: response.headers.get("location") ?? "", arrival: cookieOf(response, "arrival") };
}
const arrivals = async () => await db.identityArrival.findMany({ select: { provider: true, issuer: true, subject: true, name: true } });

test("просьба подписана средством владельца: кто, что, когда, откуда и куда вернуть", async () => {
  const { asked, cookie } = await begin();
  expect(`${asked.origin}${asked.pathname}`).toBe(`${url}/aas/oauth2/v2/ac`);
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({ client_id: clientId, client_certificate_hash: "HASH", scope: "openid fullname", response_type: "code", redirect_uri: `${site}/api/esia/return`, timestamp: "2026.11.21 10:05:00 +0000" });
  expect(asked.searchParams.get("client_secret")).toBe(secretOf(asked.searchParams));
  expect(decodeURIComponent(cookie)).toContain(asked.searchParams.get("state"));
  expect(timestampOf(new Date("2026-01-02T03:04:05.678Z"))).toBe("2026.01.02 03:04:05 +0000");
});

test("подтверждённый человек вернулся – и ждёт следующего шага, а не вошёл", async () => {
  const { asked, cookie } = await begin("/my/questions");
  const back = await comeBack(cookie, { code: "one", state: asked.searchParams.get("state") ?? "" });
  expect(back.location).toBe("/sign-in/identity?next=%2Fmy%2Fquestions");
  expect(back.arrival).toMatch(/^arrival=[\w-]{43}$/);
  expect(await arrivals()).toEqual([{ provider: "esia", issuer: url, subject: "1000299654", name: "Смирнова Анна" }]);
  expect(await db.session.count()).toBe(0);
  await db.identityArrival.deleteMany();
});

test("чужой, подделанный, просроченный, не нам выданный ответ и упрощённая учётная запись никого не приводят", async () => {
  const state = async () => {
    const { asked, cookie } = await begin();
    return { cookie, query: { code: "one", state: asked.searchParams.get("state") ?? "" } };
  };
  const refused = async (cookie: string, query: Record<string, string>, why: string) => expect((await comeBack(cookie, query)).location, why).toMatch(/^\/sign-in\?error=/);
  const { cookie, query } = await state();
  await refused("", query, "другой браузер");
  await refused(cookie, { ...query, state: crypto.randomUUID() }, "другая просьба");
  await refused(cookie, { error: "access_denied", state: query.state }, "человек отказался");
  expect(esia.asked).toEqual([]);
  const seconds = now.getTime() / 1000;
  for (const [why, wrong] of Object.entries({
    "не нам": { claims: { ...esia.claims, aud: "ANOTHER" } },
    "просрочен": { claims: { ...esia.claims, exp: seconds - 120 } },
    "из будущего": { claims: { ...esia.claims, nbf: seconds + 600 } },
    "подписан не ЕСИА": { key: generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey },
    "на другую просьбу": { answeredState: crypto.randomUUID() },
    "упрощённая учётная запись": { person: { firstName: "Анна", trusted: false } },
    "не сказано, подтверждена ли": { person: { firstName: "Анна" } },
  })) {
    const kept = { ...esia };
    Object.assign(esia, wrong);
    const one = await state();
    await refused(one.cookie, one.query, why);
    Object.assign(esia, kept);
  }
  expect(await arrivals()).toEqual([]);
});

test("средство подписи не ответило – человек видит вход с объяснением, а не сбой", async () => {
  for (const program of [join(folder, "absent"), writeSigner("broken.cjs", "process.exitCode = 3;"), writeSigner("chatty.cjs", 'process.stdout.write("no signature at all");')]) {
    configure(program);
    const { asked } = await begin();
    expect(`${asked.pathname}${asked.search}`).toBe("/sign-in?error=esia");
    await expect(commandSigner(program).sign("text")).rejects.toThrow();
  }
});

test("не подключена – нет ни начала, ни возврата; ошибка в настройке останавливает запуск", async () => {
  replaceOnce("env", readEnv(base));
  expect((await startEsia(new Request(`${site}/api/esia/start`))).status).toBe(404);
  expect((await returnFromEsia(new Request(`${site}/api/esia/return?code=x&state=y`))).status).toBe(404);
  for (const wrong of ["нет", "{}", '{"clientId":"A"}']) expect(() => readEnv({ ...base, ESIA: wrong })).toThrow("ESIA");
});
