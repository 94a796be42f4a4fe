import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { registerAtDesk } from "@/features/people/desk/server/service";
import { deskRegisterInput } from "@/features/people/desk/schema";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { writeXlsx } from "@/platform/tables/xlsx";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import { takeSheetInput } from "../schema";
import { takeSheet } from "../server/service";
import { freshRows, rowsToSend, type Choices } from "./ui/chosen";
import { readTable, sampleTable } from "./server/service";
import type { ReadTable } from "./schema";

useTestDatabase();

const world = {} as { schoolId: string; foreignSchoolId: string; direction: string; documentId: string; municipalityId: string; marathonId: string; postId: string };
let coordinator: Actor;
let colleague: Actor;
const signedIn = async (personId: string): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, now);
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const asker = (actor: Actor) => ({ db, actor, now, locale: "ru" as const, addressHash: "x", visitor: { tokenHash: null, ensureTokenHash: () => "v", forget: () => undefined } });

const header = ["Дата на листе", "Кто написал", "Телефон", "Что предлагает", "В чём дело", "Что должно получиться", "Где это", "Направление", "Кто автор"];
const line = (name: string, phone: string, title: string, overrides: Readonly<Record<number, string>> = {}) =>
  ["2026-03-09", name, phone, title, "По вечерам на дорожке темно, дети идут по проезжей части.", "Фонари горят вдоль всей дорожки.", "улица Мира", world.direction, "родитель"].map((cell, at) => overrides[at] ?? cell);
const tableOf = async (...rows: readonly (readonly string[])[]) => await writeXlsx([{ name: "Листы", columns: header.map((text, at) => ({ header: text, kind: at === 0 ? ("date" as const) : ("text" as const) })), rows }]);
const read = async (file: Uint8Array, actor = coordinator, unitId = world.schoolId) => await readTable(asker(actor), file, unitId);

/** What the page does once it was confirmed. */
async function confirm(table: ReadTable, choices: Choices = {}, actor = coordinator): Promise<void> {
  const stack = { atUnitId: world.schoolId, takenOn: "2026-03-10", paperCase: "дело № 4-М", scan: null, signed: true, worksHere: true };
  for (const { sheet, personId, registration } of rowsToSend(freshRows(table.rows), choices, stack, world.documentId)) {
    const registered = personId === null ? await registerAtDesk(asker(actor), deskRegisterInput.parse(registration)) : null;
    if (registered?.ok === false) throw new Error("double");
    await takeSheet(actor, takeSheetInput.parse({ ...sheet, personId: personId ?? registered?.personId }), now);
  }
}

beforeAll(async () => {
  const municipality = await makeMunicipality(db, { timeZone: "Europe/Kirov" });
  const { id: marathonId, directions } = await makeMarathon(db, { municipalityIds: [municipality.id] });
  await makeBody(db, { marathonId, municipalityId: municipality.id, directionIds: [directions[0]?.id ?? ""] });
  const [school, foreign] = [await makeOrganisation(db, { parentId: municipality.id }), await makeOrganisation(db, { parentId: municipality.id })];
  const [staff, other] = [await makePerson(db), await makePerson(db)];
  const post = await makeAppointment(db, { personId: staff.id, role: "coordinator", unitId: school.id });
  await makeAppointment(db, { personId: other.id, role: "executor", unitId: school.id });
  const direction = (await db.direction.findUniqueOrThrow({ where: { id: directions[0]?.id ?? "" } })).name;
  Object.assign(world, { schoolId: school.id, foreignSchoolId: foreign.id, direction, documentId: (await makeConsentDocument(db, "processing")).id, municipalityId: municipality.id, marathonId, postId: post.id });
  [coordinator, colleague] = [await signedIn(staff.id), await signedIn(other.id)];
});

test("таблицу читает только тот, кто записывает людей в этой организации", async () => {
  const file = await tableOf(line("Новикова Ольга", "", "Осветить дорожку у школы"));
  const stranger = await signedIn((await makePerson(db)).id);
  expect(await code(read(file, stranger))).toMatch(/^request\.(?:notFound|forbidden)$/);
  expect(await code(read(file, coordinator, world.foreignSchoolId))).toMatch(/^request\.(?:notFound|forbidden)$/);
  expect(await code(read(file, coordinator, newId()))).toBe("request.notFound");
  expect(await code(sampleTable(asker(stranger), world.schoolId))).toMatch(/^request\.(?:notFound|forbidden)$/);
});

test("чужой, пустой и испорченный файл – отказ словом, ничего не записано", async () => {
  expect(await code(read(new Uint8Array()))).toBe("file.empty");
  expect(await code(read(Buffer.from("%PDF-1.7")))).toBe("import.notTable");
  expect(await code(read(Buffer.from("Регион;Код ОКТМО\nКировская;33602000")))).toBe("import.noSheets");
  expect(await code(read(await tableOf()))).toBe("import.noRows");
  expect(await code(read((await tableOf(line("Новикова Ольга", "", "Осветить дорожку у школы"))).subarray(0, 900)))).toMatch(/^(?:file\.damaged|import\.notTable)$/);
  const many = Buffer.from([header.join(";"), ...Array.from({ length: 501 }, (_, at) => line("Новикова Ольга", "", `Осветить дорожку номер ${at}`).join(";"))].join("\n"));
  expect(await code(read(many))).toBe("import.tooManyRows");
  expect(await db.initiative.count()).toBe(0);
});

test("каждое замечание у своей ячейки; от предпросмотра в базе ничего не меняется", async () => {
  const before = await db.person.count();
  const { rows } = await read(await tableOf(line("Новикова Ольга", "", "Осветить дорожку у школы"), line("Новикова", "12", "Свет", { 7: "Космос" }), line("Новикова Ольга", "", "Осветить дорожку у школы")));
  expect(rows.map(({ row, problems, sheet }) => [row, problems.map(({ field, heading, key }) => `${field} · ${heading} · ${key}`), sheet !== null])).toEqual([
    [2, [], true],
    [3, ["fullName · Кто написал · fullName", "phone · Телефон · field.phone", "title · Что предлагает · field.tooShort", "direction · Направление · unknownWord"], false],
    [4, ["title · Что предлагает · repeated"], false],
  ]);
  expect([await db.person.count(), await db.initiative.count(), await db.initiativeDraft.count()]).toEqual([before, 0, 0]);
});

test("та же таблица второй раз и десять раз сразу ничего не добавляет; автор двух строк – один человек", async () => {
  const file = await tableOf(line("Листова Мария", "89123450001", "Осветить дорожку у школы"), line("Листова Мария", "89123450001", "Поставить скамейку у школы"), line("Листов Пётр", "", "Починить крыльцо в школе"));
  const first = await read(file);
  expect(first.rows.map(({ sheet }) => sheet?.sameAs)).toEqual([null, 2, null]);
  await confirm(first, { 3: "row:2" });
  expect(await db.initiative.count()).toBe(3);
  expect(await db.initiative.groupBy({ by: ["authorId"] })).toHaveLength(2);
  const [made] = await db.initiative.findMany({ where: { title: "Осветить дорожку у школы" } });
  expect(made).toMatchObject({ takenAt: new Date("2026-03-08T21:00:00Z"), helperId: coordinator.personId });

  await Promise.all(Array.from({ length: 10 }, async () => await confirm(first, { 3: "row:2" })));
  const again = await read(file);
  expect(again.rows.map(({ sheet }) => sheet?.taken?.publicNumber)).toEqual(first.rows.map(() => expect.stringMatching(/^\S+-\d+$/)));
  await confirm(again);
  expect([await db.initiative.count(), await db.initiativeDraft.count()]).toEqual([3, 0]);

  // a colleague with the same file learns that it is there, without the number, and enters nothing twice
  const seen = await read(file, colleague);
  expect(seen.rows.map(({ sheet }) => sheet?.taken)).toEqual(first.rows.map(() => ({ publicNumber: null })));
  const [row] = rowsToSend(freshRows(first.rows), {}, { atUnitId: world.schoolId, takenOn: "2026-03-10", paperCase: "дело", scan: null, signed: true, worksHere: true }, world.documentId);
  const theirs = await registerAtDesk(asker(colleague), deskRegisterInput.parse({ ...row?.registration, key: newId(), isAnother: true }));
  expect(await code(takeSheet(colleague, takeSheetInput.parse({ ...row?.sheet, personId: theirs.ok ? theirs.personId : "" }), now))).toBe("initiative.sheetTaken");
  expect(await db.initiative.count()).toBe(3);
});

test("знакомый предлагается тому, кто его записал; другому о нём не говорится ничего, кроме того, что такой есть", async () => {
  const file = await tableOf(line("Листова Мария", "89123450001", "Покрасить забор у школы"));
  const [own] = (await read(file)).rows;
  expect(own?.sheet?.known[0]).toMatchObject({ name: "Листова Мария", phone: "+79123450001" });
  const [foreign] = (await read(await tableOf(line("Листова Мария", "89123450001", "Покрасить ворота у школы")), await signedIn((await other()).id))).rows;
  expect(foreign?.sheet).toMatchObject({ known: [], isKnownToOthers: true });
  await confirm(await read(file), { 2: `person:${own?.sheet?.known[0]?.id ?? ""}` });
  expect(await db.initiative.findFirst({ where: { title: "Покрасить забор у школы" }, select: { authorId: true } })).toEqual({ authorId: own?.sheet?.known[0]?.id });
});

async function other() {
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role: "coordinator", unitId: world.schoolId });
  return person;
}

test("образец читается обратно: его столбцы узнаются, слова из него подходят", async () => {
  const { tables } = await sampleTable(asker(coordinator), world.schoolId);
  const [sheets, , words] = tables;
  const [direction, kind] = words?.rows[0] ?? [];
  const file = await writeXlsx([{ name: sheets?.name ?? "", columns: sheets?.columns ?? [], rows: [["2026-03-09", "Образцов Иван", "", "Осветить дорожку у школы", "По вечерам на дорожке темно, дети идут по проезжей части.", "Фонари горят вдоль всей дорожки.", "", direction ?? "", kind ?? ""]] }, ...tables.slice(1)]);
  expect((await read(file)).rows).toMatchObject([{ problems: [], sheet: { familyName: "Образцов" } }]);
});

test("кончилось назначение – таблица не читается", async () => {
  await db.appointment.update({ where: { id: world.postId }, data: { endsAt: new Date(now.getTime() - 1) } });
  expect(await code(read(await tableOf(line("Новикова Ольга", "", "Осветить дорожку у школы")), await signedIn(coordinator.personId ?? "")))).toBe("request.notFound");
});
