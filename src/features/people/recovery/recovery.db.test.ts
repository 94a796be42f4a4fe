import { beforeAll, expect, test } from "vitest";
import { loadActorOfSession } from "@/platform/auth/actor";
import { lock, keyMark } from "@/platform/auth/second-factor-key";
import { openSession } from "@/platform/auth/sessions";
import { db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeCountry, makeMunicipality } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow } from "@/testing/factories/sequence";
import { sha256 } from "@/shared/ids/hash";
import { issuePasswordToken, resetAdministratorFactor } from "./server/service";

useTestDatabase();

let countryId: string;
beforeAll(async () => {
  ({ id: countryId } = await makeCountry(db));
});

const open = async (personId: string) => await openSession({ personId, sessionVersion: 1 }, { userAgent: "", address: "" }, factoryNow);

async function administrator(endsAt: Date | null = null) {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role: "administrator", unitId: countryId, endsAt });
  await db.secondFactor.create({ data: { personId: person.id, secret: lock("JBSWY3DPEHPK3PXP"), keyMark: keyMark(), confirmedAt: factoryNow, createdAt: factoryNow } });
  await db.recoveryCode.create({ data: { id: newId(), personId: person.id, hash: newId(), createdAt: factoryNow } });
  return { id: person.id, email: person.email ?? "" };
}

test("с сервера помогают только действующему администратору по подтверждённой почте", async () => {
  const head = await makePerson(db);
  await makeAppointment(db, { personId: head.id, role: "head", unitId: (await makeMunicipality(db)).id });
  const former = await administrator(factoryNow);
  const unproven = await administrator();
  await db.contact.updateMany({ where: { personId: unproven.id }, data: { verifiedAt: null } });
  for (const email of [head.email ?? "", former.email, unproven.email, "nobody@example.org"]) {
    await expect(resetAdministratorFactor(email, factoryNow)).rejects.toMatchObject({ code: "person.notFound" });
    await expect(issuePasswordToken(email, factoryNow)).rejects.toMatchObject({ code: "person.notFound" });
  }
  expect(await db.secondFactor.count({ where: { personId: { in: [former.id, unproven.id] } } })).toBe(2);
});

test("потерял телефон и листок: фактор и коды сняты, входы завершены, письмо ушло, след остался; второй раз сбрасывать нечего", async () => {
  const { id, email } = await administrator();
  const session = await open(id);
  expect((await loadActorOfSession(session, factoryNow)).posts).toHaveLength(1);
  await resetAdministratorFactor(email, factoryNow);
  expect((await loadActorOfSession(session, factoryNow)).personId).toBeNull();
  expect(await loadActorOfSession(await open(id), factoryNow)).toMatchObject({ posts: [], lacksSecondFactor: true });
  expect(await db.recoveryCode.count({ where: { personId: id } })).toBe(0);
  expect(await db.secondFactorReset.findMany({ where: { personId: id } })).toMatchObject([{ role: "console", byId: id }]);
  expect(await db.accessLogEntry.findMany({ where: { personId: id } })).toMatchObject([{ role: "console", what: "secondFactor" }]);
  expect(await db.email.count({ where: { toAddress: email } })).toBe(1);
  await expect(resetAdministratorFactor(email, factoryNow)).rejects.toMatchObject({ code: "secondFactor.notOn" });
});

test("забытый пароль: ссылка живёт два часа, прежняя умирает, хранится хешем, человек её видит", async () => {
  const { id, email } = await administrator();
  const [first, second] = [await issuePasswordToken(email, factoryNow), await issuePasswordToken(email, factoryNow)];
  const tokens = await db.oneTimeToken.findMany({ where: { personId: id } });
  expect(tokens.find(({ hash }) => hash === sha256(first))?.usedAt).toEqual(factoryNow);
  expect(tokens.find(({ hash }) => hash === sha256(second))).toMatchObject({ purpose: "resetPassword", usedAt: null, expiresAt: new Date(factoryNow.getTime() + 7_200_000) });
  expect((await db.accessLogEntry.findMany({ where: { personId: id } })).map(({ what }) => what)).toEqual(["passwordLink", "passwordLink"]);
});
