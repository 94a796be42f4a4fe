import { db } from "@/platform/db/client";
import { makeBody } from "../factories/make-marathon";
import { makeInitiative } from "../factories/make-initiative";
import { makeOrganisation } from "../factories/make-municipality";
import { makeAppointment, makePerson } from "../factories/make-person";
import { makeStoredFile } from "../factories/make-stored-file";
import { makeTicket } from "../factories/make-ticket";
import { newId } from "../factories/sequence";
import type { Noun, Relation, Target } from "./table";
import { foreignName, now, visitorHash, type Place, type World } from "./world";

type Maker = (world: World, relation: Relation) => Promise<Target>;
type Here = "own" | "sibling" | "child" | "neighbour" | "far";

const isHere = (relation: Relation): relation is Here => ["own", "sibling", "child", "neighbour", "far"].includes(relation);
const placeOf = ({ places }: World, relation: Relation): Place => places[isHere(relation) ? relation : "own"];
const absent = (municipalityId: string): Target => ({ id: newId(), number: 2_000_000_000, municipalityId });
const target = (row: { id: string; number?: number }, municipalityId: string): Target => ({ id: row.id, number: row.number ?? 0, municipalityId });

/** Where a noun stands in a relation to the home municipality; what stands in none isn't asked for. */
export const reach: Readonly<Record<Noun, readonly Relation[]>> = {
  initiative: ["own", "parent", "child", "sibling", "neighbour", "far", "gone", "absent"],
  draft: ["own", "sibling", "visitors", "absent"],
  attachment: ["own", "parent", "child", "sibling", "neighbour", "far", "mixed", "visitors", "gone", "absent"],
  remark: ["own", "child", "sibling", "neighbour", "far", "gone", "absent"],
  lateSheet: ["own", "child", "sibling", "neighbour", "far", "gone", "absent"],
  keyQuestion: ["own", "child", "sibling", "neighbour", "far", "gone", "absent"],
  ticket: ["own", "child", "sibling", "neighbour", "far", "gone", "absent"],
  consentScan: ["own", "child", "sibling", "neighbour", "far", "gone", "absent"],
  evidence: ["own", "parent", "child", "sibling", "neighbour", "far", "gone", "absent"],
  stackScan: ["own", "child", "sibling", "neighbour", "far", "absent"],
  actScan: ["own", "parent", "child", "sibling", "neighbour", "far", "gone", "absent"],
  appointment: ["own", "parent", "child", "sibling", "neighbour", "far", "gone", "absent"],
  municipality: ["own", "parent", "child", "neighbour", "far", "gone", "absent"],
  seat: ["own", "parent", "child", "sibling", "neighbour", "far", "gone", "absent"],
  organisation: ["own", "child", "sibling", "neighbour", "far", "mixed", "absent"],
  hotline: ["own", "child", "neighbour", "far", "gone", "absent"],
  group: ["own", "child", "sibling", "neighbour", "far", "mixed", "gone", "absent"],
  person: ["own", "child", "sibling", "neighbour", "far", "gone", "absent"],
  waiting: ["own", "child", "sibling", "neighbour", "far", "gone", "absent"],
  checkpoint: ["own", "child", "neighbour", "far", "mixed", "absent"],
  notification: ["own", "sibling", "absent"],
  session: ["own", "sibling", "absent"],
  identity: ["own", "sibling", "absent"],
  shift: ["own", "child", "neighbour", "far", "gone", "absent"],
  direction: ["own", "parent", "child", "neighbour", "far", "mixed", "absent"],
  unitChange: ["own", "parent", "child", "sibling", "neighbour", "far", "gone", "absent"],
};

/** A row of the noun in that relation, made anew. */
export const targets: Readonly<Record<Noun, Maker>> = {
  initiative: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    // put forward to the country by somebody else's municipality
    const from = relation === "parent" ? world.places.neighbour : placeOf(world, relation);
    const isOwn = relation === "own" || relation === "gone";
    const row = await makeInitiative(db, {
      marathonId: world.home.marathonId, municipalityId: from.id, directionId: from.directionId, originatingId: from.schoolId, authorId: from.residentId, helperId: from.coordinatorId,
      status: relation === "gone" ? "withdrawn" : isOwn ? "inConsideration" : "submitted",
      handedToId: relation === "parent" ? world.countryId : isOwn ? world.home.regionId : null,
    });
    return target(row, from.id);
  },
  draft: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const whose = relation === "visitors" ? { tokenHash: visitorHash } : { authorId: placeOf(world, relation).residentId, helperId: placeOf(world, relation).coordinatorId, helperUnitId: placeOf(world, relation).schoolId };
    const row = await db.initiativeDraft.create({ data: { id: newId(), marathonId: world.home.marathonId, content: {}, createdAt: now, updatedAt: now, ...whose } });
    return target(row, world.home.municipalityId);
  },
  // «mixed»: of a draft that a coordinator words with its author
  attachment: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const owner = relation === "visitors" ? await targets.draft(world, relation) : relation === "mixed" ? await targets.draft(world, "own") : await targets.initiative(world, relation);
    return target(await makeStoredFile(db, { ownerId: owner.id }), owner.municipalityId);
  },
  evidence: async (world, relation) => {
    const owner = await targets.initiative(world, relation);
    return relation === "absent" ? owner : target(await makeStoredFile(db, { kind: "donePhoto", ownerId: owner.id }), owner.municipalityId);
  },
  actScan: async (world, relation) => {
    const owner = await targets.appointment(world, relation);
    return relation === "absent" ? owner : target(await makeStoredFile(db, { kind: "actScan", ownerId: owner.id }), owner.municipalityId);
  },
  consentScan: async (world, relation) => {
    const owner = await targets.person(world, relation);
    return relation === "absent" ? owner : target(await makeStoredFile(db, { kind: "consentScan", ownerId: owner.id }), owner.municipalityId);
  },
  stackScan: async (world, relation) => {
    const owner = await targets.organisation(world, relation);
    return relation === "absent" ? owner : target(await makeStoredFile(db, { kind: "stackScan", ownerId: owner.id, uploadedById: placeOf(world, relation).coordinatorId }), owner.municipalityId);
  },
  // a question that its author may answer; gone: settled
  remark: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const { id: initiativeId } = await targets.initiative(world, relation === "gone" ? "own" : relation);
    const row = await db.initiativeRemark.create({ data: { id: newId(), initiativeId, kind: "question", state: relation === "gone" ? "refused" : "withAuthor", text: "Когда это сделают?", at: now } });
    return target(row, placeOf(world, relation).id);
  },
  // of its own organisation; gone: decided
  lateSheet: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const from = placeOf(world, relation);
    const row = await db.lateSheet.create({ data: {
      id: newId(), marathonId: world.home.marathonId, municipalityId: from.id, organisationId: from.schoolId, authorId: from.residentId, helperId: from.coordinatorId, content: { title: "Осветить улицу" },
      paperCase: "дело № 1", takenAt: now, arrivedAt: now, ...(relation === "gone" ? { state: "declined" as const, reason: "Сбор закрыт", decidedAt: now } : {}),
    } });
    return target(row, from.id);
  },
  // of a group; gone: closed
  keyQuestion: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const from = placeOf(world, relation);
    const row = await db.keyQuestion.create({ data: { id: newId(), marathonId: world.home.marathonId, municipalityId: from.id, bodyId: from.groupId, text: "Каким быть парку?", publishedById: from.residentId, publishedAt: now, closedAt: relation === "gone" ? now : null } });
    return target(row, from.id);
  },
  ticket: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const from = placeOf(world, relation);
    const isOwn = relation === "own" || relation === "gone";
    const row = await makeTicket(db, {
      marathonId: world.home.marathonId, municipalityId: from.id, hotlineId: from.hotlineId, personId: from.residentId, handedToId: isOwn ? from.groupId : null,
      ...(relation === "gone" ? { status: "closed", closedAt: now } : {}), ...(isHere(relation) && !isOwn && relation !== "sibling" ? { callerName: foreignName } : {}),
    });
    return target(row, from.id);
  },
  appointment: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const from = placeOf(world, relation);
    const person = await makePerson(db, isHere(relation) && relation !== "own" && relation !== "sibling" ? { familyName: foreignName } : {});
    const seat = relation === "parent" ? ({ role: "head", unitId: from.id } as const) : ({ role: "executor", unitId: from.schoolId } as const);
    const row = await makeAppointment(db, { personId: person.id, ...seat, endsAt: relation === "gone" ? new Date("2026-03-01") : null });
    return target(row, from.id);
  },
  municipality: async (world, relation) => {
    if (relation === "absent") return absent(newId());
    const id = relation === "parent" ? world.home.regionId : relation === "gone" ? world.goneId : placeOf(world, relation).id;
    return target({ id }, id);
  },
  seat: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const from = placeOf(world, relation);
    if (relation === "parent") return target({ id: from.id }, from.id);
    if (relation === "gone") return target(await makeOrganisation(db, { parentId: from.id, endedAt: new Date("2026-01-01") }), from.id);
    return target({ id: from.schoolId }, from.id);
  },
  organisation: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    if (relation === "mixed") return target({ id: world.places.neighbour.schoolId }, world.home.municipalityId);
    const from = placeOf(world, relation);
    return target({ id: from.schoolId }, from.id);
  },
  hotline: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const from = placeOf(world, relation);
    if (relation === "gone") return target(await makeBody(db, { marathonId: world.home.marathonId, municipalityId: from.id, kind: "hotline", endedAt: new Date("2026-03-01") }), from.id);
    return target({ id: from.hotlineId }, from.id);
  },
  group: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    if (relation === "mixed") return target({ id: world.places.neighbour.groupId }, world.home.municipalityId);
    const from = placeOf(world, relation);
    const row = await makeBody(db, { marathonId: world.home.marathonId, municipalityId: from.id, endedAt: relation === "gone" ? new Date("2026-03-01") : null });
    return target(row, from.id);
  },
  person: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const from = placeOf(world, relation);
    const isHome = relation === "own" || relation === "sibling" || relation === "gone";
    const row = await makePerson(db, { registeredById: from.coordinatorId, registeredAtUnitId: from.schoolId, ...(isHome ? {} : { familyName: foreignName }), erasedAt: relation === "gone" ? now : null });
    await db.registration.create({ data: { id: newId(), marathonId: world.home.marathonId, personId: row.id, municipalityId: from.id, organisationId: from.schoolId, joinedAt: now, countedAt: now } });
    return target(row, from.id);
  },
  waiting: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const from = placeOf(world, relation);
    const isHome = relation === "own" || relation === "sibling" || relation === "gone";
    const row = await makePerson(db, { email: null, phone: "+79120000099", confirmed: false, ...(isHome ? {} : { familyName: foreignName }), erasedAt: relation === "gone" ? now : null });
    await db.registration.create({ data: { id: newId(), marathonId: world.home.marathonId, personId: row.id, municipalityId: from.id, joinedAt: now } });
    return target(row, from.id);
  },
  checkpoint: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const from = relation === "mixed" ? world.places.neighbour : placeOf(world, relation);
    const row = await db.checkpoint.create({ data: { id: newId(), marathonId: world.home.marathonId, municipalityId: from.id, name: "Свой рубеж", date: new Date("2026-03-25"), minutes: 1080 } });
    return target(row, relation === "mixed" ? world.home.municipalityId : from.id);
  },
  notification: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const row = await db.notification.create({ data: { id: newId(), personId: placeOf(world, relation).residentId, kind: "initiativeSubmitted", params: { number: 1, title: "Свет" }, dedupeKey: newId(), at: now } });
    return target(row, world.home.municipalityId);
  },
  identity: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const row = await db.linkedIdentity.create({ data: { id: newId(), personId: placeOf(world, relation).residentId, issuer: "https://id.example", subject: newId(), provider: "okrug", linkedAt: now } });
    return target(row, world.home.municipalityId);
  },
  session: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const row = await db.session.create({ data: { id: newId(), personId: placeOf(world, relation).residentId, version: 1, startedAt: now, seenAt: now } });
    return target(row, world.home.municipalityId);
  },
  /** of another operator of the line; gone: taken off the roster */
  shift: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const from = placeOf(world, relation);
    const person = await makePerson(db, isHere(relation) && relation !== "own" ? { familyName: foreignName } : {});
    await makeAppointment(db, { personId: person.id, role: "operator", bodyId: from.hotlineId });
    const row = await db.dutyShift.create({ data: { id: newId(), bodyId: from.hotlineId, personId: person.id, startsAt: now, endsAt: new Date(now.getTime() + 3_600_000), cancelledAt: relation === "gone" ? now : null, createdAt: now } });
    return target(row, from.id);
  },
  // a decision on a school; parent: on the municipality itself; gone: one that was done
  unitChange: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    const from = placeOf(world, relation);
    const unitId = relation === "parent" ? from.id : from.schoolId;
    const row = await db.unitChange.create({
      data: {
        id: newId(), kind: "rename", unitId, takesEffectOn: new Date("2026-05-01"), reason: "Решение думы", decision: { kind: "rename", unitId, name: "Новое имя", shortName: "", oktmo: null },
        decidedById: from.residentId, decidedAt: now, appliedAt: relation === "gone" ? now : null,
      },
    });
    return target(row, from.id);
  },
  // a municipality's own; parent: the marathon's, under one's own roof
  direction: async (world, relation) => {
    if (relation === "absent") return absent(world.home.municipalityId);
    if (relation === "parent") return target({ id: world.home.directionId }, world.home.municipalityId);
    const from = relation === "mixed" ? world.places.neighbour : placeOf(world, relation);
    const id = newId();
    await db.direction.create({ data: { id, marathonId: world.home.marathonId, municipalityId: from.id, key: id, name: `Своё ${id}`, nameEn: "Own", position: 99 } });
    return target({ id }, relation === "mixed" ? world.home.municipalityId : from.id);
  },
};
