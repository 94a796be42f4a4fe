import { beforeEach, expect, test, vi } from "vitest";
import { newId } from "@/shared/ids/id";
import { storageOf } from "@/testing/storage";
import { draftContent } from "../../schema";
import { forgetDraft, keepDraft, keptDraft, lostDraft, sweepDrafts, unsentDrafts } from "./draft-storage";

const [olga, ivan] = [newId(), newId()];
const draft = (title: string, ownerId: string | null, version: number | null = null) => ({ id: newId(), version, content: draftContent.parse({ title }), ownerId });

beforeEach(() => {
  vi.stubGlobal("document", { cookie: "" });
  vi.stubGlobal("localStorage", storageOf());
});

test("неотправленный черновик одного человека другому не открывается ни сам, ни по адресу", () => {
  const hers = draft("Черновик Ольги", olga);
  keepDraft(hers);
  expect(lostDraft(olga)).toEqual(hers);
  expect(keptDraft(hers.id, olga)).toEqual(hers);
  for (const other of [ivan, null]) expect([lostDraft(other), keptDraft(hers.id, other)]).toEqual([null, null]);
});

test("написанное до входа находится после него; своё – раньше", () => {
  const before = draft("Писал без входа", null);
  keepDraft(before);
  expect(lostDraft(ivan)).toEqual(before);
  const own = draft("Писал с входом", ivan);
  keepDraft(own);
  expect(lostDraft(ivan)).toEqual(own);
});

test("пустое, дошедшее до сервера и записанное по-старому само не возвращается никому", () => {
  keepDraft(draft("", ivan));
  keepDraft(draft("Есть на сервере", ivan, 3));
  expect(lostDraft(ivan)).toBeNull();
  localStorage.setItem(`initiative-draft:${newId()}`, "не то");
  expect(unsentDrafts(ivan).map(({ content }) => content.title)).toEqual(["Есть на сервере"]);
});

test("выход убирает своё и не трогает чужого", () => {
  const [hers, his] = [draft("Черновик Ольги", olga), draft("Черновик Ивана", ivan)];
  for (const one of [hers, his]) keepDraft(one);
  sweepDrafts(ivan);
  expect([unsentDrafts(ivan), unsentDrafts(olga)]).toEqual([[], [hers]]);
  forgetDraft(hers.id);
  expect(unsentDrafts(olga)).toEqual([]);
});
