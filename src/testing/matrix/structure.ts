import { newId } from "@/shared/ids/id";
import { nextNumber } from "../factories/sequence";
import { acting, everyone, general, row, withAccount, type Row, type Rows, type Target } from "./table";

/** All who hold a post in the municipality: what they may not do is 403 to them, not 404. */
const inside = "coordinator executor director workingGroupMember workingGroupSecretary workingGroupLead coordinationGroupMember operator moderator responsiblePerson head";
/** Those of them who hear 403 before anybody looks whether the row is theirs. */
const withoutRight = inside.replace("responsiblePerson head", "");
const text = "Достаточно длинный текст, чтобы его приняли";
const person = () => ({ by: "email", email: `wished${nextNumber()}@example.org`, familyName: "Новикова", givenName: "Ольга", patronymic: "" });

/** An executor's appointment at a school; parent: the head's own. */
const staffReaders = {
  own: "director workingGroupSecretary workingGroupLead coordinationGroupMember head responsiblePerson",
  gone: "director workingGroupSecretary workingGroupLead coordinationGroupMember head responsiblePerson",
  sibling: "coordinationGroupMember head responsiblePerson",
  parent: "coordinationGroupMember head responsiblePerson administrator",
};
const held = (own: string, sibling: string, parent: string, more: () => object = () => ({})): Row =>
  row("appointment", ({ id }) => ({ appointmentId: id, key: newId(), ...more() }), acting(staffReaders, { own, gone: own, sibling, parent }));
const appointers = ["workingGroupLead head responsiblePerson", "head responsiblePerson", "administrator"] as const;

const setUp = (more: () => object = () => ({})): Row => row("municipality", ({ id }) => ({ municipalityId: id, key: newId(), ...more() }), { own: ["head responsiblePerson", inside] });
const managed = "head responsiblePerson administrator";
const historians = "workingGroupSecretary workingGroupLead coordinationGroupMember head responsiblePerson councilStaff administrator";
const anywhere = { child: "administrator", neighbour: "administrator", far: "administrator" };
const administrator = (input?: Parameters<typeof general>[1]): Row => general("administrator", input);
const dates = { startsOn: "2024-02-16", endsOn: "2024-03-31", closingEndsOn: "2024-04-30" };

const onLine = (input: (target: Target) => object): Row => row("hotline", (target) => ({ key: newId(), ...input(target) }), { own: ["head responsiblePerson", inside], gone: ["head responsiblePerson", inside] });
const onShift = (who: string, more: () => object = () => ({})): Row => row("shift", ({ id }) => ({ shiftId: id, key: newId(), ...more() }), { own: [who, inside] });

export const structure: Rows = {
  "structure.myMunicipalities": general(`assisting ${withAccount}`),
  "structure.chart": row("municipality", ({ id }) => ({ municipalityId: id }), { own: "director workingGroupSecretary workingGroupLead coordinationGroupMember head responsiblePerson" }),

  "structure.appointments.seat": row("seat", ({ id }) => ({ seatId: id }), { own: "workingGroupLead head responsiblePerson", sibling: "head responsiblePerson", parent: "head responsiblePerson administrator" }),
  "structure.appointments.list": row("municipality", ({ id }) => ({ municipalityId: id }), { own: ["director workingGroupSecretary workingGroupLead coordinationGroupMember head responsiblePerson", inside] }),
  "structure.appointments.record": row("appointment", ({ id }) => ({ appointmentId: id }), staffReaders),
  "structure.appointments.appoint": row(
    "seat",
    ({ id }, _home, relation) => ({ role: relation === "parent" ? "head" : "coordinator", seatId: id, person: person(), startsOn: null, endsOn: null, act: null, key: newId() }),
    { own: ["workingGroupLead head responsiblePerson", inside], sibling: ["head responsiblePerson", inside], parent: ["administrator", inside], gone: ["head responsiblePerson", inside] },
  ),
  "structure.appointments.substitute": held("director workingGroupLead head responsiblePerson", "head responsiblePerson", "", () => ({ person: person(), startsOn: "2026-03-11", endsOn: "2026-03-12" })),
  "structure.appointments.setAct": held(...appointers, () => ({ act: { kind: "order", number: "7", date: "2026-03-01" }, seen: null })),
  // as a procedure tells of it, so its bytes go out (api/files)
  "structure.scans.open": row("actScan", ({ id }) => ({ fileId: id }), staffReaders),
  "structure.scans.begin": held(...appointers, () => ({ fileId: newId(), name: "Приказ.pdf", bytes: 1000 })),
  "structure.papers.list": row("municipality", ({ id }) => ({ municipalityId: id }), { own: "director workingGroupSecretary workingGroupLead coordinationGroupMember head responsiblePerson" }),
  // a director sees his organisation alone, and makes no act of the whole
  "structure.papers.read": row("municipality", ({ id }) => ({ municipalityId: id, kind: "list" }), { own: ["workingGroupSecretary workingGroupLead coordinationGroupMember head responsiblePerson", "director"] }),
  "structure.papers.setWhom": held(...appointers, () => ({ position: "", whom: "Иванову Марию", seen: { position: null, whom: null } })),
  "structure.appointments.inviteAgain": held(...appointers),
  "structure.appointments.brief": held("workingGroupSecretary workingGroupLead responsiblePerson", "responsiblePerson", "", () => ({ material: text })),
  // only who holds it, and that is a person of their own here
  "structure.appointments.acknowledge": held("", "", ""),

  "structure.appointments.issueCode": held(...appointers),
  "structure.appointments.remind": held("workingGroupSecretary workingGroupLead responsiblePerson", "responsiblePerson", ""),
  "structure.appointments.remindAll": row("municipality", ({ id }) => ({ municipalityId: id, key: newId() }), { own: ["workingGroupSecretary workingGroupLead responsiblePerson", inside] }),
  "structure.appointments.previewAll": row("municipality", ({ id }) => ({ municipalityId: id, role: "coordinator", text: "Школа; Новикова Ольга" }), { own: ["workingGroupLead head responsiblePerson", inside] }),
  "structure.appointments.inviteAll": row("municipality", ({ id }) => ({ municipalityId: id, role: "coordinator", text: "Школа; Новикова Ольга", expected: 1, key: newId() }), { own: ["workingGroupLead head responsiblePerson", inside] }),

  "structure.setup.onePerson": setUp(() => ({ phone: "8 800 250 00 00", hours: "с 8 до 17", seen: { phone: null, hours: null } })),
  "structure.setup.setHotline": setUp(() => ({ phone: "8 800 250 00 00", hours: "с 8 до 17", seen: { phone: null, hours: null } })),
  "structure.setup.saveGroup": row("municipality", ({ id }) => ({ municipalityId: id, key: newId(), groupId: null, name: "Новая группа", directionIds: [], seen: null }), { own: [managed, inside], ...anywhere }),
  "structure.setup.endGroup": row("group", ({ id, municipalityId }) => ({ municipalityId, groupId: id, key: newId() }), { own: [managed, inside], sibling: [managed, inside], mixed: ["", withoutRight], gone: ["", withoutRight], absent: ["", withoutRight], ...anywhere }),
  "structure.setup.addOrganisation": row("municipality", ({ id }) => ({ municipalityId: id, key: newId(), name: `Школа ${nextNumber()}`, shortName: "", kind: "school", address: "", groupIds: [] }), { own: [managed, inside], ...anywhere }),
  "structure.setup.linkOrganisation": row("organisation", ({ id, municipalityId }) => ({ municipalityId, organisationId: id, groupIds: [], seen: [], key: newId() }), { own: [managed, inside], sibling: [managed, inside], mixed: ["", withoutRight], absent: ["", withoutRight], ...anywhere }),
  "structure.setup.passport": row("municipality", ({ id }) => ({ municipalityId: id }), { own: [managed, inside], ...anywhere }),
  // the zone stays as it is: that one is the administrator's alone
  "structure.setup.setPassport": row("municipality", ({ id }) => ({ municipalityId: id, nameGenitive: "Яранского района", headTitle: "глава", timeZone: "Europe/Kirov", seen: { nameGenitive: null, headTitle: null, timeZone: "Europe/Kirov" }, key: newId() }), { own: [managed, inside], ...anywhere }),
  "structure.setup.clone": row("municipality", ({ id }) => ({ municipalityId: id }), { own: ["head responsiblePerson", inside] }),
  "structure.setup.confirmClone": setUp(() => ({ appointmentIds: [] })),
  "structure.setup.checkDates": setUp(),
  "structure.setup.finish": setUp(),

  "structure.roster.lines": general("operator coordinationGroupMember head responsiblePerson"),
  "structure.roster.mine": general(withAccount),
  "structure.roster.read": row("hotline", ({ id }) => ({ hotlineId: id, from: null }), { own: ["operator coordinationGroupMember head responsiblePerson", inside], gone: ["coordinationGroupMember head responsiblePerson", inside] }),
  "structure.roster.plan": onLine(({ id }) => ({ hotlineId: id, personId: newId(), startsOn: "2026-03-11", endsOn: "2026-03-20", weekdays: [1, 3], from: "08:00", to: "17:00" })),
  "structure.roster.setHours": onLine(({ id }) => ({ hotlineId: id, from: "08:00", to: "17:00", daily: false, seen: null })),
  "structure.roster.cancel": onShift("head responsiblePerson"),
  "structure.roster.assign": onShift("head responsiblePerson", () => ({ personId: newId(), seen: newId() })),
  // only who holds it, and that is another operator here
  "structure.roster.offer": onShift("", () => ({ isOffered: true })),
  "structure.roster.take": onShift("operator", () => ({ seen: newId() })),

  "structure.administration.overview": administrator(),
  "structure.administration.municipalities": administrator(({ regionId }) => ({ regionId })),
  "structure.administration.addRegion": administrator(() => ({ name: `Область ${nextNumber()}`, timeZone: "Europe/Kirov", key: newId() })),
  "structure.administration.addMunicipality": administrator(({ regionId }) => ({ regionId, name: "Новый район", shortName: "", kind: "municipalDistrict", oktmo: "33650000", key: newId() })),
  "structure.administration.join": administrator(({ municipalityId }) => ({ municipalityId, key: newId() })),
  "structure.administration.setModeration": administrator(({ marathonId }) => ({ marathonId, moderatesFirst: true, key: newId() })),
  "structure.administration.setDates": administrator(({ marathonId }) => ({ marathonId, name: "Круг", ...dates, seen: { name: "", startsOn: "", endsOn: "", closingEndsOn: "" }, key: newId() })),
  "structure.administration.addRound": administrator(() => ({ name: "Круг", slug: `r${nextNumber()}`, ...dates, copyFromId: null, key: newId() })),
  "structure.administration.saveDirection": administrator(({ marathonId }) => ({ marathonId, directionId: null, name: `Тема ${nextNumber()}`, nameEn: "", seen: null, key: newId() })),
  "structure.administration.removeDirection": administrator(({ marathonId, directionId }) => ({ marathonId, directionId, key: newId() })),
  "structure.administration.boundaryRegions": administrator(),

  // names and their history; the council's and the administrator's too
  "structure.units.tree": row("municipality", ({ id }) => ({ municipalityId: id }), { own: [historians, inside], child: "councilStaff administrator", neighbour: "councilStaff administrator", far: "administrator" }),
  "structure.units.record": row("organisation", ({ id }) => ({ unitId: id }), { own: [historians, inside], sibling: [historians, inside], child: "councilStaff administrator", neighbour: "councilStaff administrator", mixed: "councilStaff administrator", far: "administrator" }),
  "structure.units.reforms": administrator(() => ({ regionId: null })),
  "structure.units.add": row("municipality", ({ id }) => ({ parentId: id, kind: "department", name: `Отдел ${nextNumber()}`, shortName: "", organisationKind: null, address: "", key: newId() }), { own: [managed, inside], ...anywhere, gone: "administrator", parent: "administrator" }),
  "structure.units.foresee": row("organisation", ({ id }) => ({ decision: { kind: "rename", unitId: id, name: "Школа", shortName: "", oktmo: null } }), { own: [managed, inside], sibling: [managed, inside], ...anywhere, mixed: "administrator" }),
  "structure.units.decide": row("organisation", ({ id }) => ({ decision: { kind: "rename", unitId: id, name: `Школа ${nextNumber()}`, shortName: "", oktmo: null }, takesEffectOn: "2026-03-12", reason: text, act: null, seen: "", key: newId() }), { own: [managed, inside], sibling: [managed, inside], ...anywhere, mixed: "administrator" }),
  "structure.units.recall": row("unitChange", ({ id }) => ({ changeId: id, key: newId() }), { own: [managed, inside], sibling: [managed, inside], gone: [managed, inside], parent: ["administrator", inside], ...anywhere }),

  "structure.directions.list": row("municipality", ({ id }) => ({ municipalityId: id }), { own: ["head responsiblePerson", inside] }),
  "structure.directions.save": setUp(() => ({ directionId: null, name: `Своё ${nextNumber()}`, nameEn: "", seen: null })),
  "structure.directions.retire": row("direction", ({ id, municipalityId }) => ({ municipalityId, directionId: id, isRetired: true, key: newId() }), { own: ["head responsiblePerson", inside], parent: ["", withoutRight], mixed: ["", withoutRight], absent: ["", withoutRight] }),
  "structure.rights.list": row("municipality", ({ id }) => ({ municipalityId: id }), { own: ["head administrator", inside], ...anywhere }),
  "structure.rights.export": row("municipality", ({ id }) => ({ municipalityId: id }), { own: ["head administrator", inside], ...anywhere }),
  "structure.directory.open": row("municipality", ({ id }) => ({ municipalityId: id }), { own: [managed, inside], ...anywhere }),
  "structure.directory.export": row("municipality", ({ id }) => ({ municipalityId: id }), { own: [managed, inside], ...anywhere }),
  // an import is its owner's alone: to everybody else it isn't there
  "structure.directory.read": general("", () => ({ importId: newId() })),
  "structure.directory.decide": general("", () => ({ importId: newId(), decisions: { all: true, repairs: [] }, key: newId() })),
  "structure.directory.confirm": general("", () => ({ importId: newId(), hash: "0".repeat(64), key: newId() })),
  "structure.directory.discard": general("", () => ({ importId: newId(), key: newId() })),

  "staff.openWork": held(...appointers),
  "staff.issueSlip": held(...appointers, () => ({ documentSeen: true })),
  "staff.resetSecondFactor": held("responsiblePerson", "responsiblePerson", "administrator", () => ({ reason: text })),
  "staff.end": held(...appointers, () => ({ handToId: null })),
  "staff.invitation": general(everyone, () => ({ token: "x".repeat(43) })),
  "staff.accept": general(everyone, ({ documentId }) => ({ token: "x".repeat(43), password: "надёжный-пароль-2026", documentId, key: newId() })),
};
