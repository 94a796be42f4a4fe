import { beforeEach, expect, test } from "vitest";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { visitorOf } from "@/platform/trpc/context";
import { parseOktmo } from "@/shared/codes/oktmo";
import { plainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeCountry, makeMunicipality } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { readPapers } from "../../papers/server/service";
import { decide } from "../../units/server/service";
import { readPassport, setPassport } from "./server/service";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));

async function asker(role: Role | null, unitId: string) {
  const person = await makePerson(db);
  if (role) await makeAppointment(db, { personId: person.id, role, unitId });
  return { actor: await loadActor({ personId: person.id, sessionVersion: 1 }, now), db, now, visitor: visitorOf("v".repeat(43), null), addressHash: newId() };
}

let municipalityId: string;
let responsible: Awaited<ReturnType<typeof asker>>, administrator: Awaited<ReturnType<typeof asker>>;
beforeEach(async () => {
  ({ id: municipalityId } = await makeMunicipality(db, { headTitle: null, timeZone: "Asia/Omsk" }));
  await makeMarathon(db, { municipalityIds: [municipalityId] });
  responsible = await asker("responsiblePerson", municipalityId);
  administrator = await asker("administrator", (await makeCountry(db)).id);
});

const empty = { nameGenitive: null, headTitle: null, timeZone: "Asia/Omsk" };
const wish = (more: object = {}) => ({ municipalityId, nameGenitive: "Тарского муниципального района", headTitle: "глава администрации", timeZone: "Asia/Omsk", seen: empty, key: newId(), ...more });
const stored = async () => await db.unit.findUniqueOrThrow({ where: { id: municipalityId }, select: { nameGenitive: true, headTitle: true, timeZone: true } });

test("паспорт пишут ответственный и глава у себя; житель, сосед и координационная группа – нет", async () => {
  const strangers = [await asker(null, municipalityId), await asker("responsiblePerson", (await makeMunicipality(db)).id)];
  for (const who of strangers) expect([await code(readPassport(who, municipalityId)), await code(setPassport(who, wish()))]).toEqual(["request.notFound", "request.notFound"]);
  const moderator = await asker("moderator", municipalityId);
  expect([await code(readPassport(moderator, municipalityId)), await code(setPassport(moderator, wish()))]).toEqual(["request.forbidden", "request.forbidden"]);
  expect(await stored()).toEqual(empty);
  expect(await code(setPassport(await asker("head", municipalityId), wish()))).toBe("done");
});

test("часовой пояс меняет один администратор; выдуманного пояса не бывает", async () => {
  expect((await readPassport(responsible, municipalityId)).maySetZone).toBe(false);
  expect(await code(setPassport(responsible, wish({ timeZone: "Asia/Kamchatka" })))).toBe("request.forbidden");
  expect(await stored()).toEqual(empty);
  expect((await readPassport(administrator, municipalityId)).maySetZone).toBe(true);
  await setPassport(administrator, wish({ timeZone: "Asia/Kamchatka" }));
  expect(await readPassport(responsible, municipalityId)).toMatchObject({ timeZone: "Asia/Kamchatka", nameGenitive: "Тарского муниципального района" });
});

test("кто сохраняет вторым, узнаёт о первом; пустое стирает, повтор того же ключа ничего не меняет", async () => {
  const first = wish();
  await setPassport(responsible, first);
  expect(await code(setPassport(responsible, wish({ headTitle: "глава" })))).toBe("request.changedMeanwhile");
  await setPassport(responsible, wish({ headTitle: "", seen: { ...empty, nameGenitive: first.nameGenitive, headTitle: first.headTitle } }));
  expect(await code(setPassport(responsible, first))).toBe("done");
  expect(await stored()).toEqual({ ...empty, nameGenitive: "Тарского муниципального района" });
});

test("документы просят паспорт, пока он пуст и после переименования; кто его не пишет, подсказки не видит", async () => {
  const lacks = async (who = responsible) => (await readPapers(who, municipalityId)).lacksPassport;
  expect([await lacks(), await lacks(await asker("head", municipalityId))]).toEqual([true, true]);
  await setPassport(responsible, wish());
  expect(await lacks()).toBe(false);
  const { name, shortName } = await db.unit.findUniqueOrThrow({ where: { id: municipalityId } });
  const decision = { kind: "rename" as const, unitId: municipalityId, name: "Тарский муниципальный округ", shortName, oktmo: parseOktmo("52654000") };
  await db.unitVersion.create({ data: { id: newId(), unitId: municipalityId, validFrom: new Date("2020-01-01"), name: "Тарский муниципальный район" } });
  await decide(administrator, { decision, takesEffectOn: plainDate("2026-03-10"), reason: "Закон области о преобразовании", act: null, seen: name, key: newId() });
  expect(await stored()).toMatchObject({ nameGenitive: null, headTitle: "глава администрации" });
  expect(await lacks()).toBe(true);
});
