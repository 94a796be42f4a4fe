import { afterAll, beforeAll, expect, test } from "vitest";
import { Secret, TOTP } from "otpauth";
import type { Actor } from "@/access/actor";
import { appRouter } from "@/api/root";
import { hashPassword } from "@/features/people/server/passwords";
import { authenticatePerson } from "@/features/people/session/server/service";
import { loadActorOfSession } from "@/platform/auth/actor";
import { openSession } from "@/platform/auth/sessions";
import { clock } from "@/platform/clock";
import { assistedOf } from "@/platform/auth/assisted-cookie";
import { db } from "@/platform/db/client";
import { readEnv } from "@/platform/env";
import { replaceOnce } from "@/platform/once";
import { visitorOf } from "@/platform/trpc/context";
import { createCallerFactory } from "@/platform/trpc/trpc";
import { newId } from "@/shared/ids/id";
import { BrowserLike, site } from "@/testing/browser-like";
import { useTestDatabase } from "@/testing/database";
import { makePerson } from "@/testing/factories/make-person";
import { providerClient, startIdentityProvider, type IdentityProvider } from "@/testing/identity-provider";

useTestDatabase();

const password = "тёплый снег вечером";
const base = { DATABASE_URL: "postgresql://x@localhost/x", NEXTAUTH_SECRET: "0123456789012345678901234567890123456789", PUBLIC_URL: site, LOG_LEVEL: "silent" };
let provider: IdentityProvider;
let passwordHash: string;
const settings = () => ({ id: "okrug", name: "Портал округа", issuer: provider.issuer, clientId: providerClient.id, clientSecret: providerClient.secret });
const configure = (own: object = {}) => replaceOnce("env", readEnv({ ...base, OIDC_PROVIDERS: JSON.stringify([{ ...settings(), ...own }]) }));
const outside = process.env.NEXTAUTH_URL;
beforeAll(async () => {
  process.env.NEXTAUTH_URL = site;
  provider = await startIdentityProvider(`${site}/api/auth/callback/okrug`);
  configure();
  passwordHash = await hashPassword(password);
});
afterAll(async () => {
  clock.set(() => new Date());
  if (outside === undefined) delete process.env.NEXTAUTH_URL;
  else process.env.NEXTAUTH_URL = outside;
  await provider.stop();
});

const callerOf = createCallerFactory(appRouter);
const nobody: Actor = { personId: null, posts: [] };
const call = (browser: BrowserLike, actor: Actor = nobody) => callerOf({ actor, locale: "ru", db, now: clock.now(), visitor: visitorOf(undefined, () => undefined), assisted: assistedOf(undefined, () => undefined), addressHash: newId(), arrivalHash: browser.arrivalHash });
const refusal = async (work: Promise<unknown>) => await work.then(() => "through", (error: unknown) => (error as { cause?: { code?: string }; code?: string }).cause?.code ?? (error as { code: string }).code);

/** From the button to the page that the provider sends back to. */
async function comeFrom(browser: BrowserLike, subject: string, next?: string): Promise<URL> {
  const login = await browser.signInAt("okrug", next);
  // the provider may still know this browser
  if (login.url.origin === site) return login.url;
  const consent = await browser.go(login.url.href, { prompt: "login", login: subject, password: "любой" });
  return (await browser.go(consent.url.href, { prompt: "consent" })).url;
}
async function somebody() {
  const { id, email } = await makePerson(db, { passwordHash });
  return { id, email: email ?? "" };
}
/** Signed in now. */
const signIn = async (personId: string) => await loadActorOfSession(await openSession({ personId, sessionVersion: 1 }, { userAgent: "", address: "" }, clock.now()), clock.now());
async function linked(subject: string) {
  const who = await somebody();
  const browser = new BrowserLike();
  await comeFrom(browser, subject);
  await call(browser, await signIn(who.id)).people.identity.link({ password: "", key: newId() });
  return who;
}

test("слово организации не впускает никого: несвязанный видит, что делать, а сеанс не открыт", async () => {
  const before = await db.session.count();
  const browser = new BrowserLike();
  const back = await comeFrom(browser, "stranger", "/my/questions");
  expect(`${back.pathname}${back.search}`).toBe("/sign-in/identity?next=%2Fmy%2Fquestions");
  expect(await call(browser).people.identity.arrived()).toEqual({ state: "new", providerName: "Портал округа", name: "Пользователь stranger", isSignedIn: false, needsPassword: false });
  expect(await refusal(call(browser).people.identity.enter({ code: "" }))).toBe("identity.notLinked");
  expect(await refusal(call(browser).people.identity.link({ password: "", key: newId() }))).toBe("request.notSignedIn");
  expect(await db.session.count()).toBe(before);
  expect([...(browser.cookies.get("dialogue.test") ?? new Map<string, string>()).keys()].filter((name) => name.includes("session-token"))).toEqual([]);
});

test("совпавшая почта, даже подтверждённая организацией, не связывает ни с чьей учётной записью", async () => {
  const owner = await makePerson(db, { email: "victim@example.org", passwordHash });
  const browser = new BrowserLike();
  await comeFrom(browser, "victim");
  expect(await call(browser).people.identity.arrived()).toMatchObject({ state: "new" });
  expect(await db.linkedIdentity.count({ where: { personId: owner.id } })).toBe(0);
});

test("хозяин входит один раз и связывает; дальше организация впускает, и личность подтверждена ею", async () => {
  const who = await linked("anna");
  expect(await db.person.findUniqueOrThrow({ where: { id: who.id } })).toMatchObject({ assurance: "identityProvider" });
  expect((await db.email.findMany({ where: { toAddress: who.email } })).map(({ subject }) => subject)).toEqual(["Добавлен вход через организацию"]);
  const browser = new BrowserLike();
  await comeFrom(browser, "anna");
  expect(await call(browser).people.identity.arrived()).toEqual({ state: "known", providerName: "Портал округа" });
  expect(await authenticatePerson(await call(browser).people.identity.enter({ code: "" }))).toEqual({ personId: who.id, sessionVersion: 1 });
  // it served once
  expect(await refusal(call(browser).people.identity.enter({ code: "" }))).toBe("identity.notLinked");
});

test("открытого раньше сеанса мало, чтобы связать: нужен пароль", async () => {
  const who = await somebody();
  const earlier = await openSession({ personId: who.id, sessionVersion: 1 }, { userAgent: "", address: "" }, new Date(clock.now().getTime() - 60_000));
  const browser = new BrowserLike();
  await comeFrom(browser, "petr");
  const own = call(browser, await loadActorOfSession(earlier, clock.now()));
  expect(await own.people.identity.arrived()).toMatchObject({ needsPassword: true });
  for (const wrong of ["", "не тот"]) expect(await refusal(own.people.identity.link({ password: wrong, key: newId() }))).toBe("password.wrongCurrent");
  await own.people.identity.link({ password, key: newId() });
  expect(await db.linkedIdentity.count({ where: { personId: who.id } })).toBe(1);
});

test("связанное с одним не перейдёт к другому; чужой браузер с адресом страницы не получит ничего", async () => {
  const [first, second] = [await linked("maria"), await somebody()];
  const browser = new BrowserLike();
  await comeFrom(browser, "maria");
  expect(await refusal(call(browser, await signIn(second.id)).people.identity.link({ password: "", key: newId() }))).toBe("identity.taken");
  expect(await db.linkedIdentity.findMany({ where: { subject: "maria" }, select: { personId: true } })).toEqual([{ personId: first.id }]);
  await comeFrom(browser, "maria");
  expect(await call(new BrowserLike()).people.identity.arrived()).toEqual({ state: "none" });
});

test("у кого есть второй фактор, того спрашивают о нём и здесь", async () => {
  const who = await linked("oleg");
  const actor = await signIn(who.id);
  const { secret } = await call(new BrowserLike(), actor).people.secondFactor.begin();
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  const { codes } = await call(new BrowserLike(), actor).people.secondFactor.confirm({ code: totp.generate({ timestamp: clock.now().getTime() }) });
  const browser = new BrowserLike();
  await comeFrom(browser, "oleg");
  expect(await refusal(call(browser).people.identity.enter({ code: "" }))).toBe("session.secondFactorNeeded");
  expect(await refusal(call(browser).people.identity.enter({ code: "000000" }))).toBe("session.secondFactorWrong");
  expect(await authenticatePerson(await call(browser).people.identity.enter({ code: codes[0] ?? "" }))).toMatchObject({ personId: who.id });
});

test("отвязанная, у стёртого и просроченная не впускает", async () => {
  const [unlinked, erased] = [await linked("igor"), await linked("vera")];
  const mine = call(new BrowserLike(), await signIn(unlinked.id));
  const [line] = await mine.people.identity.list();
  expect(await refusal(call(new BrowserLike(), await signIn(erased.id)).people.identity.unlink({ identityId: line?.id ?? "" }))).toBe("request.notFound");
  await mine.people.identity.unlink({ identityId: line?.id ?? "" });
  await db.person.update({ where: { id: erased.id }, data: { erasedAt: clock.now() } });
  for (const subject of ["igor", "vera"]) {
    const browser = new BrowserLike();
    await comeFrom(browser, subject);
    expect(await refusal(call(browser).people.identity.enter({ code: "" })), subject).toBe("identity.notLinked");
  }
  await linked("late");
  const browser = new BrowserLike();
  await comeFrom(browser, "late");
  const later = new Date(clock.now().getTime() + 16 * 60_000);
  clock.set(() => later);
  expect(await call(browser).people.identity.arrived()).toEqual({ state: "none" });
  clock.set(() => new Date());
});

test("отказ у организации, чужой ответ и неверный секрет возвращают ко входу с объяснением", async () => {
  const browser = new BrowserLike();
  const login = await browser.signInAt("okrug");
  const denied = await browser.go(`${login.url.href}/abort`);
  expect([denied.url.pathname, denied.url.searchParams.has("error")]).toEqual(["/sign-in", true]);
  // an answer begun in another browser: its state is not ours
  const other = new BrowserLike();
  const page = await other.signInAt("okrug");
  const consent = await other.go(page.url.href, { prompt: "login", login: "mallory", password: "x" });
  const stolen = new BrowserLike();
  for (const [host, jar] of other.cookies) if (host !== "dialogue.test") stolen.cookies.set(host, jar);
  expect((await stolen.go(consent.url.href, { prompt: "consent" })).url.searchParams.has("error")).toBe(true);
  expect(await call(stolen).people.identity.arrived()).toEqual({ state: "none" });
  configure({ clientSecret: "wrong" });
  expect((await comeFrom(new BrowserLike(), "anna")).searchParams.has("error")).toBe(true);
  configure();
});

test("настройки, в которых ошибка, останавливают запуск", () => {
  for (const wrong of ["не JSON", "{}", '[{"id":"okrug"}]', JSON.stringify([{ ...settings(), id: "password" }]), JSON.stringify([settings(), settings()])]) expect(() => readEnv({ ...base, OIDC_PROVIDERS: wrong }), wrong).toThrow("OIDC_PROVIDERS");
});
