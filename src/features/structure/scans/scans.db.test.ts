import { rmSync } from "node:fs";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { fileStore, keyOf } from "@/platform/files/store";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makePdf } from "@/testing/factories/make-files";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import * as scans from "./server/service";

const { folder } = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([import("node:fs"), import("node:os"), import("node:path")]);
  const made = mkdtempSync(join(tmpdir(), "scans-"));
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

async function holder(role: "responsiblePerson" | "coordinator" | "director" | "head", unitId: string) {
  const { id: personId } = await makePerson(db);
  const { id } = await makeAppointment(db, { personId, role, unitId });
  const asker = async () => ({ actor: await loadActor({ personId, sessionVersion: 1 }, now), now, addressHash: newId() });
  return { personId, appointmentId: id, asker };
}
type Asker = Awaited<ReturnType<Awaited<ReturnType<typeof holder>>["asker"]>>;
const begin = async (asker: Asker, appointmentId: string, fileId = newId()) => {
  await scans.beginScan(asker, { appointmentId, fileId, name: "Приказ.pdf", bytes: 1000 });
  return fileId;
};
const send = async (asker: Asker, fileId: string) => await scans.receiveScan(db, asker, fileId, Readable.from([makePdf()]));

test("скан прикладывает только тот, кто назначает; видит его тот, кто видит назначение", async () => {
  const [responsible, coordinator, director] = [await holder("responsiblePerson", municipalityId), await holder("coordinator", schoolId), await holder("director", schoolId)];
  const foreign = await holder("responsiblePerson", (await makeMunicipality(db)).id);
  await expect(begin(await coordinator.asker(), coordinator.appointmentId)).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(begin(await director.asker(), coordinator.appointmentId)).rejects.toMatchObject({ code: "request.forbidden" });
  await expect(begin(await foreign.asker(), coordinator.appointmentId)).rejects.toMatchObject({ code: "request.notFound" });
  const fileId = await begin(await responsible.asker(), coordinator.appointmentId);
  await expect(send(await director.asker(), fileId)).rejects.toMatchObject({ code: "request.forbidden" });
  await send(await responsible.asker(), fileId);
  for (const reader of [responsible, coordinator, director]) expect((await scans.openScan(db, await reader.asker(), fileId)).type).toBe("pdf");
  await expect(scans.openScan(db, await foreign.asker(), fileId)).rejects.toMatchObject({ code: "request.notFound" });
});

test("новый скан заменяет прежний в один миг, от прежнего не остаётся байтов", async () => {
  const [responsible, coordinator] = [await holder("responsiblePerson", municipalityId), await holder("coordinator", schoolId)];
  const asker = await responsible.asker();
  expect(await scans.scanOf(db, coordinator.appointmentId)).toBeNull();
  const first = await begin(asker, coordinator.appointmentId);
  await send(asker, first);
  const second = await begin(asker, coordinator.appointmentId);
  expect((await scans.scanOf(db, coordinator.appointmentId))?.id).toBe(first);
  await send(asker, second);
  expect((await scans.scanOf(db, coordinator.appointmentId))?.id).toBe(second);
  expect(await fileStore().open(keyOf(first))).toBeNull();
  const both = [await begin(asker, coordinator.appointmentId), await begin(asker, coordinator.appointmentId)];
  await Promise.all(both.map(async (id) => await send(asker, id)));
  expect(await db.storedFile.count({ where: { ownerId: coordinator.appointmentId, removedAt: null } })).toBe(1);
});

test("право кончилось, пока скан был в пути: он не встал", async () => {
  const [responsible, coordinator] = [await holder("responsiblePerson", municipalityId), await holder("coordinator", schoolId)];
  const fileId = await begin(await responsible.asker(), coordinator.appointmentId);
  await db.appointment.update({ where: { id: responsible.appointmentId }, data: { endsAt: now } });
  await expect(send(await responsible.asker(), fileId)).rejects.toMatchObject({ code: "request.notFound" });
  expect(await scans.scanOf(db, coordinator.appointmentId)).toBeNull();
});
