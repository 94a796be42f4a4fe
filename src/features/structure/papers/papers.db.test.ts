import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { writeDocx } from "@/platform/tables/docx";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import type { PaperInput } from "./schema";
import { readPaper, readPapers, setWhom } from "./server/service";

useTestDatabase();

const now = new Date("2026-03-10T09:00:00Z");
const at = {} as { municipalityId: string; schoolId: string; groupId: string };
const posts = new Map<string, string>();

async function asking(personId: string) {
  return { actor: await loadActor({ personId, sessionVersion: 1 }, now), now, db, visitor: visitorOf(undefined, () => {}) };
}
const holder = new Map<string, string>();
const as = async (who: string) => await asking(holder.get(who) ?? "");

beforeAll(async () => {
  const home = await makeMunicipality(db, { name: "Яранский муниципальный район", nameGenitive: "Яранского муниципального района", headTitle: "Глава" });
  const marathon = await makeMarathon(db, { municipalityIds: [home.id], directionKeys: ["housing"] });
  const of = { marathonId: marathon.id, municipalityId: home.id };
  const [coordination, group, school] = [await makeBody(db, { ...of, kind: "coordinationGroup" }), await makeBody(db, { ...of, name: "ЖКХ <и> дороги", directionIds: [marathon.directions[0]?.id ?? ""] }), await makeOrganisation(db, { parentId: home.id, name: "Школа № 1 & сад" })];
  await db.organisationLink.create({ data: { id: newId(), organisationId: school.id, bodyId: group.id, startsOn: new Date("2026-02-16") } });
  Object.assign(at, { municipalityId: home.id, schoolId: school.id, groupId: group.id });
  const appoint = async (key: string, role: Role, seat: { unitId: string } | { bodyId: string }, name: string) => {
    const [familyName = "", givenName = "", patronymic = ""] = name.split(" ");
    const person = await makePerson(db, { familyName, givenName, patronymic });
    holder.set(key, person.id);
    posts.set(key, (await makeAppointment(db, { personId: person.id, role, ...seat, ...(key === "coordinator" ? { actNumber: null, actDate: null } : {}) })).id);
  };
  await appoint("head", "head", { unitId: home.id }, "Захарченко Анатолий Андреевич");
  await appoint("responsible", "responsiblePerson", { unitId: home.id }, "Цой Марина Викторовна");
  await appoint("deputy", "coordinationGroupMember", { bodyId: coordination.id }, "Черных Пётр Ильич");
  await appoint("lead", "workingGroupLead", { bodyId: group.id }, "Петров-Водкин Кузьма Сергеевич");
  await appoint("coordinator", "coordinator", { unitId: school.id }, "Шевченко Анна Ивановна");
  await appoint("director", "director", { unitId: school.id }, "Лев Борис Петрович");
});

const textOf = async (who: string, wish: Partial<PaperInput>): Promise<string> => {
  const paper = await readPaper(await as(who), { municipalityId: at.municipalityId, kind: "coordination", ...wish });
  const xml = strFromU8(unzipSync(await writeDocx(paper))["word/document.xml"] ?? new Uint8Array());
  return xml.replaceAll(/<[^>]+>/g, "|").replaceAll(/\|+/g, " ").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").replaceAll("\u00a0", " ");
};

describe("документ не показывает больше, чем видит человек", () => {
  test("координатор и житель документов не получают", async () => {
    for (const who of ["coordinator"]) await expect(textOf(who, {})).rejects.toMatchObject({ code: "request.notFound" });
    const stranger = await asking((await makePerson(db)).id);
    await expect(readPapers(stranger, at.municipalityId)).rejects.toMatchObject({ code: "request.notFound" });
  });

  test("руководитель организации получает только свой приказ", async () => {
    expect((await readPapers(await as("director"), at.municipalityId)).papers.map(({ kind }) => kind)).toEqual(["organisation"]);
    await expect(textOf("director", { kind: "list" })).rejects.toMatchObject({ code: "request.forbidden" });
    expect(await textOf("director", { kind: "organisation", organisationId: at.schoolId })).toContain("Назначить ответственным координатором Шевченко Анну Ивановну.");
  });

  test("чужой организации в документах нет", async () => {
    const other = await makeOrganisation(db, { parentId: (await makeMunicipality(db)).id });
    await expect(textOf("head", { kind: "organisation", organisationId: other.id })).rejects.toMatchObject({ code: "request.notFound" });
  });
});

describe("тексты", () => {
  test("распоряжение о координационной группе называет состав, сроки и ответственного", async () => {
    const text = await textOf("head", { kind: "coordination" });
    for (const wanted of ["РАСПОРЯЖЕНИЕ", "на территории Яранского муниципального района", "ГЛАВА ЯРАНСКОГО МУНИЦИПАЛЬНОГО РАЙОНА", "действует с 16.02.2026 по 30.04.2026", "ответственным за марафон, Цой Марину Викторовну", "Черных Пётр Ильич", "Член координационной группы", "Глава Яранского муниципального района", "А. А. Захарченко"]) expect(text).toContain(wanted);
  });

  test("у каждой рабочей группы своё приложение; пункты идут без пропусков", async () => {
    const text = await textOf("responsible", { kind: "groups" });
    for (const wanted of ["Назначить руководителем рабочей группы «ЖКХ <и> дороги» Петрова-Водкина Кузьму Сергеевича.", "Приложение № 1", "Направления: Направление 1."]) expect(text).toContain(wanted);
    const clauses = text.slice(text.indexOf("В целях"), text.indexOf("Приложение № 1 "));
    expect([...clauses.matchAll(/(?:^| )(\d)\. [А-Я]/g)].map(([, n]) => Number(n))).toEqual([1, 2, 3, 4, 5]);
  });

  test("список координаторов говорит, у кого нет документа", async () => {
    const text = await textOf("head", { kind: "list" });
    for (const wanted of ["Школа № 1 & сад", "Шевченко Анна Ивановна", "Ответственный координатор", "нет документа"]) expect(text).toContain(wanted);
  });
});

describe("имя, написанное рукой", () => {
  test("чужой его не правит, вторая правка узнаёт о первой, пустое возвращает прежнее", async () => {
    const appointmentId = posts.get("coordinator") ?? "";
    const wish = (whom: string, seen: string | null) => ({ appointmentId, position: "", whom, seen: { position: null, whom: seen }, key: newId() });
    await expect(setWhom(await as("coordinator"), wish("Шевченко Анны", null))).rejects.toMatchObject({ code: "request.forbidden" });
    await setWhom(await as("responsible"), wish("Шевченку Анну Ивановну", null));
    expect(await textOf("head", { kind: "organisation", organisationId: at.schoolId })).toContain("координатором Шевченку Анну Ивановну.");
    await expect(setWhom(await as("head"), wish("Шевченко", null))).rejects.toMatchObject({ code: "request.changedMeanwhile" });
    await setWhom(await as("head"), wish("", "Шевченку Анну Ивановну"));
    expect(await textOf("head", { kind: "organisation", organisationId: at.schoolId })).toContain("координатором Шевченко Анну Ивановну.");
  });
});

describe("должность", () => {
  const give = async (key: string, position: string, seen: string | null = null) => await setWhom(await as("head"), { appointmentId: posts.get(key) ?? "", position, whom: "", seen: { position: seen, whom: null }, key: newId() });
  const written = async (key: string) => (await readPapers(await as("responsible"), at.municipalityId)).names.find(({ appointmentId }) => appointmentId === posts.get(key));

  test("стоит в «назначить кого» в винительном падеже, в списке – как есть", async () => {
    await give("coordinator", "заместитель директора по воспитательной работе");
    await give("deputy", "первый заместитель главы администрации");
    expect(await textOf("director", { kind: "organisation", organisationId: at.schoolId })).toContain("Шевченко Анну Ивановну, заместителя директора по воспитательной работе.");
    const coordination = await textOf("head", { kind: "coordination" });
    for (const wanted of ["Должность", "Первый заместитель главы администрации"]) expect(coordination).toContain(wanted);
    expect(await written("deputy")).toMatchObject({ position: "первый заместитель главы администрации", whom: null });
  });

  test("незнакомая остаётся как написана, и человеку сказано проверить; вторая правка узнаёт о первой", async () => {
    await give("lead", "скрам-мастер округа и тимлид");
    await give("responsible", "тимлид отдела");
    expect(await written("responsible")).toMatchObject({ whom: "Цой Марину Викторовну, тимлид отдела", isDoubtful: true });
    await expect(give("responsible", "начальник отдела")).rejects.toMatchObject({ code: "request.changedMeanwhile" });
    await give("responsible", "", "тимлид отдела");
    expect(await written("responsible")).toMatchObject({ whom: "Цой Марину Викторовну", position: null, isDoubtful: false });
  });
});
