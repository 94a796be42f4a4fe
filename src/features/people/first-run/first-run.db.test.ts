import { expect, test } from "vitest";
import { anonymous } from "@/access/actor";
import { db } from "@/platform/db/client";
import { loadActor } from "@/platform/auth/actor";
import { sha256 } from "@/shared/ids/hash";
import { useTestDatabase } from "@/testing/database";
import { factoryNow, nextNumber } from "@/testing/factories/sequence";
import { authenticatePerson } from "../session/server/service";
import { begin, isFirstRun } from "./server/service";

useTestDatabase();

const asker = () => ({ actor: anonymous, now: factoryNow, locale: "ru" as const, addressHash: String(nextNumber()) });
const wish = { code: "abcd efgh-2345", familyName: "Первая", givenName: "Вера", patronymic: null, email: "admin@example.org", password: "тёплый снег вечером", operator: "Администрация района" };

test("без кода консоли, с чужим кодом и после шести попыток администратора не создать; с верным – один раз, и страницы больше нет", async () => {
  expect(await isFirstRun(db)).toBe(false);
  await expect(begin(asker(), wish)).rejects.toMatchObject({ code: "firstRun.done" });
  await db.installation.create({ data: { id: "self", firstRunCodeHash: sha256("abcdefgh2345") } });
  expect(await isFirstRun(db)).toBe(true);

  await expect(begin(asker(), { ...wish, password: "1111111111" })).rejects.toMatchObject({ code: "password.tooWeak" });
  const guesser = asker();
  for (let time = 0; time < 6; time += 1) await expect(begin(guesser, { ...wish, code: "другой" })).rejects.toMatchObject({ code: "firstRun.wrongCode" });
  await expect(begin(guesser, wish)).rejects.toMatchObject({ code: "request.tooMany" });
  expect(await db.person.count()).toBe(0);

  const outcomes = await Promise.allSettled([begin(asker(), { ...wish, code: "ABCD-EFGH-2345" }), begin(asker(), { ...wish, email: "other@example.org" })]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.person.count()).toBe(1);
  expect(await isFirstRun(db)).toBe(false);
  await expect(begin(asker(), wish)).rejects.toMatchObject({ code: "firstRun.done" });
});

test("созданный администратор входит и назначен по стране; тексты согласий опубликованы", async () => {
  const { value: login } = await db.contact.findFirstOrThrow({ select: { value: true } });
  const claims = await authenticatePerson({ login, password: wish.password });
  if (!claims) throw new Error("not signed in");
  expect((await loadActor(claims, factoryNow)).posts).toMatchObject([{ role: "administrator" }]);
  expect(await db.consentDocument.count({ where: { operator: wish.operator } })).toBe(2);
  expect(await db.unit.count({ where: { kind: "country" } })).toBe(1);
});
