import { newId } from "@/shared/ids/id";
import { nextNumber } from "../factories/sequence";
import { acting, everyone, general, row, withAccount, type Row, type Rows } from "./table";

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
const anywhere = { child: "administrator", neighbour: "administrator", far: "administrator" };
const administrator = (input?: Parameters<typeof general>[1]): Row => general("administrator", input);
const dates = { startsOn: "2024-02-16", endsOn: "2024-03-31", closingEndsOn: "2024-04-30" };

export const structure: Rows = {
  "structure.myMunicipalities": general(withAccount),
  "structure.chart": row("municipality", ({ id }) => ({ municipalityId: id }), { own: "director workingGroupSecretary workingGroupLead coordinationGroupMember head responsiblePerson" }),

  "structure.appointments.seat": row("seat", ({ id }) => ({ seatId: id }), { own: "workingGroupLead head responsiblePerson", sibling: "head responsiblePerson", parent: "head responsiblePerson administrator" }),
  // whoever works here finds themselves at least
  "structure.appointments.list": row("municipality", ({ id }) => ({ municipalityId: id }), { own: inside }),
  "structure.appointments.record": row("appointment", ({ id }) => ({ appointmentId: id }), staffReaders),
  "structure.appointments.appoint": row(
    "seat",
    ({ id }, _home, relation) => ({ role: relation === "parent" ? "head" : "coordinator", seatId: id, person: person(), startsOn: null, endsOn: null, act: null, key: newId() }),
    { own: ["workingGroupLead head responsiblePerson", inside], sibling: ["head responsiblePerson", inside], parent: ["administrator", inside], gone: ["head responsiblePerson", inside] },
  ),
  "structure.appointments.substitute": held("director workingGroupLead head responsiblePerson", "head responsiblePerson", "", () => ({ person: person(), startsOn: "2026-03-11", endsOn: "2026-03-12" })),
  "structure.appointments.setAct": held(...appointers, () => ({ act: { kind: "order", number: "7", date: "2026-03-01" }, seen: null })),
  "structure.appointments.inviteAgain": held(...appointers),
  "structure.appointments.brief": held("workingGroupSecretary workingGroupLead responsiblePerson", "responsiblePerson", "", () => ({ material: text })),
  // only who holds it, and that is a person of their own here
  "structure.appointments.acknowledge": held("", "", ""),

  "structure.setup.setHotline": setUp(() => ({ phone: "8 800 250 00 00", hours: "с 8 до 17", seen: { phone: null, hours: null } })),
  "structure.setup.saveGroup": row("municipality", ({ id }) => ({ municipalityId: id, key: newId(), groupId: null, name: "Новая группа", directionIds: [], seen: null }), { own: [managed, inside], ...anywhere }),
  "structure.setup.endGroup": row("group", ({ id, municipalityId }) => ({ municipalityId, groupId: id, key: newId() }), { own: [managed, inside], sibling: [managed, inside], mixed: ["", withoutRight], gone: ["", withoutRight], absent: ["", withoutRight], ...anywhere }),
  "structure.setup.addOrganisation": row("municipality", ({ id }) => ({ municipalityId: id, key: newId(), name: `Школа ${nextNumber()}`, shortName: "", kind: "school", address: "", groupIds: [] }), { own: [managed, inside], ...anywhere }),
  "structure.setup.linkOrganisation": row("organisation", ({ id, municipalityId }) => ({ municipalityId, organisationId: id, groupIds: [], seen: [], key: newId() }), { own: [managed, inside], sibling: [managed, inside], mixed: ["", withoutRight], absent: ["", withoutRight], ...anywhere }),
  "structure.setup.finish": setUp(),

  "structure.administration.overview": administrator(),
  "structure.administration.municipalities": administrator(({ regionId }) => ({ regionId })),
  "structure.administration.addRegion": administrator(() => ({ name: `Область ${nextNumber()}`, timeZone: "Europe/Kirov", key: newId() })),
  "structure.administration.addMunicipality": administrator(({ regionId }) => ({ regionId, name: "Новый район", shortName: "", kind: "municipalDistrict", oktmo: "33650000", key: newId() })),
  "structure.administration.join": administrator(({ municipalityId }) => ({ municipalityId, key: newId() })),
  "structure.administration.setDates": administrator(({ marathonId }) => ({ marathonId, name: "Круг", ...dates, seen: { name: "", startsOn: "", endsOn: "", closingEndsOn: "" }, key: newId() })),
  "structure.administration.addRound": administrator(() => ({ name: "Круг", slug: `r${nextNumber()}`, ...dates, copyFromId: null, key: newId() })),
  "structure.administration.saveDirection": administrator(({ marathonId }) => ({ marathonId, directionId: null, name: `Тема ${nextNumber()}`, nameEn: "", seen: null, key: newId() })),
  "structure.administration.removeDirection": administrator(({ marathonId, directionId }) => ({ marathonId, directionId, key: newId() })),
  "structure.administration.boundaryRegions": administrator(),

  "staff.openWork": held(...appointers),
  "staff.end": held(...appointers, () => ({ handToId: null })),
  "staff.invitation": general(everyone, () => ({ token: "x".repeat(43) })),
  "staff.accept": general(everyone, ({ documentId }) => ({ token: "x".repeat(43), password: "надёжный-пароль-2026", documentId, key: newId() })),
};
