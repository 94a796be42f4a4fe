import { rmSync } from "node:fs";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Role } from "@/access/roles";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { fileStore, keyOf } from "@/platform/files/store";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makePdf } from "@/testing/factories/make-files";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import { deskRegisterInput } from "../desk/schema";
import { registerAtDesk } from "../desk/server/service";
import * as stacks from "./server/service";

const { folder } = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([import("node:fs"), import("node:os"), import("node:path")]);
  const made = mkdtempSync(join(tmpdir(), "stacks-"));
  process.env.DATA_DIR = made;
  return { folder: made };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

useTestDatabase();

const world = {} as { municipalityId: string; schoolId: string; otherSchoolId: string; documentId: string };
beforeAll(async () => {
  const { id: municipalityId } = await makeMunicipality(db);
  await makeMarathon(db, { municipalityIds: [municipalityId] });
  const [school, other] = [await makeOrganisation(db, { parentId: municipalityId }), await makeOrganisation(db, { parentId: municipalityId })];
  Object.assign(world, { municipalityId, schoolId: school.id, otherSchoolId: other.id, documentId: (await makeConsentDocument(db, "processing")).id });
});

const askerOf = async (personId: string) => ({ actor: await loadActor({ personId, sessionVersion: 1 }, now), now, addressHash: newId(), locale: "ru" as const, visitor: { tokenHash: null, ensureTokenHash: () => "v", forget: () => undefined } });
type Asker = Awaited<ReturnType<typeof askerOf>>;
async function appointed(role: Role, unitId: string): Promise<Asker & { readonly id: string }> {
  const { id } = await makePerson(db);
  await makeAppointment(db, { personId: id, role, unitId });
  return { id, ...(await askerOf(id)) };
}
const begin = async (asker: Asker, fileId = newId(), atUnitId = world.schoolId) => {
  await stacks.beginStack(asker, { atUnitId, fileId, name: "Стопка.pdf", bytes: 1000 });
  return fileId;
};
const send = async (asker: Asker, fileId: string) => await stacks.receiveStack(db, asker, fileId, Readable.from([makePdf()]));
const register = async (asker: Asker, scanId: string, overrides: object = {}) => await registerAtDesk(asker, deskRegisterInput.parse({
  familyName: "Листова", givenName: "Мария", patronymic: "", phone: "", birthDate: "", organisationId: null, hiddenFromOrganisation: false, signedOnPaper: true, processingDocumentId: world.documentId,
  paperCase: "", scanId, publishNameDocumentId: null, representativeName: "", representativeCase: "", key: newId(), atUnitId: world.schoolId, isAnother: false, ...overrides,
}));

test("скан стопки приносит тот, кто записывает людей в организации; открывают он и ответственный за марафон, и больше никто", async () => {
  const [coordinator, colleague, responsible, lead, stranger] = [await appointed("coordinator", world.schoolId), await appointed("coordinator", world.schoolId), await appointed("responsiblePerson", world.municipalityId), await appointed("head", world.municipalityId), await askerOf((await makePerson(db)).id)];
  await expect(begin(stranger)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(begin(coordinator, newId(), world.otherSchoolId)).rejects.toMatchObject({ code: expect.stringMatching(/request\.(?:notFound|forbidden)/) as string });
  const fileId = await begin(coordinator);
  await expect(send(colleague, fileId)).rejects.toMatchObject({ code: "request.notFound" });
  await expect(begin(colleague, fileId)).rejects.toMatchObject({ code: "request.notFound" });
  expect(await begin(coordinator, fileId)).toBe(fileId);
  await send(coordinator, fileId);
  for (const asker of [colleague, lead, stranger]) await expect(stacks.openStack(db, asker, fileId)).rejects.toMatchObject({ code: "request.notFound" });
  for (const asker of [coordinator, responsible]) expect(await stacks.openStack(db, asker, fileId)).toMatchObject({ id: fileId, type: "pdf" });
});

test("согласие по скану: чужой, недошедший и чужой организации скан не годится; без скана и дела не записать", async () => {
  const [coordinator, colleague] = [await appointed("coordinator", world.schoolId), await appointed("coordinator", world.schoolId)];
  const [fileId, unsent] = [await begin(coordinator), await begin(coordinator)];
  await send(coordinator, fileId);
  for (const [asker, id] of [[coordinator, unsent], [coordinator, newId()], [colleague, fileId]] as const) await expect(register(asker, id)).rejects.toMatchObject({ code: "consent.scanMissing" });
  expect(deskRegisterInput.safeParse({ familyName: "Листова", givenName: "Мария", patronymic: "", phone: "", birthDate: "", organisationId: null, hiddenFromOrganisation: false, signedOnPaper: true, processingDocumentId: world.documentId, publishNameDocumentId: null, representativeName: "", representativeCase: "", key: newId(), atUnitId: world.schoolId, isAnother: false, paperCase: "", scanId: null }).error?.issues[0]).toMatchObject({ path: ["paperCase"], message: "field.required" });
  const made = await register(coordinator, fileId);
  const personId = made.ok ? made.personId : "";
  expect(await db.consent.findMany({ where: { personId } })).toMatchObject([{ scanId: fileId, paperCase: null, channel: "paper" }]);
  await stacks.openStack(db, coordinator, fileId);
  expect(await db.accessLogEntry.findMany({ where: { personId, what: "stackScan" }, select: { byId: true, role: true } })).toEqual([{ byId: coordinator.id, role: "coordinator" }]);
});

test("скан, который не назвал ни один лист, через неделю уходит; названный остаётся", async () => {
  const coordinator = await appointed("coordinator", world.schoolId);
  const [used, unused] = [await begin(coordinator), await begin(coordinator)];
  for (const id of [used, unused]) await send(coordinator, id);
  await register(coordinator, used, { familyName: "Сканова" });
  const sweep = async (at: Date) => await transaction(async (tx) => await stacks.sweepStacks(tx, at));
  await sweep(now);
  expect(await fileStore().open(keyOf(unused))).not.toBeNull();
  await sweep(new Date(now.getTime() + 8 * 24 * 60 * 60 * 1000));
  expect([await fileStore().open(keyOf(used)), await fileStore().open(keyOf(unused))].map((bytes) => bytes !== null)).toEqual([true, false]);
});

test("кончилось назначение – скан закрыт и для того, кто его принёс", async () => {
  const coordinator = await appointed("coordinator", world.schoolId);
  const fileId = await begin(coordinator);
  await send(coordinator, fileId);
  await db.appointment.updateMany({ where: { personId: coordinator.id }, data: { endsAt: new Date(now.getTime() - 1) } });
  await expect(stacks.openStack(db, await askerOf(coordinator.id), fileId)).rejects.toMatchObject({ code: "request.notFound" });
});
