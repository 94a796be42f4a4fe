import { rmSync } from "node:fs";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { anonymous } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { fileStore, keyOf } from "@/platform/files/store";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeDocx, makePdf, makePhoto, placeMark } from "@/testing/factories/make-files";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import { readPublicRecord } from "../../record/server/service";
import { evidenceLimits } from "./schema";
import * as evidence from "./server/service";

const { folder } = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([import("node:fs"), import("node:os"), import("node:path")]);
  const made = mkdtempSync(join(tmpdir(), "evidence-"));
  process.env.DATA_DIR = made;
  return { folder: made };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

useTestDatabase();

let place: { marathonId: string; municipalityId: string; directionId: string };
let groupId: string;
beforeAll(async () => {
  const municipality = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id] });
  place = { marathonId: marathon.id, municipalityId: municipality.id, directionId: marathon.directions[0]!.id };
  groupId = (await makeBody(db, { marathonId: place.marathonId, municipalityId: place.municipalityId, directionIds: [place.directionId] })).id;
});

const asking = async (role: Role, seat: { bodyId: string } | { unitId: string }) => {
  const { id: personId } = await makePerson(db);
  await makeAppointment(db, { personId, role, ...seat });
  const at = async (later = 0) => ({ actor: await loadActor({ personId, sessionVersion: 1 }, now), addressHash: newId(), now: new Date(now.getTime() + later) });
  return { personId, at, ...(await at()) };
};
type Asker = Awaited<ReturnType<Awaited<ReturnType<typeof asking>>["at"]>>;
const put = async (status: "inConsideration" | "includedInProgramme" | "carriedOut" = "carriedOut") => await makeInitiative(db, { ...place, status });
const alt = "Новая скамейка у входа в поликлинику";
const begin = async (asker: Asker, initiativeId: string, kind: "donePhoto" | "answerScan", fileId = newId()) => {
  const file = { initiativeId, fileId, name: kind === "donePhoto" ? "Скамейка.jpg" : "Ответ.pdf", bytes: 1000 };
  await evidence.beginEvidence(asker, kind === "donePhoto" ? { kind, alt, ...file } : { kind, ...file });
  return fileId;
};
const send = async (asker: Asker, fileId: string, bytes: Buffer) => await evidence.receiveEvidence(db, asker, fileId, Readable.from([bytes]));
const kinds = async (initiativeId: string) => (await db.initiativeEvent.findMany({ where: { initiativeId, kind: { not: "submitted" } }, orderBy: [{ at: "asc" }, { id: "asc" }] })).map(({ kind, visibility }) => [kind, visibility]);

test("прикладывает группа, и только к решённой; чужая её не видит, член группы не может, право проверяют и когда байты пришли", async () => {
  const [secretary, member] = [await asking("workingGroupSecretary", { bodyId: groupId }), await asking("workingGroupMember", { bodyId: groupId })];
  const [done, open] = [await put(), await put("inConsideration")];
  await expect(begin(member, done.id, "donePhoto")).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(begin(await asking("head", { unitId: (await makeMunicipality(db)).id }), done.id, "donePhoto")).rejects.toMatchObject({ code: "request.notFound" });
  await expect(begin({ ...secretary, actor: anonymous }, done.id, "donePhoto")).rejects.toMatchObject({ code: "request.notSignedIn" });
  await expect(begin(secretary, open.id, "donePhoto")).rejects.toMatchObject({ code: "initiative.notDecided" });
  const fileId = await begin(secretary, done.id, "donePhoto");
  await expect(send(member, fileId, await makePhoto())).rejects.toMatchObject({ code: "request.forbidden" });
  await db.appointment.updateMany({ where: { personId: secretary.personId }, data: { endsAt: now } });
  await expect(send(await secretary.at(1), fileId, await makePhoto())).rejects.toMatchObject({ code: "request.notFound" });
  expect(await evidence.listEvidence(db, done.id)).toEqual({ photos: [], scan: null });
});

test("снимок со словами видят все, места съёмки в нём нет; повтор ничего не меняет, убранный не открыть", async () => {
  const secretary = await asking("workingGroupSecretary", { bodyId: groupId });
  const initiative = await put();
  const fileId = await begin(secretary, initiative.id, "donePhoto");
  expect(await begin(secretary, initiative.id, "donePhoto", fileId)).toBe(fileId);
  await send(secretary, fileId, await makePhoto());
  await send(secretary, fileId, await makePhoto());
  expect((await readPublicRecord(db, anonymous, initiative.number, "ru")).evidence).toEqual({ photos: [{ id: fileId, alt }], scan: null });
  expect((await evidence.openEvidence(db, { actor: anonymous, now }, fileId)).type).toBe("jpeg");
  expect((await buffer((await fileStore().open(keyOf(fileId)))!)).includes(placeMark)).toBe(false);
  expect(await kinds(initiative.id)).toEqual([["photoAdded", "internal"]]);
  await evidence.removeEvidence(await secretary.at(1), fileId);
  await expect(evidence.openEvidence(db, { actor: anonymous, now }, fileId)).rejects.toMatchObject({ code: "request.notSignedIn" });
  expect((await readPublicRecord(db, anonymous, initiative.number, "ru")).evidence.photos).toEqual([]);
  expect((await kinds(initiative.id)).at(-1)).toEqual(["fileRemoved", "internal"]);
});

test("вместо снимка документ и вместо ответа DOCX не принимаются; снимков не больше, чем можно, и когда прикладывают разом", async () => {
  const secretary = await asking("workingGroupSecretary", { bodyId: groupId });
  const { id } = await put();
  await expect(send(secretary, await begin(secretary, id, "donePhoto"), makePdf())).rejects.toMatchObject({ code: "file.kindNotAllowed", params: { allowed: "JPEG, PNG, WebP" } });
  await expect(send(secretary, await begin(secretary, id, "answerScan"), makeDocx())).rejects.toMatchObject({ code: "file.kindNotAllowed", params: { allowed: "PDF, JPEG, PNG, WebP" } });
  const photo = await makePhoto();
  for (let count = 0; count < evidenceLimits.photos - 1; count += 1) await send(secretary, await begin(secretary, id, "donePhoto"), photo);
  const begun = await Promise.allSettled([begin(secretary, id, "donePhoto"), begin(secretary, id, "donePhoto")]);
  expect(begun.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(begun.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "file.tooMany" } });
});

test("подписанный ответ один: новый заменяет прежний, двое разом оставляют один; открывают его те, кому видна запись", async () => {
  const secretary = await asking("workingGroupSecretary", { bodyId: groupId });
  const { id, number, authorId } = await put("includedInProgramme");
  const first = await begin(secretary, id, "answerScan");
  await send(secretary, first, makePdf());
  expect((await evidence.listEvidence(db, id)).scan).toMatchObject({ id: first, name: "Ответ.pdf", type: "pdf" });
  expect((await evidence.openEvidence(db, secretary, first)).type).toBe("pdf");
  const looks = await db.accessLogEntry.findMany({ where: { byId: secretary.personId }, select: { role: true, what: true, personId: true } });
  expect(looks).toEqual([{ role: "workingGroupSecretary", what: `initiative:${number}`, personId: authorId }]);
  // it names the author: the public reads the words of the answer
  expect((await readPublicRecord(db, anonymous, number, "ru")).evidence.scan).toBeNull();
  expect((await readPublicRecord(db, anonymous, number, "ru")).course.map(({ kind }) => kind)).not.toContain("answerAttached");
  await expect(evidence.openEvidence(db, { actor: anonymous, now }, first)).rejects.toMatchObject({ code: "request.notSignedIn" });
  const both = [await begin(secretary, id, "answerScan"), await begin(secretary, id, "answerScan")];
  await Promise.all(both.map(async (fileId) => await send(secretary, fileId, makePdf())));
  expect(await db.storedFile.count({ where: { ownerId: id, kind: "answerScan", readyAt: { not: null }, removedAt: null } })).toBe(1);
  expect(both).toContain((await evidence.listEvidence(db, id)).scan?.id);
  await expect(evidence.openEvidence(db, secretary, first)).rejects.toMatchObject({ code: "request.notFound" });
  // what is withdrawn from the public's sight takes its photos along
  const photo = await begin(secretary, id, "donePhoto");
  await send(secretary, photo, await makePhoto());
  expect((await evidence.openEvidence(db, { actor: anonymous, now }, photo)).type).toBe("jpeg");
  await db.initiative.update({ where: { id }, data: { status: "withdrawn" } });
  await expect(evidence.openEvidence(db, { actor: anonymous, now }, photo)).rejects.toMatchObject({ code: "request.notSignedIn" });
});
