import { beforeAll, expect, test } from "vitest";
import { anonymous } from "@/access/actor";
import { db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { buildWay, by, code, on, put, seen } from "@/testing/worlds/way";
import { readPublicRecord } from "../../record/server/service";
import { readRecord } from "../record/server/service";
import { publish } from "../server/service";

useTestDatabase();
beforeAll(buildWay);

const written = { title: "Шум во дворе дома 5 по вечерам", essence: "Иванов Пётр из пятой квартиры шумит каждый вечер до полуночи, дети не спят.", expectedResult: "Участковый поговорит с Ивановым, и станет тихо.", placeText: "ул. Мира, 5, кв. 5" };
const shown = { title: written.title, essence: "[…] шумит каждый вечер до полуночи, дети не спят.", expectedResult: "Участковый поговорит с […], и станет тихо.", placeText: "ул. Мира, 5[…]" };
const hiding = async (id: string, more: object = {}, who = "moderator") => await publish(by(who), { ...(await on(id)), checked: true, hiding: { ...shown, ...more } });

test("скрытое модератором не видит никто посторонний; группа читает написанное целиком", async () => {
  const { id, number } = await put("submitted", written);
  await hiding(id);
  expect(await seen(id)).toMatchObject({ ...shown, status: "moderated" });
  expect((await seen(id)).events.at(-1)).toMatchObject({ kind: "publishedHiding", visibility: "public", text: null, data: null });
  const open = JSON.stringify(await readPublicRecord(db, anonymous, number, "ru"));
  expect(open).toContain("[…] шумит");
  expect(open).not.toMatch(/Иванов|пятой квартиры/);
  expect((await readRecord(by("lead"), id)).wordings).toMatchObject([{ essence: written.essence, expectedResult: written.expectedResult }]);
  expect((await readRecord(by("head"), id)).wordings).toEqual([]);
});

test.each([
  ["добавлено слово", { essence: "[…] якобы шумит каждый вечер до полуночи, дети не спят." }, "hiding.essence", "field.onlyHide"],
  ["убрано без знака", { expectedResult: "Участковый поговорит, и станет тихо." }, "hiding.expectedResult", "field.onlyHide"],
  ["место, которого автор не писал", { placeText: "ул. Мира, 7" }, "hiding.placeText", "field.onlyHide"],
  ["не осталось ничего", { essence: "[…]" }, "hiding.essence", "field.nothingLeft"],
])("%s – отказ у поля, ничего не опубликовано", async (_what, more, path, message) => {
  const { id } = await put("submitted", written);
  await expect(hiding(id, more)).rejects.toMatchObject({ code: "request.invalid", fields: { [path]: message } });
  expect(await seen(id)).toMatchObject({ ...written, status: "submitted", version: 1 });
  expect(await db.initiativeWording.count({ where: { initiativeId: id } })).toBe(0);
});

test("скрывает только модератор этого муниципалитета; повтор ключа второй формулировки не делает", async () => {
  const { id } = await put("submitted", written);
  for (const who of ["author", "lead", "head", "there"]) expect(await code(hiding(id, {}, who)), who).toMatch(/request\.(?:forbidden|notFound)/);
  const once = { ...(await on(id)), checked: true as const, hiding: shown, key: newId() };
  await publish(by("moderator"), once);
  await publish(by("moderator"), once);
  expect(await db.initiativeWording.count({ where: { initiativeId: id } })).toBe(1);
});
