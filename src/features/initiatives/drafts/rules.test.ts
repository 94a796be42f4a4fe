import { expect, test } from "vitest";
import { newId } from "@/shared/ids/id";
import { draftContent } from "../schema";
import { checkDraft, isUntouched, stepOfField } from "./rules";

const whole = draftContent.parse({
  title: "Осветить улицу Мира", essence: "Вечером на улице темно, дети идут из школы по проезжей части.", expectedResult: "Фонари горят вдоль всей улицы.",
  municipalityId: newId(), directionId: newId(), initiatorKind: "parent",
});

test("пустой черновик не подать: названо каждое недостающее поле", () => {
  const checked = checkDraft(draftContent.parse({}));
  expect(checked.ok ? [] : checked.issues.map(({ path, key }) => [path, key])).toEqual([
    ["title", "field.required"], ["essence", "field.required"], ["expectedResult", "field.required"],
    ["directionId", "field.choice"], ["municipalityId", "field.choice"], ["initiatorKind", "field.choice"],
  ]);
});

test("слишком длинное не обрезается, а называется", () => {
  const checked = checkDraft({ ...whole, title: "я".repeat(121) });
  expect(checked.ok ? null : checked.issues[0]).toEqual({ path: "title", key: "field.tooLong", params: { max: 120 } });
});

test("мусор из буфера обмена вычищается до проверки", () => {
  const checked = checkDraft({ ...whole, title: "\u200bОсветить\u00a0улицу\r\nМира\ufeff" });
  expect(checked.ok && checked.fields.title).toBe("Осветить улицу Мира");
});

test("незаполненное место — не пустая строка, а его отсутствие", () => {
  const checked = checkDraft({ ...whole, placeText: "  " });
  expect(checked.ok && checked.fields.placeText).toBeNull();
});

test("черновик с одним лишь местом ещё не начат", () => {
  expect(isUntouched(draftContent.parse({ municipalityId: newId() }))).toBe(true);
  expect(isUntouched(whole)).toBe(false);
});

test("каждое поле спрашивается на своём шаге", () => {
  expect([stepOfField("title"), stepOfField("keyQuestionId"), stepOfField("organisationId")]).toEqual(["what", "what", "where"]);
});
