import { beforeAll, beforeEach, expect, test } from "vitest";
import { Secret, TOTP } from "otpauth";
import type { Actor } from "@/access/actor";
import { appRouter } from "@/api/root";
import { loadActorOfSession } from "@/platform/auth/actor";
import { lock, unlock } from "@/platform/auth/second-factor-key";
import { openSession } from "@/platform/auth/sessions";
import { clock } from "@/platform/clock";
import { assistedOf } from "@/platform/auth/assisted-cookie";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { createCallerFactory } from "@/platform/trpc/trpc";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeCountry, makeMunicipality, makeOrganisation, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { hashPassword } from "@/features/people/server/passwords";
import { makeTicket } from "@/features/people/server/ticket";
import { authenticatePerson } from "@/features/people/session/server/service";
import { stepOf } from "@/features/people/second-factor/server/totp";

useTestDatabase();

const password = "тёплый снег вечером";
const start = new Date("2026-11-02T09:00:00+03:00");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
let passwordHash: string;
let countryId: string;
let regionId: string;
beforeAll(async () => {
  passwordHash = await hashPassword(password);
  countryId = (await makeCountry(db)).id;
  regionId = (await makeRegion(db)).id;
});
beforeEach(() => void clock.set(start));

const callerOf = createCallerFactory(appRouter);
const call = (actor: Actor, now = start) => callerOf({ actor, locale: "ru", db, now, visitor: visitorOf(undefined, () => undefined), assisted: assistedOf(undefined, () => undefined), addressHash: newId() });
const codeAt = (secret: string, at: Date) => new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({ timestamp: at.getTime() });
const refusal = async (work: Promise<unknown>) => await work.then(() => "through", (error: unknown) => (error as { cause?: { code?: string }; code?: string }).cause?.code ?? (error as { code: string }).code);

async function somebody(post?: { role: "administrator" | "councilStaff" | "countryObserver" | "executor" | "responsiblePerson"; unitId: string }) {
  const { id, email } = await makePerson(db, { passwordHash });
  const appointment = post ? await makeAppointment(db, { personId: id, ...post }) : null;
  const session = await openSession({ personId: id, sessionVersion: 1 }, { userAgent: "", address: "" }, start);
  return { id, email: email ?? "", session, appointmentId: appointment?.id ?? "", actor: async (at = start) => await loadActorOfSession(session, at) };
}
async function protect(who: Awaited<ReturnType<typeof somebody>>) {
  const { secret } = await call(await who.actor()).people.secondFactor.begin();
  const { codes } = await call(await who.actor()).people.secondFactor.confirm({ code: codeAt(secret, start) });
  return { secret, codes };
}
const enter = async (login: string, code?: string) => await authenticatePerson({ login, password, ...(code === undefined ? {} : { code }) });

test("совет, наблюдатель страны и администратор без второго фактора не достают ничего, кроме его настройки", async () => {
  for (const post of [{ role: "administrator", unitId: countryId }, { role: "countryObserver", unitId: countryId }, { role: "councilStaff", unitId: regionId }] as const) {
    const who = await somebody(post);
    const actor = await who.actor();
    expect(actor).toMatchObject({ personId: who.id, posts: [], lacksSecondFactor: true });
    for (const closed of [call(actor).people.me(), call(actor).people.account(), call(actor).people.security.sessions(), call(actor).messages.list({}), call(actor).structure.myMunicipalities()]) expect(await refusal(closed)).toBe("session.secondFactorMissing");
    expect(await call(actor).people.secondFactor.read()).toMatchObject({ isOn: false, isDemanded: true });
    await protect(who);
    expect((await who.actor()).posts).toMatchObject([{ role: post.role }]);
  }
});

test("демонстрация освобождает от него, и только она: обычная установка с теми же людьми – нет", async () => {
  const who = await somebody({ role: "administrator", unitId: countryId });
  await db.installation.create({ data: { id: "self", demoLoadedAt: start } });
  expect((await who.actor()).posts).toEqual([]);
  await db.installation.update({ where: { id: "self" }, data: { secondFactorOptional: true } });
  expect((await who.actor()).posts).toHaveLength(1);
  await db.installation.delete({ where: { id: "self" } });
});

test("другим он не навязан", async () => {
  const { id: unitId } = await makeMunicipality(db);
  const who = await somebody({ role: "responsiblePerson", unitId });
  expect((await who.actor()).posts).toHaveLength(1);
  expect(await enter(who.email)).toMatchObject({ personId: who.id });
});

test("с ним одного пароля мало, чужой код и код не к месту не подходят", async () => {
  const [who, other] = [await somebody(), await somebody()];
  const { secret } = await protect(who);
  const theirs = await protect(other);
  expect(await refusal(enter(who.email))).toBe("session.secondFactorNeeded");
  for (const wrong of ["000000", codeAt(theirs.secret, later(60)), codeAt(secret, later(300)), theirs.codes[0] ?? "", "не код"]) expect(await refusal(enter(who.email, wrong)), wrong).toBe("session.secondFactorWrong");
  // the password is looked at first: whoever doesn't know it doesn't learn that there is a factor
  expect(await authenticatePerson({ login: who.email, password: "не тот пароль" })).toBeNull();
});

test("код действует один раз", async () => {
  const who = await somebody();
  const { secret } = await protect(who);
  // that of the set-up is used, too
  expect(await refusal(enter(who.email, codeAt(secret, start)))).toBe("session.secondFactorWrong");
  clock.set(later(60));
  const code = codeAt(secret, later(60));
  expect(await enter(who.email, ` ${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ personId: who.id });
  expect(await refusal(enter(who.email, code))).toBe("session.secondFactorWrong");
  clock.set(later(120));
  const both = await Promise.all([1, 2].map(async () => await refusal(enter(who.email, codeAt(secret, later(120))))));
  expect(both.toSorted()).toEqual(["session.secondFactorWrong", "through"]);
});

test("часы телефона могут расходиться на полминуты, не больше", () => {
  const secret = "JBSWY3DPEHPK3PXP";
  const at = (seconds: number) => stepOf(secret, codeAt(secret, later(seconds)), start) !== null;
  expect([-60, -30, 0, 30, 60].map(at)).toEqual([false, true, true, true, false]);
});

test("код не подобрать: десять неверных в час на человека, откуда бы ни шли", async () => {
  const who = await somebody();
  const { secret } = await protect(who);
  for (let guess = 0; guess < 10; guess += 1) await refusal(enter(who.email, "000000"));
  clock.set(later(60));
  expect(await refusal(enter(who.email, codeAt(secret, later(60))))).toBe("session.locked");
});

test("код с листка заменяет телефон один раз; новые убивают прежние; в базе их нет", async () => {
  const who = await somebody();
  const { secret, codes } = await protect(who);
  const [first = "", second = ""] = codes;
  expect(new Set(codes).size).toBe(10);
  expect(await enter(who.email, first.toLowerCase())).toMatchObject({ personId: who.id });
  expect(await refusal(enter(who.email, first))).toBe("session.secondFactorWrong");
  expect(await call(await who.actor()).people.secondFactor.read()).toMatchObject({ recoveryLeft: 9 });
  clock.set(later(90));
  const renewed = await call(await who.actor(), later(90)).people.secondFactor.renewCodes({ code: codeAt(secret, later(90)) });
  expect(await refusal(enter(who.email, second))).toBe("session.secondFactorWrong");
  expect(await enter(who.email, renewed.codes[0])).toMatchObject({ personId: who.id });
  const kept = JSON.stringify([await db.recoveryCode.findMany(), await db.secondFactor.findMany(), await db.idempotencyKey.findMany(), await db.email.findMany()]);
  expect(kept).not.toContain(second);
  expect(kept).not.toContain(secret.replaceAll(" ", ""));
});

test("включение завершает прежние входы, кроме этого; неверный первый код ничего не включает", async () => {
  const who = await somebody();
  const elsewhere = await openSession({ personId: who.id, sessionVersion: 1 }, { userAgent: "", address: "" }, start);
  const { secret } = await call(await who.actor()).people.secondFactor.begin();
  expect(await refusal(call(await who.actor()).people.secondFactor.confirm({ code: codeAt(secret, later(600)) }))).toBe("session.secondFactorWrong");
  expect(await enter(who.email)).toMatchObject({ personId: who.id });
  await call(await who.actor()).people.secondFactor.confirm({ code: codeAt(secret, start) });
  expect((await loadActorOfSession(elsewhere, start)).personId).toBeNull();
  expect((await who.actor()).personId).toBe(who.id);
  expect(await refusal(call(await who.actor()).people.secondFactor.begin())).toBe("secondFactor.alreadyOn");
});

test("ссылка из письма и листок второй фактор не обходят, а пропуск после проверки не спрашивает дважды", async () => {
  const who = await somebody();
  const { codes } = await protect(who);
  const claims = { personId: who.id, sessionVersion: 1 };
  expect(await refusal(authenticatePerson(makeTicket(claims, start)))).toBe("session.secondFactorNeeded");
  expect(await authenticatePerson({ ...makeTicket(claims, start), code: codes[0] ?? "" })).toEqual(claims);
  expect(await authenticatePerson(makeTicket(claims, start, { isProven: true }))).toEqual(claims);
});

test("выключают его кодом; без кода не выключить и открытым сеансом", async () => {
  const who = await somebody({ role: "administrator", unitId: countryId });
  const { codes } = await protect(who);
  expect(await refusal(call(await who.actor()).people.secondFactor.end({ code: "000000" }))).toBe("session.secondFactorWrong");
  await call(await who.actor()).people.secondFactor.end({ code: codes[0] ?? "" });
  expect(await enter(who.email)).toMatchObject({ personId: who.id });
  expect(await who.actor()).toMatchObject({ posts: [], lacksSecondFactor: true });
});

test("потерянный сбрасывает другой администратор или ответственный, с причиной; себе и чужому – никто", async () => {
  const municipality = await makeMunicipality(db, { parentId: regionId });
  const school = await makeOrganisation(db, { parentId: municipality.id });
  const [boss, admin, council, executor] = [
    await somebody({ role: "responsiblePerson", unitId: municipality.id }), await somebody({ role: "administrator", unitId: countryId }),
    await somebody({ role: "councilStaff", unitId: regionId }), await somebody({ role: "executor", unitId: school.id }),
  ];
  for (const who of [admin, council, executor]) await protect(who);
  const reset = async (by: typeof boss, of: typeof boss, reason = "Потеряла телефон, просила лично") => await refusal(call(await by.actor()).staff.resetSecondFactor({ appointmentId: of.appointmentId, reason, key: newId() }));
  expect(await reset(executor, boss)).toBe("request.notFound");
  expect(await reset(boss, council)).toBe("request.notFound");
  expect(await reset(admin, executor)).toBe("request.notFound");
  expect(await reset(admin, admin)).toBe("request.forbidden");
  expect(await reset(admin, council, "коротко")).toBe("request.invalid");
  expect(await reset(boss, boss)).toMatch(/^request\./);
  expect(await reset(admin, boss)).toBe("secondFactor.notOn");

  expect(await reset(boss, executor)).toBe("through");
  expect(await enter(executor.email)).toMatchObject({ personId: executor.id });
  expect((await executor.actor()).personId).toBeNull();
  expect(await db.secondFactorReset.findFirst({ where: { personId: executor.id } })).toMatchObject({ byId: boss.id, role: "responsiblePerson", reason: "Потеряла телефон, просила лично" });
  expect(await db.accessLogEntry.count({ where: { personId: executor.id, what: "secondFactor" } })).toBe(1);
  expect((await db.email.findMany({ where: { toAddress: executor.email } })).map(({ subject }) => subject)).toContain("Вход с кодом сброшен");
  expect(await reset(admin, council)).toBe("through");
});

test("через назначение в муниципалитете не снять фактор с того, от кого его требует другая работа", async () => {
  const municipality = await makeMunicipality(db, { parentId: regionId });
  const school = await makeOrganisation(db, { parentId: municipality.id });
  const [boss, both] = [await somebody({ role: "responsiblePerson", unitId: municipality.id }), await somebody({ role: "executor", unitId: school.id })];
  await makeAppointment(db, { personId: both.id, role: "councilStaff", unitId: regionId });
  await protect(both);
  expect(await refusal(call(await boss.actor()).staff.resetSecondFactor({ appointmentId: both.appointmentId, reason: "Потеряла телефон, просила лично", key: newId() }))).toBe("request.forbidden");
  expect(await refusal(enter(both.email))).toBe("session.secondFactorNeeded");
});

test("ключ в базе заперт: другой секрет и правка его не открывают", () => {
  const locked = lock("JBSWY3DPEHPK3PXP");
  expect(unlock(locked)).toBe("JBSWY3DPEHPK3PXP");
  expect(lock("JBSWY3DPEHPK3PXP")).not.toBe(locked);
  const bytes = Buffer.from(locked, "base64url");
  bytes[30] = (bytes[30] ?? 0) ^ 1;
  expect(() => unlock(bytes.toString("base64url"))).toThrow();
});

test("секрет сервера сменили – фактор настраивают заново, никто не заперт", async () => {
  const who = await somebody({ role: "administrator", unitId: countryId });
  await protect(who);
  await db.secondFactor.update({ where: { personId: who.id }, data: { keyMark: "another" } });
  expect(await who.actor()).toMatchObject({ posts: [], lacksSecondFactor: true });
  expect(await enter(who.email)).toMatchObject({ personId: who.id });
  await protect(who);
  expect((await who.actor()).posts).toHaveLength(1);
});
