import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { assign } from "../execution/server/service";
import { listFilters, removeFilter, saveFilter } from "../filters/server/service";
import { filterLimits } from "../filters/schema";
import { countModeration, listModeration } from "../moderation/server/service";
import { listQueue } from "../queue/server/service";
import { listAlike, prepareTogether } from "../together/server/service";
import { clarify } from "./service";

useTestDatabase();

const now = new Date("2026-03-10T12:00:00Z");
const template = "Инициатива № {номер} «{название}»: фонари стоят в плане этого года.";
const world = {} as { marathonId: string; municipalityId: string; directionId: string; otherDirectionId: string };
type Asker = ReturnType<typeof asking>;
let [secretary, neighbour, moderator] = [] as unknown as [Asker, Asker, Asker];

const asking = (actor: Actor) => ({ actor, now, db, visitor: visitorOf(undefined, null) });

beforeAll(async () => {
  const municipality = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id] });
  const [directionId, otherDirectionId] = marathon.directions.map(({ id }) => id) as [string, string];
  const at = { marathonId: marathon.id, municipalityId: municipality.id };
  const [group, other] = [await makeBody(db, { ...at, directionIds: [directionId] }), await makeBody(db, { ...at, directionIds: [otherDirectionId] })];
  const asker = async (role: Role, seat: { bodyId: string } | { unitId: string }) => {
    const person = await makePerson(db);
    await makeAppointment(db, { personId: person.id, role, ...seat });
    return asking(await loadActor({ personId: person.id, sessionVersion: 1 }, now));
  };
  Object.assign(world, { ...at, directionId, otherDirectionId });
  [secretary, neighbour, moderator] = [await asker("workingGroupSecretary", { bodyId: group.id }), await asker("workingGroupSecretary", { bodyId: other.id }), await asker("moderator", { unitId: municipality.id })];
});

const put = async (title: string, more: object = {}) => await makeInitiative(db, { marathonId: world.marathonId, municipalityId: world.municipalityId, directionId: world.directionId, title, status: "inConsideration", dueAt: now, ...more });
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const items = (...rows: readonly { id: string; version: number }[]) => rows.map(({ id, version }) => ({ initiativeId: id, version }));
const verdict = { decision: "includedInProgramme", competence: null, template } as const;

test("похожие – только свои, на рассмотрении и о том же; чужой группе их не показывают", async () => {
  const [one, like] = [await put("Осветить улицу Лесную у школы"), await put("Осветить улицу Лесную возле школы")];
  const others = [await put("Отремонтировать крышу библиотеки"), await put("Осветить улицу Лесную у школы", { directionId: world.otherDirectionId }), await put("Осветить улицу Лесную у школы", { status: "notSupported" })];
  const found = (await listAlike(secretary, one.id)).map(({ id }) => id);
  expect(found[0]).toBe(one.id);
  expect(found).toContain(like.id);
  for (const { id } of others) expect(found).not.toContain(id);
  expect(await code(listAlike(neighbour, one.id))).toBe("request.notFound");
});

test("один шаблон: каждой свой номер и название, изменившаяся остаётся как была, повтор даёт тот же ответ", async () => {
  const [first, second, changed] = [await put("Поставить фонари на Мира"), await put("Поставить фонари на Лесной"), await put("Поставить фонари на Южной")];
  await clarify(secretary, { initiativeId: changed.id, version: 1, key: newId(), question: "Какой именно дом?" });
  const input = { items: items(first, second, changed), ...verdict, key: newId() };
  const [{ results }, again] = await Promise.all([prepareTogether(secretary, input), prepareTogether(secretary, input)]);
  expect(again).toEqual({ results });
  expect(Object.fromEntries(results.map((one) => [one.initiativeId, one.outcome]))).toEqual({ [first.id]: "prepared", [second.id]: "prepared", [changed.id]: "changedMeanwhile" });
  const proposals = await db.decisionProposal.findMany({ where: { initiativeId: { in: [first.id, second.id, changed.id] } } });
  expect(proposals.map(({ text }) => text).toSorted()).toEqual([first, second].map(({ number, title }) => `Инициатива № ${number} «${title}»: фонари стоят в плане этого года.`).toSorted());
});

test("чужая строка среди своих не даёт подготовить и свои; без причины шаблон не принимают", async () => {
  const [mine, foreign] = [await put("Убрать свалку у реки"), await put("Убрать свалку у реки", { directionId: world.otherDirectionId })];
  expect(await code(prepareTogether(secretary, { items: items(mine, foreign), ...verdict, key: newId() }))).toBe("request.notFound");
  expect(await code(prepareTogether(secretary, { items: items(mine), decision: "notSupported", competence: null, template: "", key: newId() }))).toBe("initiative.reasonMissing");
  expect(await db.decisionProposal.count({ where: { initiativeId: { in: [mine.id, foreign.id] } } })).toBe(0);
});

test("фильтр «мои» показывает порученное спрашивающему, «ни за кем» – остальное, направление сужает", async () => {
  const [mine, nobodys] = [await put("Починить качели во дворе"), await put("Посадить липы у больницы")];
  await assign(secretary, { initiativeId: mine.id, version: 1, key: newId(), personId: secretary.actor.personId });
  const shown = async (narrowing: object) => (await listQueue(secretary, { limit: 50, ...narrowing })).rows.map(({ id }) => id);
  expect(await shown({ assigned: "mine" })).toEqual([mine.id]);
  expect(await shown({ assigned: "nobody" })).toContain(nobodys.id);
  expect(await shown({ assigned: "nobody" })).not.toContain(mine.id);
  expect(await shown({ directionId: world.otherDirectionId })).toEqual([]);
  expect((await listQueue(secretary, { limit: 50, assigned: "mine" })).rows[0]?.assignee).not.toBeNull();
});

test("сохранённый фильтр – свой у каждого; то же имя заменяет, лишнего не набрать, чужой не удалить", async () => {
  const filter = { filter: "overdue", assigned: "mine", directionId: null } as const;
  const saved = await saveFilter(secretary, { name: "Мои просроченные", filter, key: newId() });
  await saveFilter(secretary, { name: "Мои просроченные", filter: { ...filter, filter: "today" }, key: newId() });
  expect(await listFilters(secretary)).toEqual([{ id: saved.id, name: "Мои просроченные", filter: { ...filter, filter: "today" } }]);
  expect(await listFilters(neighbour)).toEqual([]);
  await removeFilter(neighbour, saved.id);
  expect(await listFilters(secretary)).toHaveLength(1);
  for (let at = 1; at < filterLimits.most; at += 1) await saveFilter(secretary, { name: `Фильтр ${at}`, filter, key: newId() });
  expect(await code(saveFilter(secretary, { name: "Ещё один", filter, key: newId() }))).toBe("request.invalid");
  await removeFilter(secretary, saved.id);
  expect(await listFilters(secretary)).toHaveLength(filterLimits.most - 1);
});

test("модератор видит поданное в своём муниципалитете без имени автора; группе этот список не открыт", async () => {
  const author = await makePerson(db, { familyName: "Скрытова" });
  const row = await put("Построить тротуар на Садовой", { status: "submitted", authorId: author.id });
  const { rows } = await listModeration(moderator, { limit: 50 });
  expect(rows.map(({ id }) => id)).toEqual([row.id]);
  expect(JSON.stringify(rows)).not.toContain("Скрытова");
  expect(await countModeration(moderator)).toBe(1);
  expect((await listModeration(secretary, { limit: 50 })).rows).toEqual([]);
});
