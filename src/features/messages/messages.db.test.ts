import { expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makePerson } from "@/testing/factories/make-person";
import { factoryNow } from "@/testing/factories/sequence";
import { notificationKinds, type Telling } from "./schema";
import * as service from "./server/service";
import { wordsOf } from "./server/words";

useTestDatabase();

const actorOf = (personId: string): Actor => ({ personId, posts: [] });
const telling = (personId: string, own: Partial<Telling> = {}): Telling => ({
  personId, kind: "clarificationAsked", params: { number: 7, title: "Осветить улицу <b>", text: "Какой дом?\nИ подъезд?" }, href: "/my/7", dedupeKey: newId(), at: factoryNow, ...own,
});
const list = async (actor: Actor, limit = 20, cursor: string | null = null) => await service.listNotifications(db, actor, { limit, cursor }, "ru", factoryNow);

test("чужих сообщений не видят, не считают и не отмечают; без входа их нет", async () => {
  const [mine, other] = [await makePerson(db), await makePerson(db)];
  await service.notify(db, telling(mine.id));
  const [row] = (await list(actorOf(mine.id))).rows;
  expect((await list(actorOf(other.id))).rows).toEqual([]);
  expect((await list(anonymous)).rows).toEqual([]);
  await expect(service.markRead(db, actorOf(other.id), row?.id ?? "", factoryNow)).rejects.toMatchObject({ code: "request.notFound" });
  await service.markRead(db, actorOf(other.id), null, factoryNow);
  expect(await service.countUnread(db, actorOf(mine.id))).toBe(1);
  await service.markRead(db, actorOf(mine.id), row?.id ?? "", factoryNow);
  expect(await service.countUnread(db, actorOf(mine.id))).toBe(0);
});

test("об одном говорят один раз, на подтверждённую почту – письмом на языке человека", async () => {
  const person = await makePerson(db, { locale: "en" });
  const once = telling(person.id);
  await service.notify(db, once);
  await service.notify(db, once);
  const letters = await db.email.findMany({ where: { toAddress: person.email ?? "" } });
  expect(letters.map(({ subject }) => subject)).toEqual(["A question to you about initiative No. 7"]);
  expect(letters[0]?.html).toContain("Осветить улицу &lt;b&gt;");
  expect(letters[0]?.html).toContain("/my/7");
  expect((await list(actorOf(person.id))).rows).toHaveLength(1);
});

test("на неподтверждённую почту и стёртому человеку писем нет", async () => {
  const unsure = await makePerson(db, { confirmed: false });
  await service.notify(db, telling(unsure.id));
  expect(await db.email.count({ where: { toAddress: unsure.email ?? "" } })).toBe(0);
  expect(await service.countUnread(db, actorOf(unsure.id))).toBe(1);
});

test("у каждого события есть слова на обоих языках, с текстом и без него, со сроком и без", () => {
  for (const kind of [...notificationKinds, "unknown"]) {
    for (const locale of ["ru", "en"] as const) {
      for (const params of [{}, { number: 12, title: "{скобки} и 'кавычки'", text: "ответ", status: "notSupported", due: "2026-03-17T21:00:00Z", zone: "Europe/Kirov" }, null]) {
        const { title, text, action } = wordsOf(locale, kind, params, factoryNow);
        expect([title, text, action].join(" "), `${kind} ${locale}`).not.toMatch(/kinds\.|\{has|MISSING/);
      }
    }
  }
  expect(wordsOf("ru", "initiativeSubmitted", { number: 5, title: "Сквер", due: "2026-03-17T21:00:00Z", zone: "Europe/Moscow" }, factoryNow).text).toContain("до 17\u00a0марта включительно");
  expect(wordsOf("ru", "initiativeDecided", { number: 5, title: "Сквер", status: "notSupported" }, factoryNow).title).toBe("Инициатива № 5 не поддержана");
});

test("листается без повторов", async () => {
  const person = await makePerson(db);
  for (let time = 0; time < 5; time += 1) await service.notify(db, telling(person.id, { at: new Date(factoryNow.getTime() + (time % 2)) }));
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(actorOf(person.id), 2, cursor);
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(5);
});

test("почтовый ящик есть только у демонстрации", async () => {
  await expect(service.readMailbox(anonymous, "")).rejects.toMatchObject({ code: "request.notFound" });
});
