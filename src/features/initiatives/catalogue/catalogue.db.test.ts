import { beforeAll, expect, test } from "vitest";
import { anonymous } from "@/access/actor";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { db } from "@/platform/db/client";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { factoryNow as now } from "@/testing/factories/sequence";
import { initiativeStatuses } from "../lifecycle";
import { catalogueInput } from "./schema";
import { listCatalogue, listSimilar } from "./server/service";

useTestDatabase();

let place: { marathonId: string; slug: string; municipalityId: string; otherId: string; directionId: string };
const shift = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

async function put(title: string, overrides: Record<string, unknown> = {}) {
  const { marathonId, municipalityId, directionId } = place;
  return await makeInitiative(db, { marathonId, municipalityId, directionId, title, status: "inConsideration", authorId: null, essence: "Подробности известны жителям.", ...overrides });
}

const list = async (input: object) => await listCatalogue(db, anonymous, catalogueInput.parse(input), "ru", now);
const titles = async (input: object) => (await list(input)).rows.map((row) => row.title.map(({ text }) => text).join(""));
const hits = async (input: object) => (await list(input)).rows.flatMap((row) => [...row.title, ...row.excerpt]).flatMap(({ text, hit }) => (hit ? [text] : []));

beforeAll(async () => {
  const [municipality, other] = [await makeMunicipality(db), await makeMunicipality(db)];
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id, other.id] });
  place = { marathonId: marathon.id, slug: marathon.slug, municipalityId: municipality.id, otherId: other.id, directionId: marathon.directions[0]!.id };
  await put("Тёплая остановка у районной больницы", { submittedAt: shift(1) });
  await put("Расчистить берег Вятки", { submittedAt: shift(2), municipalityId: place.otherId, supportCount: 7 });
  await put("Ремонтировать школьный стадион", { submittedAt: shift(3), essence: "Дорожки разбиты, <b>тренироваться</b> негде.", supportCount: 3 });
});

test("не принятое, отозванное и объединённое в каталоге не находится ни списком, ни словом, ни номером", async () => {
  for (const status of initiativeStatuses) {
    const { number } = await put(`Секретный подвал ${status}`, { status, submittedAt: shift(100) });
    const isPublic = (publicInitiativeStatuses as readonly string[]).includes(status);
    expect((await list({ text: String(number) })).rows).toHaveLength(isPublic ? 1 : 0);
  }
  const shown = [...(await titles({ text: "секретный", limit: 50 })), ...(await titles({ limit: 50 }))];
  for (const status of ["submitted", "withdrawn", "merged"]) expect(shown).not.toContain(`Секретный подвал ${status}`);
});

test("чужой указатель продолжения не принимается", async () => {
  await expect(list({ cursor: "bm90LWEtY3Vyc29y" })).rejects.toMatchObject({ code: "list.badCursor" });
});

test("знаки языка запросов и кавычки в строке поиска ничего не ломают", async () => {
  for (const text of ["'); drop table \"Initiative\"; --", "остановка & | ! <-> :*", "%%%___", "\\", "'''"]) await list({ text });
  expect(await titles({ text: "остановка & | !" })).toEqual(["Тёплая остановка у районной больницы"]);
});

test.each([
  ["остановки больница", "Тёплая остановка у районной больницы"],
  ["ТЕПЛАЯ остановка", "Тёплая остановка у районной больницы"],
  ["тёплую", "Тёплая остановка у районной больницы"],
  ["ремонт", "Ремонтировать школьный стадион"],
  ["стади", "Ремонтировать школьный стадион"],
  ["дорожка", "Ремонтировать школьный стадион"],
])("поиск понимает формы слов, ё и е, начало слова: «%s»", async (text, title) => {
  expect(await titles({ text })).toEqual([title]);
});

test("набранное в английской раскладке находится, и сказано, что искали", async () => {
  expect(await list({ text: "jcnfyjdrf" })).toMatchObject({ meant: "остановка", rows: [{ status: "inConsideration" }] });
  expect((await list({ text: "остановка" })).meant).toBeNull();
});

test("по номеру находится сама инициатива", async () => {
  const { number } = await put("С особым номером", { submittedAt: shift(200) });
  expect(await titles({ text: `${place.slug}-${number}` })).toEqual(["С особым номером"]);
  expect((await list({ text: `№ ${number}` })).rows[0]).toMatchObject({ number, publicNumber: `${place.slug}-${number}` });
});

test("найденное отмечено в названии и в отрывке, а разметка в тексте остаётся текстом", async () => {
  expect(await hits({ text: "стадион" })).toEqual(["стадион"]);
  expect(await hits({ text: "тренироваться" })).toEqual(["тренироваться"]);
});

test("фильтры и порядок складываются", async () => {
  expect(await titles({ municipalityId: place.otherId })).toEqual(["Расчистить берег Вятки"]);
  expect((await titles({ sort: "supported" })).slice(0, 2)).toEqual(["Расчистить берег Вятки", "Ремонтировать школьный стадион"]);
  expect(await titles({ municipalityId: place.otherId, statuses: ["carriedOut"] })).toEqual([]);
});

test.each(["newest", "supported"] as const)("страницы идут подряд без пропусков и повторов: %s", async (sort) => {
  const all = await titles({ sort, limit: 50 });
  const walked: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list({ sort, limit: 3, cursor });
    walked.push(...page.rows.map((row) => row.title.map(({ text }) => text).join("")));
    cursor = page.next;
  }
  expect(walked).toEqual(all);
});

test("похожие: того же муниципалитета, с теми же словами, не больше трёх", async () => {
  const similar = async (title: string, municipalityId = place.municipalityId) => (await listSimilar(db, anonymous, { municipalityId, title }, now)).map((row) => row.title);
  expect(await similar("Остановка возле больницы")).toEqual(["Тёплая остановка у районной больницы"]);
  expect(await similar("Остановка возле больницы", place.otherId)).toEqual([]);
  expect(await similar("на и в")).toEqual([]);
  expect(await similar("Секретный подвал")).toHaveLength(3);
});

test.each(["newest", "supported"] as const)("несколько состояний сразу, порядок %s: каждая строка один раз, на любой странице, в общем порядке", async (sort) => {
  const statuses = ["carriedOut", "nominated", "notSupported"] as const;
  const made = await Promise.all(Array.from({ length: 17 }, async (_, index) => {
    const [status, supportCount] = [statuses[index % 3]!, (index * 7) % 5];
    return await put(`Из многих ${index}`, { status, supportCount, submittedAt: shift(1_000 + ((index * 5) % 17)), directionId: place.directionId });
  }));
  const numbers = new Set(made.map(({ number }) => number));
  const seen: { number: number; submittedAt: Date; supportCount: number }[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({ statuses: [...statuses, "nominated"], sort, limit: 4, cursor });
    seen.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  expect(new Set(seen.map(({ number }) => number)).size).toBe(seen.length);
  expect(seen.filter(({ number }) => numbers.has(number))).toHaveLength(17);
  const keyOf = (row: (typeof seen)[number]) => (sort === "newest" ? row.submittedAt.getTime() : row.supportCount);
  expect(seen.map(keyOf)).toEqual(seen.map(keyOf).toSorted((a, b) => b - a));
});

test("похожее находится и по сути, с началом ответа и состоянием", async () => {
  const answer = `Поставим в мае. ${"Подробности на странице. ".repeat(20)}`;
  await put("Навес у поликлиники", { status: "includedInProgramme", answer, essence: "Пенсионеры ждут автобуса под дождём, скамейки и крыши на конечной нет." });
  const similar = async (essence: string) => await listSimilar(db, anonymous, { municipalityId: place.municipalityId, title: "Удобство для пожилых", essence }, now);
  expect(await similar("")).toEqual([]);
  expect(await similar("Пенсионеры ждут автобуса под дождём: на конечной нет скамейки и крыши.")).toMatchObject([{ title: "Навес у поликлиники", status: "includedInProgramme", answer: answer.slice(0, 200) }]);
});
