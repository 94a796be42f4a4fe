import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { useTestDatabase } from "@/testing/database";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeCountry, makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import type { RightsWish } from "./schema";
import { exportRights, listRights } from "./server/service";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
const day = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60 * 1000);
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const asking = (actor: Actor) => ({ actor, get db() { return db; }, now, locale: "ru" as const });
type Asker = ReturnType<typeof asking>;
const wish = (more: Partial<RightsWish> = {}): RightsWish => ({ municipalityId: null, q: "", filter: "all", reason: null, ...more });

async function appoint(role: Role, seat: { bodyId: string } | { unitId: string }, more: { endsAt?: Date; startsAt?: Date; substitutesId?: string; actNumber?: null } = {}, familyName = "Смирнова") {
  const person = await makePerson(db, { familyName });
  return await makeAppointment(db, { personId: person.id, role, ...seat, ...more });
}
const asker = async (role: Role, seat: { bodyId: string } | { unitId: string }): Promise<Asker> => asking(await loadActor({ personId: (await appoint(role, seat)).personId, sessionVersion: 1 }, now));

let homeId: string, neighbourId: string, groupId: string;
let head: Asker, administrator: Asker, responsible: Asker;
beforeAll(async () => {
  const country = await makeCountry(db);
  const [home, neighbour] = [await makeMunicipality(db), await makeMunicipality(db)];
  [homeId, neighbourId] = [home.id, neighbour.id];
  const marathon = await makeMarathon(db, { municipalityIds: [homeId, neighbourId] });
  groupId = (await makeBody(db, { marathonId: marathon.id, municipalityId: homeId })).id;
  const school = await makeOrganisation(db, { parentId: homeId });
  const lead = await appoint("workingGroupLead", { bodyId: groupId }, {}, "Лидова");
  await appoint("workingGroupLead", { bodyId: groupId }, { substitutesId: lead.id, endsAt: day(2) });
  await appoint("coordinator", { unitId: school.id }, { endsAt: day(-1) }, "Бывшая");
  await appoint("coordinator", { unitId: school.id }, { startsAt: day(1) }, "Будущая");
  await appoint("director", { unitId: school.id }, { actNumber: null });
  await appoint("coordinator", { unitId: (await makeOrganisation(db, { parentId: neighbourId })).id }, {}, "Соседова");
  [head, responsible, administrator] = [await asker("head", { unitId: homeId }), await asker("responsiblePerson", { unitId: homeId }), await asker("administrator", { unitId: country.id })];
});

describe("кто что может", () => {
  test("ответственный и чужой глава проверки прав не видят, без входа — войдите", async () => {
    expect(await code(listRights(responsible, wish()))).toBe("request.notFound");
    expect(await code(listRights(responsible, wish({ municipalityId: homeId })))).toBe("request.forbidden");
    expect(await code(listRights(head, wish({ municipalityId: neighbourId })))).toBe("request.notFound");
    expect(await code(exportRights(asking({ personId: null, posts: [] }), wish()))).toBe("request.notSignedIn");
  });

  test("глава видит действующие права своего муниципалитета и ничьи больше", async () => {
    const { rows, total, personal, hasHiddenNames } = await listRights(head, wish());
    expect(total).toBe(rows.length);
    expect(rows.map(({ name }) => name?.split(" ")[0])).toEqual(expect.arrayContaining(["Лидова"]));
    for (const name of ["Бывшая", "Будущая", "Соседова"]) expect(JSON.stringify(rows)).not.toContain(name);
    expect(personal).toBe(rows.filter(({ seesPersonalData }) => seesPersonalData).length);
    expect(hasHiddenNames).toBe(false);
  });

  test("отборы: персональные данные, замещающие, без документа", async () => {
    const rolesBy = async (filter: RightsWish["filter"]) => (await listRights(head, wish({ filter }))).rows.map(({ role }) => role).toSorted();
    expect(await rolesBy("personal")).toEqual(["responsiblePerson", "workingGroupLead", "workingGroupLead"]);
    expect((await listRights(head, wish({ filter: "substitutes" }))).rows).toMatchObject([{ role: "workingGroupLead", isSubstitute: true, endsAt: day(2) }]);
    expect(await rolesBy("withoutAct")).toEqual([]);
  });

  test("администратор видит роли везде, но имена — только тех, кого назначает, и по фамилии чужих не находит", async () => {
    const { rows, hasHiddenNames } = await listRights(administrator, wish());
    expect(rows.some(({ municipality }) => municipality !== null)).toBe(true);
    expect(rows.filter(({ name }) => name !== null).map(({ role }) => role).toSorted()).toEqual(["administrator", "head", "responsiblePerson"]);
    expect(hasHiddenNames).toBe(true);
    expect((await listRights(administrator, wish({ q: "Соседова" }))).rows).toEqual([]);
    expect(await db.accessLogEntry.count()).toBe(0);
  });

  test("по причине имена открываются, и каждый увидит, кто смотрел и зачем", async () => {
    const reason = "Проверка по обращению главы";
    const { rows } = await listRights(administrator, wish({ reason, q: "Соседова" }));
    expect(rows).toMatchObject([{ role: "coordinator", name: expect.stringContaining("Соседова") }]);
    expect(await db.accessLogEntry.findMany()).toMatchObject([{ byId: administrator.actor.personId, role: "administrator", what: `rights:${reason}` }]);
  });

  test("выгрузка говорит то же, что страница, и что позволяет роль", async () => {
    const { tables } = await exportRights(head, wish());
    const { rows } = await listRights(head, wish());
    expect(tables[0]!.rows.map(([name]) => name)).toEqual(rows.map(({ name }) => name));
    const lead = tables[1]!.rows.filter(([role]) => role === "руководитель рабочей группы").map(([, said]) => said);
    expect(lead).toContainEqual(expect.stringContaining("Инициатива: видеть, видеть автора"));
  });
});
