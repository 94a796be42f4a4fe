import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { clock } from "@/platform/clock";
import { db, pool } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { replaceOnce } from "@/platform/once";
import { readEnv } from "@/platform/env";
import { runJob, startJobs, stopJobs } from "@/platform/jobs";
import { writeCsv } from "@/platform/tables/csv";
import { writeXlsx } from "@/platform/tables/xlsx";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeCountry, makeMunicipality, makeOrganisation, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import type { DirectoryImport } from "./schema";
import { exportDirectory } from "./server/exporting";
import { tellBrokenOff } from "./server/running";
import { confirm, decide, discard, openDirectory, readImport, upload } from "./server/service";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
/** One clock for who asks and for the jobs: each look at it is a little later. */
let ticks = 0;
const time = () => new Date(now.getTime() + (ticks += 1));
const asking = (actor: Actor) => ({ actor, db, visitor: visitorOf("v".repeat(43), null), get now() { return time(); } });
type Asker = ReturnType<typeof asking>;
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const bytes = (...lines: readonly string[]) => new TextEncoder().encode(lines.join("\n"));

const world = {} as { regionId: string; homeId: string; otherId: string; schoolId: string };
let administrator: Asker;
let responsible: Asker;
let restoreClock: () => void;

async function asker(role: Role, unitId: string): Promise<Asker> {
  const person = await makePerson(db, { familyName: "Работникова" });
  await makeAppointment(db, { personId: person.id, role, unitId });
  return asking(await loadActor({ personId: person.id, sessionVersion: 1 }, now));
}

beforeAll(async () => {
  const region = await makeRegion(db, { name: "Ставропольский край" });
  const home = await makeMunicipality(db, { parentId: region.id, name: "Александровский муниципальный округ", oktmo: "07502000", municipalityKind: "municipalOkrug" });
  const other = await makeMunicipality(db, { parentId: region.id, name: "Апанасенковский муниципальный округ", oktmo: "07505000", municipalityKind: "municipalOkrug" });
  const school = await makeOrganisation(db, { parentId: home.id, name: "Школа № 1" });
  await makeMarathon(db, { municipalityIds: [home.id] });
  Object.assign(world, { regionId: region.id, homeId: home.id, otherId: other.id, schoolId: school.id });
  administrator = await asker("administrator", (await makeCountry(db)).id);
  responsible = await asker("responsiblePerson", home.id);
  const { connectionString } = (pool as unknown as { options: { connectionString: string } }).options;
  restoreClock = clock.set(time);
  replaceOnce("env", readEnv({ DATABASE_URL: connectionString, NEXTAUTH_SECRET: "0123456789012345678901234567890123456789", PUBLIC_URL: "http://localhost:3000", LOG_LEVEL: "silent" }));
  await startJobs();
});
afterAll(async () => {
  await stopJobs();
  restoreClock();
});

/** The job is done here at once; the queue's own turn finds it done. One test waits for the queue. */
async function settled(who: Asker, importId: string, isHurried = true): Promise<DirectoryImport> {
  if (isHurried) for (const name of ["directory.look", "directory.write"]) await runJob(name, { importId });
  return await vi.waitFor(async () => {
    const found = await readImport(who, importId);
    if (found.state === "looking" || found.state === "writing") throw new Error(found.state);
    return found;
  }, { timeout: 30_000, interval: 50 });
}
async function look(who: Asker, file: Uint8Array, municipalityId: string | null = null): Promise<DirectoryImport> {
  const { importId } = await upload(who, file, { municipalityId, regionId: null, fileName: "справочник.csv" });
  return await settled(who, importId);
}
async function take(who: Asker, seen: DirectoryImport): Promise<DirectoryImport> {
  await confirm(who, { importId: seen.id, hash: seen.hash ?? "", key: newId() });
  return await settled(who, seen.id);
}
const problemsOf = (seen: DirectoryImport) => seen.preview?.problems.map(({ row, field, key }) => [row, field, key]);
const schools = async (municipalityId = world.homeId) => (await db.unit.findMany({ where: { municipalityId, kind: "organisation" }, orderBy: { name: "asc" }, select: { name: true, address: true } }));

const heads = "Регион;Код ОКТМО;Контрольное число;Название;Население";

test("файл, который начали смотреть, дочитывает очередь заданий", async () => {
  const { importId } = await upload(responsible, bytes("Организация;Адрес", "Дом спорта;"), { municipalityId: world.homeId, regionId: null, fileName: "a.csv" });
  expect((await settled(responsible, importId, false)).preview?.counts.organisations).toMatchObject({ new: 1 });
  await discard(responsible, { importId, key: newId() });
});

test("об оборвавшейся загрузке сказано тому, кто её начал, и после возвращения; её можно посмотреть снова, остановить или забыть", async () => {
  const file = bytes("Организация;Адрес", "Дом спорта;");
  const { importId } = await upload(responsible, file, { municipalityId: world.homeId, regionId: null, fileName: "a.csv" });
  await tellBrokenOff(importId, time());
  expect(await readImport(responsible, importId)).toMatchObject({ state: "failed", isSilent: false, problem: { code: "import.brokenOff" } });
  expect(await openDirectory(responsible, world.homeId)).toMatchObject({ openImportId: importId });
  await decide(responsible, { importId, decisions: { all: false, repairs: [] }, key: newId() });
  expect(await readImport({ ...asking(responsible.actor), now: new Date(now.getTime() + 60_000) }, importId)).toMatchObject({ state: "looking", isSilent: true });
  const seen = await settled(responsible, importId);
  await confirm(responsible, { importId, hash: seen.hash ?? "", key: newId() });
  await discard(responsible, { importId, key: newId() });
  await runJob("directory.write", { importId });
  await tellBrokenOff(importId, time());
  expect(await code(readImport(responsible, importId))).toBe("request.notFound");
  expect((await schools()).map(({ name }) => name)).toEqual(["Школа № 1"]);
});

test("загружать могут администратор везде и ответственный у себя; чужую загрузку никто не находит", async () => {
  const file = bytes("Организация;Адрес", "Школа № 2;ул. Мира, 1");
  const wish = { regionId: null, fileName: "a.csv" };
  const [coordinator, council, head] = [await asker("coordinator", world.schoolId), await asker("councilStaff", world.regionId), await asker("head", world.otherId)];
  expect(await code(upload(asking({ personId: null, posts: [] }), file, { ...wish, municipalityId: world.homeId }))).toBe("request.notSignedIn");
  expect(await code(upload(council, file, { ...wish, municipalityId: world.homeId }))).toBe("request.notFound");
  expect(await code(upload(coordinator, file, { ...wish, municipalityId: world.homeId }))).toBe("request.forbidden");
  expect(await code(upload(head, file, { ...wish, municipalityId: world.homeId }))).toBe("request.notFound");
  expect(await code(upload(responsible, file, { ...wish, municipalityId: null }))).toBe("request.notFound");
  const seen = await look(responsible, file, world.homeId);
  const own = () => ({ importId: seen.id, key: newId() });
  for (const act of [async () => await readImport(administrator, seen.id), async () => await confirm(administrator, { ...own(), hash: seen.hash ?? "" }), async () => await discard(head, own()), async () => await decide(head, { ...own(), decisions: { all: true, repairs: [] } })]) expect(await code(act())).toBe("request.notFound");
  expect(await openDirectory(responsible, world.homeId)).toEqual({ regions: [], openImportId: seen.id });
  await discard(responsible, { importId: seen.id, key: newId() });
  expect(await openDirectory(responsible, world.homeId)).toMatchObject({ openImportId: null });
});

test("ответственный не загрузит ни муниципалитет, ни организацию соседнего, ни роль, которую не назначает", async () => {
  const municipal = await look(responsible, bytes("Код ОКТМО;Название", "07507000;Арзгирский муниципальный округ"), world.homeId);
  expect(problemsOf(municipal)).toEqual([[2, "name", "notYours"]]);
  const foreign = await look(responsible, bytes("Муниципалитет;Код ОКТМО;Организация", "Апанасенковский округ;;Школа", ";07505000;Больница"), world.homeId);
  expect(problemsOf(foreign)).toEqual([[2, "municipality", "otherMunicipality"], [3, "code", "otherMunicipality"]]);
  const roles = await look(responsible, bytes("Роль;ФИО;Почта;Организация", "глава;Иванов Иван;a@example.org;", "администратор;Иванов Иван;b@example.org;", "координатор;Иванов Иван;c@example.org;Школа № 404"), world.homeId);
  expect(problemsOf(roles)).toEqual([[2, "role", "roleNotYours"], [3, "role", "roleOneByOne"], [4, "place", "seatUnknown"]]);
  expect(await code(confirm(responsible, { importId: roles.id, hash: roles.hash ?? "", key: newId() }))).toBe("import.hasErrors");
});

test("право, отнятое после предпросмотра, не даёт записать", async () => {
  const who = await asker("responsiblePerson", world.homeId);
  const seen = await look(who, bytes("Организация;Адрес", "Школа № 3;ул. Мира, 3"), world.homeId);
  await db.appointment.updateMany({ where: { personId: who.actor.personId ?? "" }, data: { endsAt: new Date("2026-03-01T00:00:00Z") } });
  const after = asking(await loadActor({ personId: who.actor.personId ?? "", sessionVersion: 1 }, now));
  expect(await code(confirm(after, { importId: seen.id, hash: seen.hash ?? "", key: newId() }))).toBe("request.notFound");
  expect((await schools()).map(({ name }) => name)).toEqual(["Школа № 1"]);
});

test("у каждого негодного места названа ячейка, и ничего не записано, пока есть хоть одно", async () => {
  const before = await db.unit.count();
  const seen = await look(administrator, bytes(
    "Справочник;;;;", heads,
    "Ставропольский край;07507000;9;Арзгирский муниципальный округ;25 295", "Нарния;07508000;;Далёкий округ;", "Ставропольский край;07512000;1;Будённовский муниципальный округ;", ";07517000;;Грачёвский муниципальный округ;",
    "Ставропольский край;33602000;;Арбажский район;", "Ставропольский край;07528000;;;много", "Ставропольский край;07507000;9;Арзгирский округ ещё раз;", "Ставропольский край;07599000;;Александровский муниципальный округ;", "* данные 2016 года;;;;",
  ));
  expect(problemsOf(seen)).toEqual([
    [4, "region", "regionUnknown"], [5, "code", "codeCheckDigit"], [6, "region", "required"], [7, "code", "codeOtherRegion"], [8, "name", "required"], [8, "population", "field.number"], [9, "code", "repeated"], [10, "name", "sameNameOtherCode"],
  ]);
  expect(seen.preview).toMatchObject({ counts: { municipalities: { new: 1, changed: 0, same: 0, problem: 7 } }, skippedCount: 1, skipped: [{ row: 11 }] });
  expect(seen.preview?.problems[1]).toMatchObject({ sheet: "", heading: "Код ОКТМО", value: "07512000", params: { expected: 7 } });
  expect(await code(confirm(administrator, { importId: seen.id, hash: seen.hash ?? "", key: newId() }))).toBe("import.hasErrors");
  expect(await db.unit.count()).toBe(before);
});

test("потерянный ноль предлагается вернуть; согласившись, можно записать, а второй раз тот же файл ничего не меняет", async () => {
  const file = bytes(heads, "Ставропольский край;7507000;9;Арзгирский муниципальный округ;25295", "Ставропольский край;7 502 000;6;Александровский муниципальный округ;", "Ставропольский край;;;Апанасенковский округ;");
  const seen = await look(administrator, file);
  expect(seen.preview?.problems.map(({ key, repair }) => [key, repair])).toEqual([["codeRepair", "07507000"], ["codeRepair", "07502000"], ["codeRepair", "07505000"]]);
  await decide(administrator, { importId: seen.id, decisions: { all: false, repairs: ["7507000→07507000"] }, key: newId() });
  expect((await settled(administrator, seen.id)).preview?.counts.municipalities).toMatchObject({ new: 1, problem: 2 });
  await decide(administrator, { importId: seen.id, decisions: { all: true, repairs: [] }, key: newId() });
  const repaired = await settled(administrator, seen.id);
  expect(repaired.preview).toMatchObject({ repaired: 3, counts: { municipalities: { new: 1, changed: 1, same: 1, problem: 0 } } });
  expect(await code(confirm(administrator, { importId: seen.id, hash: seen.hash ?? "", key: newId() }))).toBe("import.changedMeanwhile");
  expect(await take(administrator, repaired)).toMatchObject({ state: "done" });
  const made = await db.unit.findFirstOrThrow({ where: { oktmo: "07507000" }, include: { versions: true, participations: true } });
  expect(made).toMatchObject({ name: "Арзгирский муниципальный округ", shortName: "Арзгирский муниципальный округ", population: 25295, regionId: world.regionId, municipalityId: made.id, oktmoCheckDigit: "9", timeZone: "Europe/Kirov", municipalityKind: "municipalOkrug" });
  expect([made.path.at(-1), made.versions.length, made.participations.length]).toEqual([made.id, 1, 1]);
  expect((await db.unitVersion.findMany({ where: { unitId: world.otherId } })).map(({ name }) => name)).toEqual(["Апанасенковский округ"]);
  expect(await db.directoryImport.findUniqueOrThrow({ where: { id: seen.id } })).toMatchObject({ file: null });
  const again = await look(administrator, bytes(heads, "Ставропольский край;07507000;9;Арзгирский муниципальный округ;25295", "Ставропольский край;07502000;6;Александровский муниципальный округ;", "Ставропольский край;07505000;;Апанасенковский округ;"));
  expect(again.preview?.counts.municipalities).toEqual({ new: 0, changed: 0, same: 3, problem: 0 });
});

test("записывается то, что показано, или ничего: второй из двух узнаёт о первом", async () => {
  const file = bytes("Организация;Адрес", "Школа № 7;ул. Мира, 7", "Школа № 8;ул. Мира, 8");
  const [first, second] = [await look(responsible, file, world.homeId), await look(administrator, bytes("Код ОКТМО;Организация;Адрес", "07502000;Школа № 8;ул. Мира, 8", "07505000;Дом культуры;"))];
  expect(second.preview?.counts.organisations).toMatchObject({ new: 2, problem: 0 });
  expect(await take(responsible, first)).toMatchObject({ state: "done" });
  expect(await readImport(administrator, second.id)).toMatchObject({ state: "looked", changedSince: true });
  expect(await take(administrator, second)).toMatchObject({ state: "failed", problem: { code: "import.changedMeanwhile" } });
  expect(await schools(world.otherId)).toEqual([]);
  await decide(administrator, { importId: second.id, decisions: { all: false, repairs: [] }, key: newId() });
  const fresh = await settled(administrator, second.id);
  expect(fresh.preview?.counts.organisations).toMatchObject({ new: 1, same: 1 });
  await take(administrator, fresh);
  expect((await schools(world.otherId)).map(({ name }) => name)).toEqual(["Дом культуры"]);
});

test("паспорт муниципалитета читается из столбцов, пояс – словами или по имени; переименование без нового падежа прежний забывает", async () => {
  const file = (name: string, ...rest: string[]) => bytes("Регион;Код ОКТМО;Название;Название в родительном падеже;Должность главы;Часовой пояс", ["Ставропольский край", "07505000", name, ...rest].join(";"));
  const stored = async () => await db.unit.findUniqueOrThrow({ where: { id: world.otherId }, select: { name: true, nameGenitive: true, headTitle: true, timeZone: true } });
  const name = "Апанасенковский муниципальный округ";
  expect(problemsOf(await look(administrator, file(name, "", "", "МСК+27")))).toEqual([[2, "timeZone", "unknownWord"]]);
  await take(administrator, await look(administrator, file(name, "Апанасенковского муниципального округа", "глава округа", "Омск")));
  expect(await stored()).toEqual({ name, nameGenitive: "Апанасенковского муниципального округа", headTitle: "глава округа", timeZone: "Asia/Omsk" });
  expect((await look(administrator, file(name, "", "глава округа", "Омск, МСК+3"))).preview?.counts.municipalities).toMatchObject({ same: 1 });
  await take(administrator, await look(administrator, file("Апанасенковский округ", "", "", "Asia/Sakhalin")));
  expect(await stored()).toEqual({ name: "Апанасенковский округ", nameGenitive: null, headTitle: "глава округа", timeZone: "Asia/Sakhalin" });
  await take(administrator, await look(administrator, file(name, "", "", "Киров")));
});

test("люди назначаются приглашением после подтверждения; сколько писем уйдёт, сказано заранее", async () => {
  const file = bytes("Организация;Адрес", "Библиотека;ул. Книжная, 1");
  await take(responsible, await look(responsible, file, world.homeId));
  const people = bytes(
    "Роль;Организация;ФИО;Электронная почта;Вид документа;Номер документа;Дата документа",
    "Координатор;Библиотека;Новикова Ольга Петровна;O.Novikova@Example.org;приказ;12;15.02.2026", "координатор;Школа № 1;Петров Пётр;petrov@example.org;;;", "исполнитель;Школа № 1;Петров Пётр;petrov@example.org;;;",
  );
  const seen = await look(responsible, people, world.homeId);
  expect([problemsOf(seen), seen.preview?.letters]).toEqual([[], 3]);
  expect([await db.email.count(), await db.contact.count({ where: { value: "petrov@example.org" } })]).toEqual([0, 0]);
  expect(await take(responsible, seen)).toMatchObject({ state: "done" });
  expect(await db.email.count()).toBe(3);
  expect(await db.appointment.findMany({ where: { person: { contacts: { some: { value: "o.novikova@example.org" } } } } })).toMatchObject([{ role: "coordinator", actKind: "order", actNumber: "12", municipalityId: world.homeId }]);
  const again = await look(responsible, people, world.homeId);
  expect(again.preview).toMatchObject({ letters: 0, counts: { people: { new: 0, changed: 0, same: 3, problem: 0 } } });
  const stranger = await look(responsible, bytes("Роль;Организация;ФИО;Почта", "координатор;Школа № 1;Чужой Человек;petrov@example.org"), world.homeId);
  expect(problemsOf(stranger)).toEqual([[2, "email", "appointment.personDiffers"]]);
});

test("люди назначаются и в организацию, которую заводит та же книга", async () => {
  const columns = (...headers: string[]) => headers.map((header) => ({ header, kind: "text" as const }));
  const tables = [
    { name: "Организации", columns: columns("Организация", "Адрес"), rows: [["Дом культуры", "ул. Мира, 1"]] },
    { name: "Люди", columns: columns("Роль", "Организация", "ФИО", "Почта"), rows: [["координатор", "Дом культуры", "Новикова Анна", "a.novikova@example.org"]] },
  ];
  const seen = await look(responsible, new Uint8Array(await writeXlsx(tables)), world.homeId);
  expect(problemsOf(seen)).toEqual([]);
  expect(await take(responsible, seen)).toMatchObject({ state: "done", problem: null });
  expect(await db.appointment.count({ where: { unit: { name: "Дом культуры" }, role: "coordinator" } })).toBe(1);
});

test("выгруженное загружается обратно без изменений, книгой и текстом; чужое не выгружается", async () => {
  expect(await code(exportDirectory({ ...asking(responsible.actor), locale: "ru" }, { municipalityId: world.otherId, regionId: null, kind: null }))).toBe("request.notFound");
  expect(await code(exportDirectory({ ...asking(responsible.actor), locale: "ru" }, { municipalityId: null, regionId: world.regionId, kind: null }))).toBe("request.notFound");
  await db.unit.update({ where: { id: world.schoolId }, data: { name: "=cmd «Школа; № 1»", address: "+7 (833), кв. 1", population: null } });
  for (const locale of ["ru", "en"] as const) {
    const { tables } = await exportDirectory({ ...asking(administrator.actor), locale }, { municipalityId: null, regionId: world.regionId, kind: null });
    const seen = await look(administrator, new Uint8Array(await writeXlsx(tables)));
    const { municipalities, organisations } = seen.preview?.counts ?? {};
    expect([municipalities, organisations]).toMatchObject([{ new: 0, changed: 0, problem: 0 }, { new: 0, changed: 0, problem: 0 }]);
    expect([municipalities?.same, organisations?.same]).toEqual(tables.map(({ rows }) => rows.length));
    for (const table of tables) expect((await look(administrator, bytes(writeCsv(table)))).preview?.counts[table.columns.length > 7 ? "municipalities" : "organisations"]).toEqual({ new: 0, changed: 0, problem: 0, same: table.rows.length });
  }
});

describe("люди с ролями в таблице", () => {
  const places = { districtId: "", farId: "", seats: [] as { unitId?: string; bodyId?: string; roles: readonly Role[] }[] };
  let head: Asker;
  let appointer: Asker;
  const taken = async (who: Asker, of: { municipalityId: string | null; regionId?: string }, locale: "ru" | "en" = "ru") => (await exportDirectory({ ...asking(who.actor), locale }, { regionId: null, ...of, kind: "people" })).tables[0];

  beforeAll(async () => {
    const [district, far] = [await makeMunicipality(db, { parentId: world.regionId, name: "Труновский муниципальный округ", oktmo: null }), await makeMunicipality(db, { name: "Далёкий округ" })];
    const { id: marathonId, directions } = await makeMarathon(db, { municipalityIds: [district.id, far.id] });
    const body = async (kind: "workingGroup" | "coordinationGroup" | "hotline", name: string) => ({ bodyId: (await makeBody(db, { marathonId, municipalityId: district.id, kind, name, directionIds: kind === "workingGroup" ? directions.map(({ id }) => id) : [] })).id });
    const organisation = async (name: string, shortName: string) => ({ unitId: (await makeOrganisation(db, { parentId: district.id, name, shortName })).id, roles: ["coordinator", "executor", "director"] as const });
    Object.assign(places, { districtId: district.id, farId: far.id, seats: [
      await organisation("МБОУ «Школа; № 5»", "Школа № 5"), await organisation("Школа № 5", "Школа"), await organisation("=Библиотека", "+7"),
      { ...(await body("workingGroup", "Группа «ЖКХ»")), roles: ["workingGroupLead", "workingGroupSecretary", "workingGroupMember"] }, { ...(await body("coordinationGroup", "Координационная группа")), roles: ["coordinationGroupMember"] },
      { ...(await body("hotline", "Горячая линия")), roles: ["operator"] }, { unitId: district.id, roles: ["responsiblePerson", "moderator"] },
    ] });
    head = await asker("head", district.id);
    appointer = await asker("responsiblePerson", district.id);
    const stranger = await makePerson(db, { familyName: "Чужая", phone: "+79001112233" });
    await makeAppointment(db, { personId: stranger.id, role: "responsiblePerson", unitId: far.id });
  });

  test("чужих людей не выгрузит никто, а своих – только тот, кто их назначает; каждый видит, кто его выгрузил", async () => {
    for (const who of [appointer, head]) expect(await code(taken(who, { municipalityId: places.farId }))).toBe("request.notFound");
    expect(await code(taken(head, { municipalityId: null, regionId: world.regionId }))).toBe("request.notFound");
    expect(await code(taken(await asker("coordinator", places.seats[0]?.unitId ?? ""), { municipalityId: places.districtId }))).toBe("request.forbidden");
    const [byHead, byAppointer, everywhere] = [await taken(head, { municipalityId: places.districtId }), await taken(appointer, { municipalityId: places.districtId }), await taken(administrator, { municipalityId: null, regionId: world.regionId })];
    const rolesIn = (table: typeof byHead) => [...new Set(table?.rows.map((row) => row[table.columns.findIndex(({ header }) => header === "Роль")] ?? ""))].map(String).toSorted((a, b) => a.localeCompare(b, "ru"));
    expect([rolesIn(byHead), rolesIn(byAppointer)]).toEqual([["координатор", "ответственный за марафон"], ["координатор"]]);
    expect(rolesIn(everywhere)).toEqual(["глава", "ответственный за марафон"]);
    const looks = await db.accessLogEntry.findMany({ where: { personId: appointer.actor.personId ?? "", what: "directory" }, orderBy: { at: "asc" } });
    expect(looks.map(({ byId, role }) => [byId, role])).toEqual([[head.actor.personId, "head"], [administrator.actor.personId, "administrator"]]);
    expect(await db.accessLogEntry.count({ where: { personId: head.actor.personId ?? "", byId: head.actor.personId ?? "" } })).toBe(0);
  });

  test("без почты узнаётся тот, кто уже здесь назначен; новому без почты письма не будет, его запись откроет листок с кодом, и второй раз он не появится", async () => {
    const person = await makePerson(db, { email: null, familyName: "Безадресный" });
    await makeAppointment(db, { personId: person.id, role: "coordinator", unitId: world.schoolId });
    const seen = await look(responsible, bytes("Роль;Организация;ФИО;Почта", "координатор;Школа № 1;Безадресный Анна;", "координатор;Школа № 1;Безадресный Анна;", "исполнитель;Школа № 1;Безадресный Анна;", "координатор;Школа № 1;Безадресный Анна;новый@", "координатор;Школа № 1;Безадресный Анна;petrov@example.org"), world.homeId);
    expect(seen.preview).toMatchObject({ counts: { people: { new: 1, changed: 0, same: 1, problem: 3 } }, letters: 0, codes: 1 });
    expect(problemsOf(seen)).toEqual([[3, "email", "repeated"], [5, "email", "field.email"], [6, "email", "appointment.personDiffers"]]);
    const file = bytes("Роль;Организация;ФИО", "исполнитель;Школа № 1;Листкова Анна Ивановна");
    const [people, letters] = [await db.person.count(), await db.email.count()];
    await take(responsible, await look(responsible, file, world.homeId));
    expect(await db.appointment.findMany({ where: { person: { familyName: "Листкова" } }, select: { role: true, unitId: true, person: { select: { passwordHash: true, contacts: true } } } })).toEqual([{ role: "executor", unitId: world.schoolId, person: { passwordHash: null, contacts: [] } }]);
    expect((await look(responsible, file, world.homeId)).preview?.counts.people).toEqual({ new: 0, changed: 0, same: 1, problem: 0 });
    expect([await db.person.count(), await db.email.count()]).toEqual([people + 1, letters]);
  });

  test("выгруженное загружается обратно без изменений, кого бы и как ни назначили", async () => {
    const name = fc.constantFrom("Иванов", "Ёлкина", "Петров-Водкин", "Ли", "Анна");
    const holder = fc.record({
      familyName: name, givenName: name, patronymic: fc.option(name), hasEmail: fc.boolean(), confirmed: fc.boolean(), hasPhone: fc.boolean(), seat: fc.nat({ max: 6 }), role: fc.nat({ max: 2 }),
      act: fc.option(fc.constantFrom("order", "directive", "protocol")), starts: fc.constantFrom("2020-01-01T00:00:00Z", "2026-03-09T21:00:00Z", "2026-03-20T00:00:00Z"), ends: fc.option(fc.constantFrom("2026-03-25T21:00:00Z", "2026-04-30T20:59:59Z")),
    });
    await fc.assert(fc.asyncProperty(fc.array(holder, { minLength: 1, maxLength: 5 }), fc.constantFrom("ru", "en"), fc.boolean(), async (holders, locale, isBook) => {
      for (const { seat, role, act, starts, ends, hasEmail, hasPhone, ...person } of holders) {
        const { id, email } = await makePerson(db, { ...person, ...(hasEmail ? {} : { email: null }), phone: hasPhone ? `+7900${String(ticks += 1).padStart(7, "0")}` : null });
        const { roles, ...at } = places.seats[seat] ?? { roles: [] };
        expect(email !== null).toBe(hasEmail);
        await makeAppointment(db, { personId: id, ...at, role: roles[role % roles.length] ?? "coordinator", startsAt: new Date(starts), endsAt: ends && new Date(ends), actKind: act, actNumber: act && "12; «б»", actDate: act && new Date("2026-02-28") });
      }
      const [table, before] = [await taken(head, { municipalityId: places.districtId }, locale), await db.appointment.count()];
      if (!table) throw new Error("нет таблицы");
      const seen = await look(head, isBook ? new Uint8Array(await writeXlsx([table])) : bytes(writeCsv(table)), places.districtId);
      expect([problemsOf(seen), seen.preview?.counts.people]).toEqual([[], { new: 0, changed: 0, same: table.rows.length, problem: 0 }]);
      expect([seen.preview?.letters, await db.appointment.count()]).toEqual([0, before]);
      await discard(head, { importId: seen.id, key: newId() });
    }), { numRuns: 12, endOnFailure: true });
  });
});

test("файл, который не справочник, назван, и его можно заменить", async () => {
  expect(await code(upload(administrator, new Uint8Array(), { municipalityId: null, regionId: null, fileName: "x" }))).toBe("file.empty");
  expect(await look(administrator, bytes("Сумма;Дата", "1;2"))).toMatchObject({ state: "failed", problem: { code: "import.noDirectory" } });
  expect(await look(administrator, bytes(heads))).toMatchObject({ state: "failed", problem: { code: "import.noRows" } });
});
