import { beforeEach, expect, test, vi } from "vitest";
import { newId } from "@/shared/ids/id";
import { draftContent } from "../../schema";
import type { SheetRow } from "./sheet-row";
import { countOthers, forgetSheet, keepSheet, keptSheets, sweepSheets } from "./sheet-storage";
import { storageOf } from "@/testing/storage";

const [olga, ivan] = [newId(), newId()];
const row = (title: string): SheetRow => ({
  sheet: { id: newId(), atUnitId: newId(), takenOn: "2026-03-09" as never, paperCase: "дело № 4", scanId: null, content: draftContent.parse({ title }) },
  personId: newId(), registration: null, name: "Новикова Ольга", state: "waiting", publicNumber: null, problem: null, known: null,
});

beforeEach(() => vi.stubGlobal("localStorage", storageOf()));

test("лист переживает закрытую вкладку и открывается только тому, кто его ввёл", () => {
  const [first, second] = [row("Первый лист стопки"), row("Второй лист стопки")];
  for (const one of [first, second]) expect(keepSheet(olga, one)).toBe(true);
  expect(new Set(keptSheets(olga).map(({ sheet }) => sheet.content.title))).toEqual(new Set(["Первый лист стопки", "Второй лист стопки"]));
  expect(keptSheets(ivan)).toEqual([]);
  expect(countOthers(ivan)).toBe(2);
  forgetSheet(olga, first.sheet.id);
  expect(keptSheets(olga)).toHaveLength(1);
});

test("выход убирает свои листы и не трогает чужих", () => {
  keepSheet(olga, row("Лист Ольги из стопки"));
  keepSheet(ivan, row("Лист Ивана из стопки"));
  sweepSheets(ivan);
  expect(keptSheets(ivan)).toEqual([]);
  expect(keptSheets(olga)).toHaveLength(1);
});

test("полное или закрытое хранилище и испорченная запись ничего не останавливают", () => {
  localStorage.setItem(`sheet:${olga}:${newId()}`, "{не то");
  expect(keptSheets(olga)).toEqual([]);
  vi.spyOn(localStorage, "setItem").mockImplementation(() => { throw new DOMException("full", "QuotaExceededError"); });
  expect(keepSheet(olga, row("Не поместился"))).toBe(false);
});
