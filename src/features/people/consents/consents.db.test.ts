import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makeCountry } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import { setPublishName } from "../account/server/service";
import type { DraftFields } from "./schema";
import * as service from "./server/service";

useTestDatabase();

let administrator: Actor;
let first: string;
beforeAll(async () => {
  const { id: unitId } = await makeCountry(db);
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role: "administrator", unitId });
  administrator = await loadActor({ personId: person.id, sessionVersion: 1 }, now);
  ({ id: first } = await makeConsentDocument(db, "processing"));
});

const asker = (actor: Actor) => ({ actor, visitor: visitorOf(undefined, () => undefined), now });
const text: DraftFields = { title: "Согласие на обработку", text: "Я даю согласие на обработку моих данных, чтобы участвовать в марафоне.", operator: "Администрация района", operatorAddress: "г. Яранск, ул. Кирова, 10", operatorInn: "4339001234", operatorOgrn: "1024301234567", operatorContact: "dannye@example.org", asksAnew: true };
const save = async (own: object = {}, actor = administrator) => await service.saveDraft(asker(actor), { ...text, purpose: "processing", seen: null, key: newId(), ...own });
const publish = async (seen: number, own: object = {}) => await service.publish(asker(administrator), { purpose: "processing", seen, key: newId(), ...own });
async function consenting(documentId = first): Promise<Actor> {
  const person = await makePerson(db);
  await db.consent.create({ data: { id: newId(), personId: person.id, documentId, channel: "self", givenAt: now } });
  return await loadActor({ personId: person.id, sessionVersion: 1 }, now);
}

test("тексты согласий пишет и видит в черновике только администратор", async () => {
  const person = await consenting();
  for (const [actor, code] of [[anonymous, "request.notSignedIn"], [person, "request.notFound"]] as const) {
    await expect(service.readDesk(db, actor)).rejects.toMatchObject({ code });
    await expect(save({}, actor)).rejects.toMatchObject({ code });
  }
});

test("опубликованное не правит никто, даже мимо платформы", async () => {
  await expect(db.consentDocument.update({ where: { id: first }, data: { text: "Другое" } })).rejects.toThrow();
  await expect(db.consentDocument.delete({ where: { id: first } })).rejects.toThrow();
});

test("черновик двух администраторов: второй узнаёт, что его опередили; публикуется то, на что смотрели, и один раз", async () => {
  const { version } = await save();
  await expect(save({ title: "Поверх чужого" })).rejects.toMatchObject({ code: "request.changedMeanwhile" });
  await expect(publish(version + 1)).rejects.toMatchObject({ code: "request.changedMeanwhile" });
  const agreed = await consenting();
  expect(await service.listAsked(db, agreed)).toEqual([]);
  const key = newId();
  const twice = await Promise.all([publish(version, { key }), publish(version, { key })]);
  expect(twice).toEqual([{ version: 2 }, { version: 2 }]);
  const [desk] = await service.readDesk(db, administrator);
  expect(desk).toMatchObject({ purpose: "processing", draft: null, published: [{ version: 2, operatorInn: "4339001234", asksAnew: true }, { version: 1 }] });
});

test("кто согласился раньше, того спрашивают заново, пока не согласится; прежнее согласие остаётся в истории", async () => {
  const agreed = await consenting();
  const stranger = await loadActor({ personId: (await makePerson(db)).id, sessionVersion: 1 }, now);
  expect(await service.listAsked(db, stranger)).toEqual([]);
  const [asked] = await service.listAsked(db, agreed);
  expect(asked).toMatchObject({ version: 2, operator: text.operator });
  const accept = async (actor: Actor, documentId: string) => await service.accept(asker(actor), { documentId, key: newId() });
  await expect(accept(agreed, first)).rejects.toMatchObject({ code: "consent.outdated" });
  await expect(accept(stranger, (await makeConsentDocument(db, "publishName")).id)).rejects.toMatchObject({ code: "request.invalid" });
  await expect(accept(stranger, newId())).rejects.toMatchObject({ code: "request.notFound" });
  await accept(agreed, asked?.id ?? "");
  await accept(agreed, asked?.id ?? "");
  expect(await service.listAsked(db, agreed)).toEqual([]);
  expect(await db.consent.count({ where: { personId: agreed.personId ?? "", withdrawnAt: null } })).toBe(2);
});

test("не согласился с новой редакцией публикации имени – имя снято, и больше не спрашивают; обработку прежнее согласие держит до удаления", async () => {
  const name = await makeConsentDocument(db, "publishName");
  const actor = await consenting();
  const personId = actor.personId ?? "";
  await db.consent.create({ data: { id: newId(), personId, documentId: name.id, channel: "self", givenAt: now } });
  const { version } = await save({ purpose: "publishName" });
  await publish(version, { purpose: "publishName" });
  expect((await service.listAsked(db, actor)).map(({ purpose }) => purpose)).toContain("publishName");
  await setPublishName(actor, { agreed: false, documentId: null }, now);
  expect((await service.listAsked(db, actor)).map(({ purpose }) => purpose)).not.toContain("publishName");
});
