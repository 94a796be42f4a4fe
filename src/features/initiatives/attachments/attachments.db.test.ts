import { rmSync } from "node:fs";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { sweepFiles } from "@/platform/files/rows";
import { fileStore, keyOf } from "@/platform/files/store";
import { sha256 } from "@/shared/ids/hash";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makePhoto, placeMark } from "@/testing/factories/make-files";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import { discardDraft, startDraft } from "../drafts/server/service";
import { draftContent } from "../schema";
import { submitDraft } from "../submission/server/service";
import { attachmentLimits } from "./schema";
import * as attachments from "./server/service";

const { folder } = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([import("node:fs"), import("node:os"), import("node:path")]);
  const made = mkdtempSync(join(tmpdir(), "attachments-"));
  process.env.DATA_DIR = made;
  return { folder: made };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

useTestDatabase();

let place: { marathonId: string; municipalityId: string; directionId: string };
let photo: Buffer;
beforeAll(async () => {
  const { id: municipalityId } = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipalityId] });
  const directionId = marathon.directions[0]?.id ?? "";
  await makeBody(db, { marathonId: marathon.id, municipalityId, directionIds: [directionId] });
  await makeConsentDocument(db, "processing");
  place = { marathonId: marathon.id, municipalityId, directionId };
  photo = await makePhoto();
});

const askerOf = (actor: Actor) => ({ actor, now, addressHash: newId() });
const visitor = () => askerOf({ ...anonymous, visitorHash: sha256(newId()) });
async function resident() {
  const { id } = await makePerson(db, { assurance: "emailConfirmed" });
  await db.registration.create({ data: { id: newId(), marathonId: place.marathonId, personId: id, municipalityId: place.municipalityId, joinedAt: now, countedAt: now } });
  return askerOf(await loadActor({ personId: id, sessionVersion: 1 }, now));
}
type Asker = ReturnType<typeof askerOf>;

const content = () => draftContent.parse({ title: "Засыпать яму на Садовой", essence: "Яма у дома 5 глубиной по колено, машины её объезжают по тротуару.", expectedResult: "Ровная дорога у школы", municipalityId: place.municipalityId, directionId: place.directionId, initiatorKind: "pensioner" });
const draftOf = async ({ actor }: Asker) => (await startDraft(db, actor, { id: newId(), content: content() }, now)).id;
const begin = async (asker: Asker, draftId: string, fileId = newId(), bytes = photo.length) => {
  await attachments.beginAttachment(asker, { draftId, fileId, name: "Яма.jpg", bytes });
  return fileId;
};
const send = async (asker: Asker, fileId: string, bytes: Uint8Array = photo) => await attachments.receiveAttachment(db, asker, fileId, Readable.from([bytes]));
const attach = async (asker: Asker, draftId: string) => await send(asker, await begin(asker, draftId));
const rowOf = async (id: string) => await db.storedFile.findUnique({ where: { id } });

test("к чужому черновику ничего не приложить, из него ничего не открыть и не убрать", async () => {
  const [author, stranger, guest] = [await resident(), await resident(), visitor()];
  const draftId = await draftOf(author);
  const { id } = await attach(author, draftId);
  for (const [asker, code] of [[stranger, "request.notFound"], [guest, "request.notSignedIn"]] as const) {
    await expect(begin(asker, draftId)).rejects.toMatchObject({ code });
    await expect(send(asker, id)).rejects.toMatchObject({ code });
    await expect(attachments.listOfDraft(db, asker.actor, draftId)).rejects.toMatchObject({ code });
    await expect(attachments.openAttachment(db, asker.actor, id)).rejects.toMatchObject({ code });
    await expect(attachments.removeAttachment(asker, id)).rejects.toMatchObject({ code });
  }
  expect(await attachments.listOfDraft(db, author.actor, draftId)).toMatchObject([{ id, name: "Яма.jpg", type: "jpeg" }]);
});

test("файл под номером чужого не подменит его и не даст себя приложить", async () => {
  const [author, stranger] = [await resident(), await resident()];
  const { id } = await attach(author, await draftOf(author));
  await expect(begin(stranger, await draftOf(stranger), id)).rejects.toMatchObject({ code: "idempotency.keyReused" });
});

test("шестой файл не принимается, и одновременно их больше пяти не станет", async () => {
  const author = await resident();
  const draftId = await draftOf(author);
  const begun = await Promise.allSettled(Array.from({ length: 9 }, async () => await begin(author, draftId)));
  expect(begun.filter(({ status }) => status === "fulfilled")).toHaveLength(attachmentLimits.count);
  await expect(begin(author, draftId)).rejects.toMatchObject({ code: "file.tooMany", params: { count: 5 } });
  await expect(begin(author, draftId, newId(), attachmentLimits.bytes + 1)).rejects.toMatchObject({ code: "file.tooLarge" });
});

test("начатое и не дошедшее места не занимает, но больше пяти не станет и так", async () => {
  const author = await resident();
  const draftId = await draftOf(author);
  const begun = await Promise.all(Array.from({ length: attachmentLimits.count }, async () => await begin(author, draftId)));
  const later = { ...author, now: new Date(now.getTime() + 15 * 60 * 1000) };
  const sixth = await begin(later, draftId);
  for (const id of begun) await send(author, id);
  await expect(send(author, sixth)).rejects.toMatchObject({ code: "file.tooMany" });
  expect(await attachments.listOfDraft(db, author.actor, draftId)).toHaveLength(attachmentLimits.count);
});

test("двойное «приложить» – один файл; то же под тем же номером ещё раз – он же", async () => {
  const author = await resident();
  const draftId = await draftOf(author);
  const fileId = newId();
  await Promise.all([begin(author, draftId, fileId), begin(author, draftId, fileId)]);
  const both = await Promise.allSettled([send(author, fileId), send(author, fileId)]);
  expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
  for (const one of both) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "idempotency.inProgress" });
  expect((await send(author, fileId)).id).toBe(fileId);
  expect(await attachments.listOfDraft(db, author.actor, draftId)).toHaveLength(1);
});

test("поддельный PDF и слишком большой файл не оставляют ни строки, ни байта", async () => {
  const author = await resident();
  const draftId = await draftOf(author);
  const fake = await begin(author, draftId);
  await expect(send(author, fake, Buffer.from("<html><script>"))).rejects.toMatchObject({ code: "file.kindNotAllowed" });
  const large = await begin(author, draftId, newId(), 5);
  await expect(send(author, large, Buffer.alloc(attachmentLimits.bytes + 1))).rejects.toMatchObject({ code: "file.tooLarge" });
  expect(await attachments.listOfDraft(db, author.actor, draftId)).toEqual([]);
  for (const id of [fake, large]) await expect.poll(async () => [await rowOf(id), await fileStore().open(keyOf(id))]).toEqual([null, null]);
});

test("связь оборвалась на середине – тот же файл можно послать ещё раз", async () => {
  const author = await resident();
  const fileId = await begin(author, await draftOf(author));
  const broken = Readable.from((async function* () {
    yield photo.subarray(0, 100);
    throw Object.assign(new Error("aborted"), { code: "ECONNRESET" });
  })());
  await expect(attachments.receiveAttachment(db, author, fileId, broken)).rejects.toMatchObject({ code: "file.uploadGone" });
  expect((await send(author, fileId)).id).toBe(fileId);
});

test("приложенное уходит вместе с подачей; после неё ничего не добавить и не убрать", async () => {
  const [author, stranger] = [await resident(), await resident()];
  const draftId = await draftOf(author);
  const { id } = await attach(author, draftId);
  const late = await begin(author, draftId);
  await expect(submitDraft(db, author.actor, { draftId, version: 1 }, now)).resolves.toMatchObject({ ok: true });
  expect(await attachments.listAttachments(db, draftId)).toMatchObject([{ id }]);
  await expect(send(author, late)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(begin(author, draftId)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(attachments.removeAttachment(author, id)).rejects.toMatchObject({ code: "request.notFound" });
  // not public before a group has taken it up
  await expect(attachments.openAttachment(db, stranger.actor, id)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(attachments.openAttachment(db, anonymous, id)).rejects.toMatchObject({ code: "request.notSignedIn" });
  expect((await attachments.openAttachment(db, author.actor, id)).type).toBe("jpeg");
  await db.initiative.update({ where: { id: draftId }, data: { status: "inConsideration" } });
  expect((await attachments.openAttachment(db, anonymous, id)).type).toBe("jpeg");
  await db.initiative.update({ where: { id: draftId }, data: { status: "withdrawn" } });
  await expect(attachments.openAttachment(db, anonymous, id)).rejects.toMatchObject({ code: "request.notSignedIn" });
});

test("подача, пока файл в пути: он либо в инициативе, либо нигде", async () => {
  for (let round = 0; round < 5; round++) {
    const author = await resident();
    const draftId = await draftOf(author);
    const fileId = await begin(author, draftId);
    const [sent, submitted] = await Promise.allSettled([send(author, fileId), submitDraft(db, author.actor, { draftId, version: 1 }, now)]);
    expect(submitted.status).toBe("fulfilled");
    const listed = await attachments.listAttachments(db, draftId);
    const isThere = (await fileStore().open(keyOf(fileId))) !== null;
    expect([sent.status === "fulfilled", listed.length === 1, isThere]).toEqual(Array(3).fill(listed.length === 1));
  }
});

test("место съёмки не доходит до хранилища", async () => {
  const author = visitor();
  const { id } = await attach(author, await draftOf(author));
  const chunks: Buffer[] = [];
  for await (const chunk of (await fileStore().open(keyOf(id))) ?? []) chunks.push(Buffer.from(chunk as Uint8Array));
  expect(photo.includes(placeMark)).toBe(true);
  expect(Buffer.concat(chunks).length).toBeGreaterThan(100);
  expect(Buffer.concat(chunks).includes(placeMark)).toBe(false);
});

test("удалённый черновик, брошенная загрузка и черновик, ключ от которого истёк, уносят свои файлы", async () => {
  const [author, guest] = [await resident(), visitor()];
  const [discarded, kept, guests] = [await draftOf(author), await draftOf(author), await draftOf(guest)];
  const gone = [await attach(author, discarded), await attach(guest, guests)].map(({ id }) => id);
  const { id: stays } = await attach(author, kept);
  const begun = await begin(author, kept);
  await discardDraft(db, author.actor, discarded);
  const later = new Date(now.getTime() + 61 * 24 * 60 * 60 * 1000);
  await attachments.sweepAttachments(db, later);
  await sweepFiles(db, later);
  for (const id of [...gone, begun]) expect([await rowOf(id), await fileStore().open(keyOf(id))]).toEqual([null, null]);
  expect(await fileStore().open(keyOf(stays))).not.toBeNull();
});
