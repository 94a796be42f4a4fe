import { afterAll, beforeAll, expect, test } from "vitest";
import { encode } from "next-auth/jwt";
import { hashPassword } from "@/features/people/server/passwords";
import { authenticatePerson } from "@/features/people/session/server/service";
import { actorFromCookies } from "@/platform/auth/actor";
import { registerAuthenticator } from "@/platform/auth/authenticator";
import { db } from "@/platform/db/client";
import { env, readEnv } from "@/platform/env";
import { replaceOnce } from "@/platform/once";
import { BrowserLike, site } from "@/testing/browser-like";
import { useTestDatabase } from "@/testing/database";
import { makePerson } from "@/testing/factories/make-person";

useTestDatabase();

const password = "тёплый снег вечером";
const sessionCookie = "next-auth.session-token";
const outside = process.env.NEXTAUTH_URL;
let person: { id: string; email: string };
beforeAll(async () => {
  process.env.NEXTAUTH_URL = site;
  replaceOnce("env", readEnv({ DATABASE_URL: "postgresql://x@localhost/x", NEXTAUTH_SECRET: "0123456789012345678901234567890123456789", PUBLIC_URL: site, LOG_LEVEL: "silent" }));
  registerAuthenticator(authenticatePerson);
  const { id, email } = await makePerson(db, { passwordHash: await hashPassword(password) });
  person = { id, email: email ?? "" };
});
afterAll(() => {
  if (outside === undefined) delete process.env.NEXTAUTH_URL;
  else process.env.NEXTAUTH_URL = outside;
});

const cookiesOf = (browser: BrowserLike) => Object.fromEntries((browser.cookies.get(new URL(site).host) ?? new Map<string, string>()).entries());
const who = async (cookies: Record<string, string>) => (await actorFromCookies(cookies)).personId;
async function post(browser: BrowserLike, path: string, values: Record<string, string>): Promise<string | null> {
  const { csrfToken } = JSON.parse((await browser.go(`${site}/api/auth/csrf`)).text) as { csrfToken: string };
  const { text } = await browser.go(`${site}/api/auth/${path}`, { ...values, csrfToken, callbackUrl: "/", json: "true" });
  return new URL((JSON.parse(text) as { url: string }).url, site).searchParams.get("error");
}
const signIn = async (browser: BrowserLike, login = person.email, secret = password) => await post(browser, "callback/password", { login, password: secret });

test("неверный пароль не открывает ничего; верный – один вход, который видно в списке", async () => {
  const browser = new BrowserLike();
  expect(await signIn(browser, person.email, "не тот пароль")).toBe("CredentialsSignin");
  expect(cookiesOf(browser)).not.toHaveProperty([sessionCookie]);
  expect(await db.session.count()).toBe(0);
  expect(await signIn(browser)).toBeNull();
  expect(await who(cookiesOf(browser))).toBe(person.id);
  expect(await db.session.count({ where: { personId: person.id, endedAt: null } })).toBe(1);
});

test("кто входит в том же браузере заново, не оставляет прежнего входа", async () => {
  const browser = new BrowserLike();
  await signIn(browser);
  const before = cookiesOf(browser);
  await signIn(browser);
  expect([await who(before), await who(cookiesOf(browser))]).toEqual([null, person.id]);
});

test("после выхода и украденная раньше cookie не впускает", async () => {
  const browser = new BrowserLike();
  await signIn(browser);
  const stolen = cookiesOf(browser);
  expect(await who(stolen)).toBe(person.id);
  await post(browser, "signout", {});
  expect(cookiesOf(browser)).not.toHaveProperty([sessionCookie]);
  expect(await who(stolen)).toBeNull();
});

test("cookie без входа из списка – прежней версии или собранная чужим секретом – не впускает", async () => {
  const claims = { personId: person.id, sessionVersion: 1 };
  for (const token of [await encode({ token: claims, secret: env.NEXTAUTH_SECRET }), await encode({ token: { ...claims, sessionId: crypto.randomUUID() }, secret: env.NEXTAUTH_SECRET }), await encode({ token: claims, secret: "another secret of the same length, more or less" })])
    expect(await who({ [sessionCookie]: token })).toBeNull();
});

test("чужая страница не войдёт и не выйдет за человека: без её же маркера запрос не принят", async () => {
  const browser = new BrowserLike();
  await browser.go(`${site}/api/auth/callback/password`, { login: person.email, password, csrfToken: "forged", json: "true" });
  expect(cookiesOf(browser)).not.toHaveProperty([sessionCookie]);
  await signIn(browser);
  await browser.go(`${site}/api/auth/signout`, { csrfToken: "forged", json: "true" });
  expect(await who(cookiesOf(browser))).toBe(person.id);
});

test("подбор останавливается, и верный пароль с того же адреса подождёт", async () => {
  const other = await makePerson(db, { passwordHash: await hashPassword(password) });
  const browser = new BrowserLike();
  for (let guess = 0; guess < 6; guess += 1) await signIn(browser, other.email ?? "", "не тот пароль");
  expect(await signIn(browser, other.email ?? "")).toBe("session.locked");
  expect(await signIn(browser)).toBeNull();
});
