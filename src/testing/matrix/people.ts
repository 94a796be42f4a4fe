import { newId } from "@/shared/ids/id";
import { nextNumber } from "../factories/sequence";
import { everyone, general, row, withAccount, type Row, type Rows } from "./table";

const token = "x".repeat(43);
const password = "надёжный-пароль-2026";
const names = { familyName: "Новикова", givenName: "Ольга", patronymic: "" };
const email = () => `new${nextNumber()}@example.org`;
const place = { organisationId: null, hiddenFromOrganisation: false };
/** A slip's code that nobody was given. */
const code = "AAAAA-AAAAA";
const onPerson = (expected: Row["expected"]): Row => row("person", ({ id }) => ({ personId: id }), expected);
const open = { own: everyone, parent: everyone, child: everyone, neighbour: everyone, far: everyone, gone: everyone, absent: everyone };
const inMunicipality = (more: (marathonId: string) => object = () => ({})): Row => row("municipality", ({ id }, { marathonId }) => ({ municipalityId: id, ...more(marathonId) }), open);

export const people: Rows = {
  "people.me": general(withAccount),
  "people.account": general(withAccount),
  "people.looks": general(withAccount),
  "people.setPublishName": general(withAccount, () => ({ agreed: false, documentId: null })),
  "people.setLocale": general(withAccount, () => ({ locale: "ru" })),
  "people.endSessions": general(withAccount),
  "people.join": row("municipality", ({ id }) => ({ municipalityId: id, ...place }), { own: withAccount, parent: withAccount, child: withAccount, neighbour: withAccount, far: withAccount, gone: withAccount, absent: withAccount }),
  "people.register": general(everyone, ({ municipalityId, documentId }) => ({ ...names, email: email(), password, municipalityId, ...place, processingDocumentId: documentId, publishNameDocumentId: null, key: newId() })),
  "people.resend": general(everyone, () => ({ email: email() })),
  "people.forgot": general(everyone, () => ({ email: email() })),
  "people.confirmState": general(everyone, () => ({ token })),
  "people.confirm": general(everyone, () => ({ token, key: newId() })),
  "people.resetState": general(everyone, () => ({ token })),
  "people.reset": general(everyone, () => ({ token, password, key: newId() })),
  "people.consentDocument": general(everyone, () => ({ purpose: "processing" })),

  "people.desk.places": general(withAccount),
  "people.desk.register": row(
    "organisation",
    ({ id }, { documentId }) => ({ ...names, phone: "", birthYear: "", ...place, signedOnPaper: true, processingDocumentId: documentId, paperCase: "дело № 4", publishNameDocumentId: null, representativeCase: "", key: newId(), atUnitId: id, isAnother: true }),
    { own: ["coordinator executor", "responsiblePerson"], sibling: ["", "responsiblePerson"] },
  ),
  "people.desk.list": general(withAccount, () => ({})),
  "people.desk.person": onPerson({ own: "coordinator responsiblePerson", sibling: "responsiblePerson" }),
  "people.desk.issueSlip": onPerson({ own: ["coordinator", "responsiblePerson"], sibling: ["", "responsiblePerson"] }),
  "people.slip.read": general(everyone, () => ({ code })),
  "people.slip.open": general(everyone, () => ({ code, email: "", phone: "", password, key: newId() })),
  "people.firstRun.isOpen": general(everyone),
  "people.firstRun.begin": general(everyone, () => ({ code: "ABCD", ...names, email: email(), password, operator: "Администрация" })),

  "messages.list": general(withAccount, () => ({})),
  "messages.unread": general(withAccount),
  "messages.markRead": row("notification", ({ id }) => ({ id }), { own: "person" }),
  // an ordinary installation has no mailbox page
  "messages.mailbox": general("", () => ({ to: "" }), { open: true }),

  "marathon.current": general(everyone),
  "marathon.forMunicipality": inMunicipality(),
  "marathon.directions": inMunicipality((marathonId) => ({ marathonId })),
  "marathon.municipalities": general(everyone, ({ marathonId }) => ({ marathonId })),
  "marathon.participation": inMunicipality((marathonId) => ({ marathonId })),
  "marathon.organisations": inMunicipality(),
  "marathon.posterLink": general(everyone, () => ({ code: "nowhere" })),
};
