import { expect, test } from "vitest";
import { roles } from "@/access/roles";
import { speakerOf, toDialogue } from "./rules";
import type { CourseEntry } from "./schema";

const at = new Date("2026-03-10T12:00:00Z");
const entry = (own: Partial<CourseEntry>): CourseEntry => ({ id: "1", kind: "accepted", by: "group", at, toStatus: null, text: null, ...own });

test("каждая роль, которая ведёт инициативу, названа своей функцией", () => {
  const silent = roles.filter((role) => speakerOf("decided", role) === null);
  expect(silent).toEqual(["director", "operator", "administrator"]);
  expect(speakerOf("submitted", "coordinator")).toBe("author");
  expect(speakerOf("withdrawn", "person")).toBe("author");
  expect(speakerOf("merged", null)).toBeNull();
});

test("ход – разговор: слова автора и ответы стоят по порядку, молчаливые шаги между ними, подача его открывает", () => {
  const course = [
    entry({ id: "a", kind: "submitted", by: "author" }), entry({ id: "b" }), entry({ id: "c", kind: "decided", text: "Сделаем в мае" }),
    entry({ id: "d", kind: "nominationAnswered", by: "council", text: "Поддержано" }), entry({ id: "e", kind: "withdrawn", by: "author", text: "Уже не нужно" }), entry({ id: "f", text: "  " }),
  ];
  expect(toDialogue(course).map(({ kind, entry: { id } }) => `${id} ${kind}`)).toEqual(["b between", "c answered", "d answered", "e said", "f between"]);
});
