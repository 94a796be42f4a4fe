import { beforeAll, expect, test } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { registerSubscriptions } from "@/api/subscriptions";
import { takeOnTripInput, type TakeOnTripInput } from "@/features/initiatives/paper/schema";
import { takeOnTrip } from "@/features/initiatives/paper/server/service";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality, makeOrganisation } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";
import { factoryNow as now } from "@/testing/factories/sequence";
import { readSlip } from "../slip/server/service";
import { hashSlipCode } from "../server/tokens";
import { registerOnTripInput, type RegisterOnTripInput, type Trip } from "./schema";
import { prepareTrip, registerOnTrip } from "./server/service";
import { parseOneTimeCode } from "@/shared/codes/one-time-code";

useTestDatabase();

const day = 86_400_000;
const later = new Date(now.getTime() + 3 * day);
const signedIn = async (personId: string, at = now): Promise<Actor> => await loadActor({ personId, sessionVersion: 1 }, at);
const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const asker = (actor: Actor, at = later) => ({ actor, now: at, locale: "ru" as const, visitor: visitorOf("v".repeat(43), null) });

const world = {} as { schoolId: string; otherSchoolId: string; directionId: string; municipalityId: string; documentId: string; postId: string };
let coordinator: Actor;
let colleague: Actor;

beforeAll(async () => {
  registerSubscriptions();
  const municipality = await makeMunicipality(db, { timeZone: "Europe/Kirov" });
  const { id: marathonId, directions } = await makeMarathon(db, { municipalityIds: [municipality.id] });
  const directionId = directions[0]?.id ?? "";
  await makeBody(db, { marathonId, municipalityId: municipality.id, directionIds: [directionId] });
  const [school, other] = [await makeOrganisation(db, { parentId: municipality.id }), await makeOrganisation(db, { parentId: municipality.id })];
  const [staff, second] = [await makePerson(db), await makePerson(db)];
  const post = await makeAppointment(db, { personId: staff.id, role: "coordinator", unitId: school.id });
  await makeAppointment(db, { personId: second.id, role: "executor", unitId: school.id });
  Object.assign(world, { schoolId: school.id, otherSchoolId: other.id, directionId, municipalityId: municipality.id, documentId: (await makeConsentDocument(db, "processing")).id, postId: post.id });
  [coordinator, colleague] = [await signedIn(staff.id), await signedIn(second.id)];
});

const prepare = async (actor = coordinator, atUnitId = world.schoolId, at = now): Promise<Trip> => await prepareTrip(asker(actor, at), { id: newId(), atUnitId, slips: 2 }, "https://dialog.example");
const person = (trip: Trip, overrides: Partial<RegisterOnTripInput> = {}) => ({
  ...registerOnTripInput.parse({
    id: newId(), tripId: trip.id, familyName: "Дальнева", givenName: "Вера", patronymic: "", phone: "", birthDate: "", signedOnPaper: true, paperCase: "дело № 7", representativeName: "", representativeCase: "",
    worksHere: false, code: trip.codes[0] ?? null, isAnother: false,
  }), ...overrides,
});
const initiative = (trip: Trip, personId: string, overrides: Partial<TakeOnTripInput> = {}): TakeOnTripInput => takeOnTripInput.parse({
  id: newId(), tripId: trip.id, personId, takenAt: new Date(now.getTime() + day), paperCase: "дело № 7", ...overrides,
  content: { title: "Починить мост через Вою", essence: "Мост просел, скорая объезжает через соседнее село.", expectedResult: "По мосту снова ездят машины.", directionId: world.directionId, initiatorKind: "pensioner" },
});

test("готовит выезд только тот, кто регистрирует в этой организации; коды лежат в базе только хешем", async () => {
  const stranger = await signedIn((await makePerson(db)).id);
  expect(await code(prepare(stranger))).toBe("request.notFound");
  expect(await code(prepare(coordinator, world.otherSchoolId))).toBe("request.notFound");
  const trip = await prepare();
  expect(trip).toMatchObject({ unitId: world.schoolId, municipalityId: world.municipalityId, slipAddress: "https://dialog.example/slip" });
  expect(new Set(trip.codes).size).toBe(2);
  const kept = await db.tripSlip.findMany({ where: { tripId: trip.id } });
  for (const plain of trip.codes) expect(JSON.stringify(kept)).not.toContain(plain.slice(0, 5));
  expect(await code(prepareTrip(asker(coordinator), { id: trip.id, atUnitId: world.schoolId, slips: 1 }, "https://dialog.example"))).toBe("trip.prepared");
});

test("до передачи код не открывает ничего, после – запись того, кому его дали", async () => {
  const trip = await prepare();
  const slip = parseOneTimeCode(trip.codes[0] ?? "")!;
  const reader = { ...asker(anonymous), addressHash: "a".repeat(64) };
  expect(await code(readSlip(db, reader, slip))).toBe("slip.wrong");
  expect(await registerOnTrip(asker(coordinator), person(trip))).toMatchObject({ ok: true, slip: "given" });
  expect(await readSlip(db, reader, slip)).toMatchObject({ givenName: "Вера" });
});

test("переданный десять раз сразу и ещё раз через неделю человек – один; его согласие – по тексту, с которым выехали", async () => {
  const trip = await prepare();
  const input = person(trip);
  await makeConsentDocument(db, "processing");
  const outcomes = await Promise.all(Array.from({ length: 10 }, async () => await registerOnTrip(asker(coordinator), input)));
  for (const outcome of outcomes) expect(outcome).toEqual({ ok: true, personId: input.id, slip: "given" });
  expect(await registerOnTrip(asker(coordinator, new Date(later.getTime() + 7 * day)), input)).toEqual({ ok: true, personId: input.id, slip: "given" });
  const made = await db.person.findMany({ where: { id: input.id }, include: { consents: true, registrations: true } });
  expect(made).toMatchObject([{ assurance: "confirmedInPerson", registeredById: coordinator.personId, consents: [{ documentId: world.documentId, channel: "paper", paperCase: "дело № 7" }], registrations: [{ countedAt: later }] }]);
  expect(await db.oneTimeToken.count({ where: { personId: input.id, purpose: "slip" } })).toBe(1);
});

test("один код не достаётся двоим, чужой и просроченный – никому: человек записан, листок ему сделают новый", async () => {
  const [trip, another] = [await prepare(), await prepare(colleague)];
  expect(await registerOnTrip(asker(coordinator), person(trip))).toMatchObject({ slip: "given" });
  expect(await registerOnTrip(asker(coordinator), person(trip))).toMatchObject({ ok: true, slip: "gone" });
  expect(await registerOnTrip(asker(coordinator), person(trip, { code: parseOneTimeCode(another.codes[0] ?? "") }))).toMatchObject({ ok: true, slip: "gone" });
  expect(await registerOnTrip(asker(coordinator, new Date(now.getTime() + 31 * day)), person(trip, { code: parseOneTimeCode(trip.codes[1] ?? "") }))).toMatchObject({ ok: true, slip: "gone" });
  expect(await db.oneTimeToken.count({ where: { hash: hashSlipCode(parseOneTimeCode(trip.codes[1] ?? "")!) } })).toBe(0);
});

test("похожий человек назван один раз, другой – записан; чужой номер записи ничего не говорит о человеке", async () => {
  const trip = await prepare();
  const phone = "+79120001122" as RegisterOnTripInput["phone"];
  const first = person(trip, { phone });
  await registerOnTrip(asker(coordinator), first);
  const again = person(trip, { phone, code: null });
  expect(await registerOnTrip(asker(coordinator), again)).toEqual({ ok: false, reason: "possibleDouble", known: { id: first.id, name: "Дальнева Вера" } });
  expect(await db.person.count({ where: { id: again.id } })).toBe(0);
  expect(await registerOnTrip(asker(coordinator), { ...again, isAnother: true })).toMatchObject({ ok: true, personId: again.id, slip: "none" });
  const stranger = await makePerson(db);
  expect(await code(registerOnTrip(asker(coordinator), person(trip, { id: stranger.id })))).toBe("request.notFound");
});

test("инициатива с выезда: «принято на месте» – по часам устройства в пределах выезда, «поступило» – по серверу; переданная много раз – одна", async () => {
  const trip = await prepare();
  const author = person(trip);
  await registerOnTrip(asker(coordinator), author);
  const input = initiative(trip, author.id);
  const outcomes = await Promise.all(Array.from({ length: 10 }, async () => await takeOnTrip(coordinator, input, later)));
  expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.number)).size).toBe(1);
  expect(await db.initiative.findMany({ where: { id: input.id } })).toMatchObject([{ authorId: author.id, helperId: coordinator.personId, takenAt: input.takenAt, submittedAt: later }]);
  for (const [takenAt, kept] of [["1999-01-01", trip.preparedAt], ["2040-01-01", later]] as const) {
    const wrongClock = initiative(trip, author.id, { takenAt: new Date(takenAt) });
    await takeOnTrip(coordinator, wrongClock, later);
    expect(await db.initiative.findUnique({ where: { id: wrongClock.id } })).toMatchObject({ takenAt: kept });
  }
});

test("пришло после закрытия с выезда, начатого вовремя, – ждёт ответственного; с начатого позже – не принято", async () => {
  const afterClose = new Date("2026-04-03T09:00:00Z");
  const trip = await prepare();
  const author = person(trip);
  expect(await registerOnTrip(asker(coordinator, afterClose), author)).toMatchObject({ ok: true });
  expect(await takeOnTrip(coordinator, initiative(trip, author.id), afterClose)).toEqual({ ok: false, reason: "late", state: "waiting" });
  const tooLate = await prepare(coordinator, world.schoolId, afterClose);
  expect(await code(takeOnTrip(coordinator, initiative(tooLate, author.id), new Date("2026-04-04T09:00:00Z")))).toBe("marathon.closed");
});

test("передаёт только тот, кто записывал; назначение кончилось – не передаёт никто, и ничего не записано", async () => {
  const trip = await prepare();
  expect(await code(registerOnTrip(asker(colleague), person(trip)))).toBe("trip.another");
  expect(await code(registerOnTrip(asker(coordinator), person({ ...trip, id: newId() })))).toBe("request.notFound");
  await db.appointment.update({ where: { id: world.postId }, data: { endsAt: later } });
  const input = person(trip);
  expect(await code(registerOnTrip(asker(await signedIn(coordinator.personId ?? "", later)), input))).toBe("request.notFound");
  expect(await db.person.count({ where: { id: input.id } })).toBe(0);
});
