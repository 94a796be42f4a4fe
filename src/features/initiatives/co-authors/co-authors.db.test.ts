import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { moveEverything } from "@/api/flows/merge-people-moves";
import { eraseEverywhere } from "@/api/flows/my-data/erase";
import { tellOfStep } from "@/api/subscriptions/initiative-news";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import { readAuthor } from "../considering/record/server/service";
import { handOverReaders } from "../considering/merging/server/repo";
import { readOwnRecord, readPublicRecord, setSupport } from "../record/server/service";
import { withdraw } from "../record/server/steps";
import { coAuthorLimits } from "./schema";
import * as coAuthors from "./server/service";

useTestDatabase();

const place = {} as { marathonId: string; municipalityId: string; directionId: string; groupId: string };
beforeAll(async () => {
  const municipality = await makeMunicipality(db);
  const { id: marathonId, directions } = await makeMarathon(db, { municipalityIds: [municipality.id] });
  const directionId = directions[0]?.id ?? "";
  const group = await makeBody(db, { marathonId, municipalityId: municipality.id, directionIds: [directionId] });
  Object.assign(place, { marathonId, municipalityId: municipality.id, directionId, groupId: group.id });
});

const signedIn = async (personId: string): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, now);
const asker = (actor: Actor, at = now) => ({ actor, now: at, locale: "ru" as const });
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const site = "https://dialog.example";

async function written(overrides: object = {}) {
  const author = await makePerson(db, { familyName: "Авторова", givenName: "Анна" });
  const initiative = await makeInitiative(db, { marathonId: place.marathonId, municipalityId: place.municipalityId, directionId: place.directionId, authorId: author.id, collective: true, status: "inConsideration", ...overrides });
  return { ...initiative, author: asker(await signedIn(author.id)), authorId: author.id };
}
type Written = Awaited<ReturnType<typeof written>>;
const invited = async ({ author, number }: Written, email: string | null = null) => await coAuthors.invite(author, { number, id: newId(), email }, site);
async function agreed(to: Written) {
  const { id } = await makePerson(db, { familyName: "Соавторов", givenName: "Пётр" });
  const actor = await signedIn(id);
  expect(await coAuthors.answer(asker(actor), (await invited(to)).code, true)).toEqual({ number: to.number, agreed: true });
  return { id, actor };
}
const idsOf = async (id: string) => (await db.initiative.findUniqueOrThrow({ where: { id }, select: { coAuthorIds: true } })).coAuthorIds;

test("зовёт только автор; приглашения не видит и не отзывает никто другой", async () => {
  const one = await written();
  const { id: leadId } = await makePerson(db);
  await makeAppointment(db, { personId: leadId, role: "workingGroupLead", bodyId: place.groupId });
  const made = await invited(one);
  for (const actor of [await signedIn((await makePerson(db)).id), await signedIn(leadId)]) {
    expect(await code(coAuthors.invite(asker(actor), { number: one.number, id: newId(), email: null }, site))).toMatch(/^request\.(?:notFound|forbidden)$/);
    expect(await code(coAuthors.listForAuthor(db, asker(actor), one.number))).toMatch(/^request\.(?:notFound|forbidden)$/);
    expect(await code(coAuthors.recall(asker(actor), made.id))).toMatch(/^request\.(?:notFound|forbidden)$/);
  }
  expect(await code(coAuthors.invite(asker(anonymous), { number: one.number, id: newId(), email: null }, site))).toBe("request.notSignedIn");
});

test("неверный, отозванный и старый код – один ответ; подбор останавливается", async () => {
  const one = await written();
  const [recalled, old] = [await invited(one), await invited(one)];
  await coAuthors.recall(one.author, recalled.id);
  const actor = await signedIn((await makePerson(db)).id);
  expect(await code(coAuthors.readInvitation(asker(actor), recalled.code))).toBe("initiative.coAuthorCodeWrong");
  expect(await code(coAuthors.answer(asker(actor, new Date(now.getTime() + 15 * 86_400_000)), old.code, true))).toBe("initiative.coAuthorCodeWrong");
  const guesses = await Promise.all(Array.from({ length: 12 }, async () => await code(coAuthors.answer(asker(actor), "22222-22222", true))));
  expect(guesses).toContain("request.tooMany");
  expect(await idsOf(one.id)).toEqual([]);
});

test("сам себя автор не зовёт, неподтверждённый не соглашается, отказавшийся нигде не назван", async () => {
  const one = await written();
  const { code: own } = await invited(one);
  expect(await code(coAuthors.answer(one.author, own, true))).toBe("initiative.coAuthorSelf");
  const unconfirmed = await makePerson(db, { confirmed: false });
  expect(await code(coAuthors.answer(asker(await signedIn(unconfirmed.id)), own, true))).toBe("person.notConfirmed");
  const { id } = await makePerson(db);
  expect(await coAuthors.answer(asker(await signedIn(id)), own, false)).toMatchObject({ agreed: false });
  expect((await coAuthors.listForAuthor(db, one.author, one.number)).rows).toMatchObject([{ state: "declined", name: null, email: null }]);
  expect([await idsOf(one.id), await db.coAuthor.count({ where: { personId: id } })]).toEqual([[], 0]);
  expect(await db.notification.count({ where: { personId: one.authorId, kind: "coAuthorDeclined" } })).toBe(1);
});

test("до согласия соавтора нет нигде; согласился – видит весь ход, назван автору и группе, а всем – только по согласию на имя", async () => {
  const one = await written();
  const { id } = await makePerson(db, { familyName: "Соавторов", givenName: "Пётр" });
  const actor = await signedIn(id);
  const { code: given } = await invited(one);
  expect(await code(readOwnRecord(db, actor, one.number, "ru", now))).toBe("initiative.notFound");
  expect(await coAuthors.readInvitation(asker(actor), given)).toMatchObject({ number: one.number, author: expect.stringContaining("Авторова") as string });
  await coAuthors.answer(asker(actor), given, true);
  expect(await coAuthors.answer(asker(actor), given, true)).toEqual({ number: one.number, agreed: true });
  expect(await readOwnRecord(db, actor, one.number, "ru", now)).toMatchObject({ isMine: false, isCoAuthor: true, may: { withdraw: false }, coAuthors: { count: 1, names: ["Соавторов Пётр Ивановна"] } });
  expect((await coAuthors.listCoAuthored(db, actor)).map(({ number }) => number)).toEqual([one.number]);
  expect((await readPublicRecord(db, anonymous, one.number, "ru")).coAuthors).toEqual({ count: 1, names: [] });
  const { id: leadId } = await makePerson(db);
  await makeAppointment(db, { personId: leadId, role: "workingGroupLead", bodyId: place.groupId });
  expect((await readAuthor({ db, actor: await signedIn(leadId), now }, one.id)).coAuthors).toEqual(["Соавторов Пётр Ивановна"]);
  expect(await db.accessLogEntry.count({ where: { personId: id, byId: leadId } })).toBe(1);
  expect(await code(setSupport(db, actor, one.number, true, now))).toBe("initiative.supportOwn");
});

test("кто поддерживал, больше не считается сторонником; вышедшего нет ни в счёте, ни в праве", async () => {
  const one = await written();
  const { id } = await makePerson(db);
  const actor = await signedIn(id);
  expect((await setSupport(db, actor, one.number, true, now)).supportCount).toBe(1);
  await coAuthors.answer(asker(actor), (await invited(one)).code, true);
  expect(await db.initiative.findUniqueOrThrow({ where: { id: one.id }, select: { supportCount: true, coAuthorIds: true } })).toEqual({ supportCount: 0, coAuthorIds: [id] });
  await coAuthors.leave(asker(actor), one.number);
  expect([await idsOf(one.id), await code(readOwnRecord(db, actor, one.number, "ru", now)), await code(coAuthors.leave(asker(actor), one.number))]).toEqual([[], "initiative.notFound", "request.notFound"]);
});

test("двадцать нажатий по одному коду – один соавтор; одно приглашение, посланное десять раз, – одно письмо; двадцать первого не позвать", async () => {
  const one = await written();
  const { id } = await makePerson(db);
  const actor = await signedIn(id);
  const { code: given } = await invited(one);
  await Promise.all(Array.from({ length: 8 }, async () => await code(coAuthors.answer(asker(actor), given, true))));
  expect(await idsOf(one.id)).toEqual([id]);
  expect(await code(coAuthors.answer(asker(actor), (await invited(one)).code, true))).toBe("initiative.coAuthorAlready");
  const wish = { number: one.number, id: newId(), email: "drug@example.org" };
  const codes = await Promise.all(Array.from({ length: 10 }, async () => (await coAuthors.invite(one.author, wish, site)).code));
  expect([new Set(codes).size, await db.email.count({ where: { toAddress: "drug@example.org" } })]).toEqual([1, 1]);
  const others = await Promise.all(Array.from({ length: coAuthorLimits.most }, async () => await code(invited(one))));
  expect(others.filter((said) => said === "initiative.tooManyCoAuthors").length).toBeGreaterThan(0);
});

test("о шаге узнают и соавторы, и соавторы присоединённых; при объединении инициатив никто не сторонник своей", async () => {
  const [one, into] = [await written(), await written()];
  const [mine, theirs] = [await agreed(one), await agreed(into)];
  await setSupport(db, mine.actor, into.number, true, now);
  await db.initiative.update({ where: { id: one.id }, data: { mergedIntoId: into.id, status: "merged" } });
  await transaction(async (tx) => await handOverReaders(tx, one.id, into.id));
  expect((await db.initiative.findUniqueOrThrow({ where: { id: into.id } })).supportCount).toBe(0);
  await tellOfStep(db, { initiativeId: into.id, eventId: newId(), authorId: into.authorId, action: "accept", to: "inConsideration" }, { at: now, actorId: null });
  const told = await db.notification.findMany({ where: { kind: "initiativeAccepted" }, select: { personId: true } });
  expect(new Set(told.map(({ personId }) => personId))).toEqual(new Set([into.authorId, theirs.id, one.authorId, mine.id]));
});

test("две записи одного соавтора становятся одной; кто сам автор, не соавтор себе; удаливший данные исчезает", async () => {
  const one = await written();
  const [first, second] = [await agreed(one), await agreed(one)];
  await transaction(async (tx) => await moveEverything(tx, { survivorId: first.id, mergedId: second.id, info: { at: now, actorId: null } }));
  expect(await idsOf(one.id)).toEqual([first.id]);
  expect(await db.coAuthor.count({ where: { initiativeId: one.id, state: "agreed" } })).toBe(1);
  const third = await agreed(one);
  await transaction(async (tx) => await moveEverything(tx, { survivorId: one.authorId, mergedId: third.id, info: { at: now, actorId: null } }));
  expect(await idsOf(one.id)).toEqual([first.id]);
  await transaction(async (tx) => await eraseEverywhere(tx, { ids: [first.id], emails: [], phones: [] }, now));
  expect([await idsOf(one.id), await db.coAuthor.count({ where: { personId: first.id } })]).toEqual([[], 0]);
});

test("автор отзывает, пока соавтор соглашается: отозванной с соавтором не бывает", async () => {
  for (let round = 0; round < 8; round += 1) {
    const one = await written();
    const given = (await invited(one)).code;
    const other = asker(await signedIn((await makePerson(db)).id));
    const outcomes = await Promise.all([code(withdraw(one.author.actor, { number: one.number, version: 1, key: newId(), reason: null }, now)), code(coAuthors.answer(other, given, true))]);
    expect([["done", "initiative.coAuthorCodeWrong"], ["initiative.notAlone", "done"]]).toContainEqual(outcomes);
    const { status, coAuthorIds } = await db.initiative.findUniqueOrThrow({ where: { id: one.id } });
    expect(status === "withdrawn" && coAuthorIds.length > 0).toBe(false);
  }
});
