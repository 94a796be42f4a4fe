import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { anonymous } from "@/access/actor";
import { initiativeStatuses } from "@/features/initiatives/rules";
import { db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { executeSql, queryRows, sql } from "@/platform/db/sql";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { factoryNow as now } from "@/testing/factories/sequence";
import { catalogueInput } from "../catalogue/schema";
import { listCatalogue, listSimilar } from "../catalogue/server/service";
import { isSearchable, searchable } from "./server/repo";
import { countedAtMost } from "./server/service";
import { countNewWords, recountWords } from "./vocabulary/server/service";

useTestDatabase();

let place: { marathonId: string; municipalityId: string; otherId: string; directionId: string };

async function put(title: string, overrides: Record<string, unknown> = {}) {
  const { marathonId, municipalityId, directionId } = place;
  return await makeInitiative(db, { marathonId, municipalityId, directionId, title, status: "inConsideration", authorId: null, essence: "Подробности известны жителям.", ...overrides });
}
const list = async (input: object) => await listCatalogue(db, anonymous, catalogueInput.parse(input), "ru", now);
const plain = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join("");
const titles = async (input: object) => (await list(input)).rows.map((row) => plain(row.title));
const hits = async (text: string) => (await list({ text })).rows.flatMap((row) => [...row.title, ...row.excerpt]).flatMap(({ text: said, hit }) => (hit ? [said] : []));

beforeAll(async () => {
  const [municipality, other] = [await makeMunicipality(db), await makeMunicipality(db)];
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id, other.id] });
  place = { marathonId: marathon.id, municipalityId: municipality.id, otherId: other.id, directionId: marathon.directions[0]!.id };
  await put("Отремонтировать мост через овраг");
  await put("Площадка для ребят во дворе", { essence: "Поставить качели, чтобы малышам было где играть." });
  await put("Тёплая остановка у районной больницы", { municipalityId: place.otherId });
  await put("Осветить дорогу к школе", { essence: "Зимой дети возвращаются затемно." });
  await put("Речной причал", { essence: "Починить настил <b>для лодок</b>, телефон 2-15-40." });
  await recountWords(now);
});

test("слова не принятых, отозванных и объединённых в словарь не попадают", async () => {
  for (const status of initiativeStatuses) await put(`Слово${status} Потаённое`, { status });
  await recountWords(now);
  const words = (await db.searchWord.findMany({ where: { word: { startsWith: "слово" } } })).map(({ word }) => word);
  for (const status of ["submitted", "withdrawn", "merged"]) expect(words).not.toContain(`слово${status}`);
  expect(words).toContain("словоinconsideration");
});

test.each([
  ["ремонт моста", "Отремонтировать мост через овраг"],
  ["детьми", "Площадка для ребят во дворе"],
  ["дворовая площадка", "Площадка для ребят во дворе"],
  ["освещение дороги", "Осветить дорогу к школе"],
  ["школьная дорога", "Осветить дорогу к школе"],
  ["река причалы", "Речной причал"],
  ["остановкка", "Тёплая остановка у районной больницы"],
  ["больинца", "Тёплая остановка у районной больницы"],
  ["отремонтеровать", "Отремонтировать мост через овраг"],
  ["jcnfyjdrf ,jkmybws", "Тёплая остановка у районной больницы"],
  ["площ", "Площадка для ребят во дворе"],
])("«%s» находит «%s» первой", async (text, title) => {
  expect((await titles({ text }))[0]).toBe(title);
});

test("описка и чужая раскладка сказаны, а то, что понято как набрано, – нет", async () => {
  expect((await list({ text: "больинцы" })).meant).toBe("больницы");
  expect((await list({ text: "jcnfyjdrf" })).meant).toBe("остановка");
  expect((await list({ text: "остановки" })).meant).toBeNull();
});

test("слово само стоит выше своего родственника", async () => {
  const early = await put("Ремонтировать насос", { essence: "Срочно." });
  await put("Отремонтированный насос передать", { essence: "Позже." });
  await recountWords(now);
  expect((await list({ text: "ремонтировать насос" })).rows[0]?.number).toBe(early.number);
});

test("отмечено всё, что найдено: и родственные слова, и исправленные; разметка в тексте остаётся текстом", async () => {
  expect(await hits("детьми двор")).toEqual(expect.arrayContaining(["ребят", "дворе"]));
  expect(await hits("остановкка")).toEqual(["остановка"]);
  const row = (await list({ text: "настил" })).rows[0]!;
  expect(plain(row.excerpt)).toContain("<b>для лодок</b>");
});

test("в кавычках – слова подряд, без кавычек – где угодно", async () => {
  await put("Фонтан большой", { essence: "Городской пруд рядом." });
  await put("Большой фонтан", { essence: "Пруд городской рядом." });
  expect(await titles({ text: "«большой фонтан»" })).toEqual(["Большой фонтан"]);
  expect(await titles({ text: "«большого фонтана»" })).toEqual(["Большой фонтан"]);
  expect((await titles({ text: "большой фонтан" })).toSorted()).toEqual(["Большой фонтан", "Фонтан большой"]);
});

test("всех слов нигде нет – показано то, где их больше, и сказано об этом", async () => {
  const found = await list({ text: "тёплая остановка вертолётная" });
  expect(plain(found.rows[0]!.title)).toBe("Тёплая остановка у районной больницы");
  expect(found.isPartial).toBe(true);
  expect((await list({ text: "тёплая остановка" })).isPartial).toBe(false);
});

test("по части номера находятся инициативы, сам номер – первым, чужие числа – нет", async () => {
  await db.initiative.update({ where: { id: (await put("Под особым номером")).id }, data: { number: 734_512 } });
  await db.initiative.update({ where: { id: (await put("Тот самый номер")).id }, data: { number: 7_345 } });
  await db.initiative.update({ where: { id: (await put("Похожие цифры")).id }, data: { number: 734_045 } });
  expect(await titles({ text: "7345" })).toEqual(["Тот самый номер", "Под особым номером"]);
  expect(await titles({ text: "№ 4512" })).toEqual(["Под особым номером"]);
});

test("фильтры сужают найденное в самом запросе", async () => {
  expect(await titles({ text: "остановка", municipalityId: place.municipalityId })).toEqual([]);
  expect(await titles({ text: "остановка", municipalityId: place.otherId, directionId: place.directionId, statuses: ["inConsideration"] })).toHaveLength(1);
  expect(await titles({ text: "остановка", statuses: ["carriedOut"] })).toEqual([]);
});

test("что отозвано секунду назад, словами не находится", async () => {
  const { id } = await put("Недолгая затея с фейерверком");
  expect(await titles({ text: "фейерверк" })).toHaveLength(1);
  await db.initiative.update({ where: { id }, data: { status: "withdrawn" } });
  expect(await titles({ text: "фейерверк" })).toEqual([]);
});

test("новые слова считаются один раз, сколько бы раз ни считали", async () => {
  await recountWords(now);
  const later = new Date(now.getTime() + 3_600_000);
  const { id } = await put("Вертодром за рекой");
  for (const minutes of [1, 2]) {
    const at = new Date(later.getTime() + minutes * 60_000);
    const eventId = `${at.getTime().toString(16).padStart(12, "0").replace(/^(.{8})/, "$1-")}-7abc-8000-00000000000${minutes}`;
    await db.initiativeEvent.create({ data: { id: eventId, initiativeId: id, kind: "accepted", visibility: "public", toStatus: "inConsideration", at } });
  }
  const soon = new Date(later.getTime() + 3_600_000);
  expect(await countNewWords(soon)).toBe(1);
  expect(await countNewWords(soon)).toBe(0);
  expect(await db.searchWord.findUnique({ where: { word: "вертодром" } })).toMatchObject({ initiatives: 1 });
  await recountWords(soon);
  expect(await db.searchWord.findUnique({ where: { word: "вертодром" } })).toMatchObject({ initiatives: 1 });
});

test("похожие узнаются и по родственным словам, и по сути", async () => {
  const similar = async (title: string, essence = "") => (await listSimilar(db, anonymous, { municipalityId: place.municipalityId, title, essence }, now)).map((one) => one.title);
  expect(await similar("Ремонт моста через овраг")).toContain("Отремонтировать мост через овраг");
  expect(await similar("Освещение у школы", "Дорога к школе тёмная, дети идут затемно.")).toContain("Осветить дорогу к школе");
  expect(await similar("Закупить компьютеры в архив")).toEqual([]);
});

test("частого слова: страницы по порядку без пропусков и повторов, посчитано до предела", async () => {
  const { marathonId, otherId, directionId } = place;
  await executeSql(db, sql`insert into "Initiative" ("id", "marathonId", "municipalityId", "directionId", "initiatorKind", "title", "essence", "expectedResult", "status", "submittedAt", "updatedAt", "supportCount")
    select gen_random_uuid(), ${marathonId}::uuid, ${otherId}::uuid, ${directionId}::uuid, 'other', 'Обычное дело', 'Обычное дело', '', 'inConsideration', ${now}, ${now}, g % 7 from generate_series(1, ${countedAtMost + 3_000}) g`);
  await recountWords(now);
  expect((await list({ text: "обычное" })).found).toEqual({ count: countedAtMost, isMore: true });
  for (const sort of ["relevant", "newest", "supported"] as const) {
    const seen: number[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const found: Awaited<ReturnType<typeof list>> = await list({ text: "обычное", sort, limit: 30, cursor });
      seen.push(...found.rows.map(({ number }) => number));
      cursor = found.next;
    }
    expect(new Set(seen).size).toBe(120);
    if (sort === "newest") expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  }
  await expect(list({ text: "обычное", sort: "newest", cursor: (await list({ text: "обычное" })).next })).rejects.toMatchObject({ code: "list.badCursor" });
  expect(await titles({ text: "причал" })).toEqual(["Речной причал"]);
});

test("поиск идёт по своему указателю: условие и выражение те же, что у него", async () => {
  const plan = await transaction(async (tx) => {
    await executeSql(tx, sql`set local enable_seqscan = off`);
    return await queryRows(tx, z.record(z.string(), z.unknown()), sql`explain select i."id" from "Initiative" i where ${isSearchable} and ${searchable} @@ '''причал'' & ''#nothing'''::tsquery`);
  });
  expect(JSON.stringify(plan)).toContain("Initiative_public_search");
});
