import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, isCandidate, ordered, suggestSurvivor, type Card } from "./rules";

const card = (own: Partial<Card> = {}): Card => ({ id: "a", familyName: "Ёлкина", givenName: "Анна", patronymic: "Петровна", birthDate: null, phones: [], emails: [], municipalityIds: ["m"], ...own });
const isFound = (a: Partial<Card>, b: Partial<Card>) => isCandidate(compare(card(a), card({ id: "b", ...b })));
const phones = ["+79120000001"];

test("тёзки одного города, семья на одном телефоне, разные даты рождения – не один человек", () => {
  expect(isFound({}, {})).toBe(false);
  expect(isFound({ phones }, { phones, givenName: "Мария" })).toBe(false);
  expect(isFound({ phones, patronymic: "Петровна" }, { phones, patronymic: "Ивановна" })).toBe(false);
  expect(isFound({ phones, birthDate: "1980-05-01" }, { phones, birthDate: "1981-05-01" })).toBe(false);
  expect(isFound({ phones }, { phones, familyName: "Сосна" })).toBe(false);
});

test("тот же телефон, дата рождения или ящик при том же имени – возможно, один человек: ё и е, инициалы и пропущенное отчество не мешают", () => {
  expect(isFound({ phones }, { phones, familyName: "ЕЛКИНА " })).toBe(true);
  expect(isFound({ phones }, { phones, givenName: "А.", patronymic: "П." })).toBe(true);
  expect(isFound({ phones }, { phones, patronymic: null })).toBe(true);
  expect(isFound({ birthDate: "1980-05-01" }, { birthDate: "1980-05-01", municipalityIds: ["other"] })).toBe(true);
  expect(isFound({ emails: ["anna@example.org"] }, { emails: ["anna+school@example.org"] })).toBe(true);
  expect(isFound({ phones, birthDate: "1980-01-01" }, { phones, birthDate: "1980-05-01" })).toBe(true);
});

const part = fc.constantFrom("Анна", "анна", "А.", "А", "Пётр", "Петр", "Мария", "Ёлкина", "Елкина", "Иванова-Петрова");
const cards: fc.Arbitrary<Card> = fc.record({
  id: fc.uuid(), familyName: part, givenName: part, patronymic: fc.option(part), birthDate: fc.option(fc.constantFrom("1980-01-01", "1980-05-01", "1981-05-01")),
  phones: fc.subarray(["1", "2", "3"]), emails: fc.subarray(["a@x.ru", "a+1@x.ru", "b@x.ru"]), municipalityIds: fc.subarray(["m", "n"]),
});

test("порядок в паре ничего не меняет, ё, регистр и пробелы тоже", () => {
  const blurred = (one: Card): Card => ({ ...one, familyName: ` ${one.familyName.toUpperCase().replaceAll("Ё", "Е")} `, givenName: one.givenName.toLowerCase().replaceAll("ё", "е") });
  fc.assert(fc.property(cards, cards, (a, b) => {
    expect(compare(a, b)).toEqual(compare(b, a));
    expect(compare(blurred(a), b)).toEqual(compare(a, b));
  }));
});

test("что совпало ещё, сходства не убавляет; без совпавшего имени сходства нет", () => {
  fc.assert(fc.property(cards, cards, (a, b) => {
    const before = compare(a, b);
    const more = compare({ ...a, phones: [...a.phones, "9"], municipalityIds: [...a.municipalityIds, "z"] }, { ...b, phones: [...b.phones, "9"], municipalityIds: [...b.municipalityIds, "z"] });
    expect(more.score).toBeGreaterThanOrEqual(before.score);
    if (!before.reasons.some((reason) => ["fullName", "name", "initials"].includes(reason))) expect(before.score).toBe(0);
    // a name alone is never enough, however much of it agrees
    expect(isCandidate(compare({ ...a, phones: [], emails: [], birthDate: null }, b))).toBe(false);
  }));
});

test("остаётся запись с назначением, потом та, по которой входят, потом подтверждённая, потом старшая; при любом порядке одна и та же", () => {
  const standing = fc.record({ id: fc.uuid(), hasPosts: fc.boolean(), hasPassword: fc.boolean(), isConfirmed: fc.boolean(), createdAt: fc.date({ min: new Date(0), max: new Date(1000), noInvalidDate: true }) });
  fc.assert(fc.property(standing, standing, (a, b) => {
    fc.pre(a.id !== b.id);
    const kept = suggestSurvivor(a, b);
    expect(suggestSurvivor(b, a)).toBe(kept);
    if (a.hasPosts !== b.hasPosts) expect(kept).toBe(a.hasPosts ? a.id : b.id);
    else if (a.hasPassword !== b.hasPassword) expect(kept).toBe(a.hasPassword ? a.id : b.id);
    expect(ordered(a.id, b.id)).toEqual(ordered(b.id, a.id));
  }));
});
