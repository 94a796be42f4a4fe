import { rmSync } from "node:fs";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Role } from "@/access/roles";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { fileStore, keyOf } from "@/platform/files/store";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makePdf } from "@/testing/factories/make-files";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import * as paper from "./server/service";

const { folder } = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([import("node:fs"), import("node:os"), import("node:path")]);
  const made = mkdtempSync(join(tmpdir(), "paper-"));
  process.env.DATA_DIR = made;
  return { folder: made };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

useTestDatabase();

let municipalityId: string;
let schoolId: string;
beforeAll(async () => {
  ({ id: municipalityId } = await makeMunicipality(db));
  ({ id: schoolId } = await makeOrganisation(db, { parentId: municipalityId }));
});

const askerOf = async (personId: string) => ({ actor: await loadActor({ personId, sessionVersion: 1 }, now), now, addressHash: newId() });
async function appointed(role: Role, unitId: string) {
  const { id } = await makePerson(db);
  await makeAppointment(db, { personId: id, role, unitId });
  return { id, asker: await askerOf(id) };
}
type Asker = Awaited<ReturnType<typeof askerOf>>;
const begin = async (asker: Asker, personId: string) => {
  const fileId = newId();
  await paper.beginPaper(asker, { personId, fileId, name: "Согласие.pdf", bytes: 1000 });
  return fileId;
};
const send = async (asker: Asker, fileId: string) => await paper.receivePaper(db, asker, fileId, Readable.from([makePdf()]));

test("скан согласия прикладывает тот, кто зарегистрировал; каждый взгляд сотрудника человек видит", async () => {
  const [registrar, colleague, responsible] = [await appointed("coordinator", schoolId), await appointed("coordinator", schoolId), await appointed("responsiblePerson", municipalityId)];
  const { id: personId } = await makePerson(db, { registeredById: registrar.id, registeredAtUnitId: schoolId });
  await expect(begin(colleague.asker, personId)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(begin(await askerOf(personId), personId)).rejects.toMatchObject({ code: "request.forbidden" });
  const fileId = await begin(registrar.asker, personId);
  await expect(send(colleague.asker, fileId)).rejects.toMatchObject({ code: "request.notFound" });
  await send(registrar.asker, fileId);
  expect(await paper.readPaper(db, registrar.asker, personId)).toMatchObject({ id: fileId, name: "Согласие.pdf" });
  await expect(paper.openPaper(db, colleague.asker, fileId)).rejects.toMatchObject({ code: "request.notFound" });
  await paper.openPaper(db, registrar.asker, fileId);
  await paper.openPaper(db, await askerOf(personId), fileId);
  await expect(paper.openPaper(db, responsible.asker, fileId)).rejects.toMatchObject({ code: "request.notFound" });
  const looks = await db.accessLogEntry.findMany({ where: { personId }, select: { byId: true, role: true, what: true } });
  expect(looks).toEqual([{ byId: registrar.id, role: "coordinator", what: "consentScan" }]);
});

test("новый скан заменяет прежний, прежнего нет и в хранилище", async () => {
  const registrar = await appointed("coordinator", schoolId);
  const { id: personId } = await makePerson(db, { registeredById: registrar.id, registeredAtUnitId: schoolId });
  const [first, second] = [await begin(registrar.asker, personId), await begin(registrar.asker, personId)];
  await send(registrar.asker, first);
  await send(registrar.asker, second);
  expect((await paper.readPaper(db, registrar.asker, personId))?.id).toBe(second);
  expect(await fileStore().open(keyOf(first))).toBeNull();
});
