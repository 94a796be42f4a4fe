import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { registerRemarks } from "@/api/subscriptions/remarks";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { dispatchAll } from "@/platform/events/dispatcher";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import * as drafts from "../drafts/server/service";
import { draftContent } from "../schema";
import { applyChoices, diffPieces } from "./rules";
import * as wording from "./server/service";

useTestDatabase();

let schoolId: string;
beforeAll(async () => {
  registerRemarks();
  const municipality = await makeMunicipality(db);
  await makeMarathon(db, { municipalityIds: [municipality.id] });
  schoolId = (await makeOrganisation(db, { parentId: municipality.id })).id;
});

const signedIn = async (personId: string, at = now): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, at);
const asker = (actor: Actor, at = now) => ({ actor, db, now: at, visitor: visitorOf(undefined, () => undefined) });
const someone = async () => await signedIn((await makePerson(db)).id);
async function coordinator(): Promise<Actor> {
  const { id } = await makePerson(db);
  await makeAppointment(db, { personId: id, role: "coordinator", unitId: schoolId });
  return await signedIn(id);
}
const words = { title: "Нужен свет у школы", essence: "Темно, дети идут по дороге.", expectedResult: "Светло." };
const better = { ...words, title: "Нужен фонарь у школы" };

async function shared() {
  const author = await someone();
  const { id: draftId } = await drafts.startDraft(db, author, { id: newId(), content: draftContent.parse(words) }, now);
  return { author, draftId, code: (await wording.shareDraft(asker(author), draftId)).code };
}
async function taken() {
  const all = await shared();
  const helper = await coordinator();
  await wording.takeDraft(asker(helper), all.code);
  return { ...all, helper };
}
const suggest = async (helper: Actor, draftId: string, more: object = {}) => await wording.suggest(asker(helper), { draftId, version: 1, words: better, note: "", key: newId(), ...more });
const textsOf = async (draftId: string) => (await db.initiativeDraft.findUniqueOrThrow({ where: { id: draftId } })).content;

test("чужим черновиком не поделиться; код знает автор, в базе его нет; жителю код ничего не открывает", async () => {
  const { author, draftId, code } = await shared();
  await expect(wording.shareDraft(asker(await someone()), draftId)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(wording.shareDraft(asker(anonymous), draftId)).rejects.toMatchObject({ code: "request.notSignedIn" });
  expect(JSON.stringify(await db.draftShare.findUniqueOrThrow({ where: { draftId } }))).not.toContain(code.replace("-", ""));
  await expect(wording.takeDraft(asker(await someone()), code)).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(wording.takeDraft(asker(await coordinator()), "22222-22222")).rejects.toMatchObject({ code: "draft.codeWrong" });
  expect(await wording.authorsSide(asker(author), draftId)).toEqual({ isShared: true, waiting: null });
});

test("взявший читает, но не пишет; второй тем же кодом не возьмёт; без кода и после отмены черновика нет", async () => {
  const { author, draftId, code, helper } = await taken();
  expect(await wording.readTaken(asker(helper), draftId)).toEqual({ draftId, version: 1, words, isWaiting: false });
  await expect(drafts.saveDraft(db, helper, { id: draftId, version: 1, content: draftContent.parse(better) }, now)).rejects.toMatchObject({ code: "request.notFound" });
  const other = await coordinator();
  await expect(wording.takeDraft(asker(other), code)).rejects.toMatchObject({ code: "draft.codeWrong" });
  await expect(wording.readTaken(asker(other), draftId)).rejects.toMatchObject({ code: "request.notFound" });
  await wording.unshareDraft(asker(author), draftId);
  await expect(wording.readTaken(asker(helper), draftId)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(suggest(helper, draftId)).rejects.toMatchObject({ code: "request.notFound" });
});

test("код живёт четырнадцать дней, а новый отменяет прежний", async () => {
  const { author, draftId, code } = await shared();
  const later = new Date(now.getTime() + 15 * 86_400_000);
  await expect(wording.takeDraft(asker(await coordinator(), later), code)).rejects.toMatchObject({ code: "draft.codeWrong" });
  const { code: second } = await wording.shareDraft(asker(author), draftId);
  await expect(wording.takeDraft(asker(await coordinator()), code)).rejects.toMatchObject({ code: "draft.codeWrong" });
  expect(await wording.takeDraft(asker(await coordinator()), second)).toEqual({ draftId });
});

test("десять неверных кодов за четверть часа – и верный подождёт", async () => {
  const { code } = await shared();
  const helper = await coordinator();
  for (let tried = 0; tried < 10; tried += 1) await wording.takeDraft(asker(helper), "33333-33333").catch(() => undefined);
  await expect(wording.takeDraft(asker(helper), code)).rejects.toMatchObject({ code: "request.tooMany" });
});

test("кончилось назначение – кончилась и помощь", async () => {
  const { draftId, helper } = await taken();
  await db.appointment.updateMany({ where: { personId: helper.personId! }, data: { endsAt: now } });
  await expect(wording.readTaken(asker(await signedIn(helper.personId!)), draftId)).rejects.toMatchObject({ code: "request.notFound" });
});

test("правки ждут автора, ничего не меняя; автор узнаёт один раз; пустых и вторых поверх не бывает", async () => {
  const { author, draftId, helper } = await taken();
  await expect(suggest(helper, draftId, { words })).rejects.toMatchObject({ code: "draft.wordingSame" });
  const once = { key: newId() };
  await Promise.all(Array.from({ length: 5 }, async () => await suggest(helper, draftId, once)));
  await expect(suggest(helper, draftId)).rejects.toMatchObject({ code: "draft.wordingWaits" });
  expect(await textsOf(draftId)).toMatchObject(words);
  expect((await wording.authorsSide(asker(author), draftId)).waiting).toMatchObject({ original: words, suggested: better });
  await dispatchAll();
  expect(await db.notification.findMany({ where: { personId: author.personId! }, select: { kind: true, href: true } })).toEqual([{ kind: "draftReworded", href: `/new/wording/${draftId}` }]);
});

test("автор решает по каждой правке, исходный текст остаётся, помощник назван; никто другой за автора не решит", async () => {
  const { author, draftId, helper } = await taken();
  await suggest(helper, draftId);
  const { waiting } = await wording.authorsSide(asker(author), draftId);
  const title = applyChoices(diffPieces(waiting!.original.title, waiting!.suggested.title), [{ own: "прожектор" }]);
  const settled = { wordingId: waiting!.id, version: 1, words: { ...words, title }, key: newId() };
  for (const stranger of [helper, await someone()]) await expect(wording.settle(asker(stranger), { ...settled, key: newId() })).rejects.toMatchObject({ code: "request.notFound" });
  const results = await Promise.allSettled([wording.settle(asker(author), settled), wording.settle(asker(author), { ...settled, key: newId() })]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await textsOf(draftId)).toMatchObject({ title: "Нужен прожектор у школы", essence: words.essence });
  expect(await db.initiativeDraft.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({ version: 2, helperId: helper.personId, helperUnitId: schoolId });
  expect(await db.draftWording.findUniqueOrThrow({ where: { id: waiting!.id } })).toMatchObject({ original: words, suggested: better, settled: { title: "Нужен прожектор у школы" } });
});

test("всё отклонить – значит остаться при своём, и никого не назвать", async () => {
  const { author, draftId, helper } = await taken();
  await suggest(helper, draftId);
  const { waiting } = await wording.authorsSide(asker(author), draftId);
  await wording.settle(asker(author), { wordingId: waiting!.id, version: 1, words, key: newId() });
  expect(await db.initiativeDraft.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({ helperId: null });
  expect((await wording.authorsSide(asker(author), draftId)).waiting).toBeNull();
});

test("что автор написал тем временем, правки не затирают: он узнаёт и смотрит заново", async () => {
  const { author, draftId, helper } = await taken();
  await suggest(helper, draftId);
  const { waiting } = await wording.authorsSide(asker(author), draftId);
  await drafts.saveDraft(db, author, { id: draftId, version: 1, content: draftContent.parse({ ...words, essence: "Новое о темноте и дороге." }) }, now);
  await expect(wording.settle(asker(author), { wordingId: waiting!.id, version: 1, words: better, key: newId() })).rejects.toMatchObject({ code: "initiative.changedMeanwhile" });
  expect(await textsOf(draftId)).toMatchObject({ essence: "Новое о темноте и дороге." });
  expect((await wording.authorsSide(asker(author), draftId)).waiting).not.toBeNull();
});

test("выброшенный черновик уносит с собой и код, и правки", async () => {
  const { author, draftId, helper } = await taken();
  await suggest(helper, draftId);
  await drafts.discardDraft(db, author, draftId);
  expect([await db.draftShare.count({ where: { draftId } }), await db.draftWording.count({ where: { draftId } })]).toEqual([0, 0]);
});
