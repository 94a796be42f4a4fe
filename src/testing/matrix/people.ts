import { newId } from "@/shared/ids/id";
import { nextNumber } from "../factories/sequence";
import { alone, everyone, general, row, withAccount, type Row, type Rows } from "./table";

const token = "x".repeat(43);
const password = "надёжный-пароль-2026";
const names = { familyName: "Новикова", givenName: "Ольга", patronymic: "" };
const email = () => `new${nextNumber()}@example.org`;
const place = { organisationId: null, hiddenFromOrganisation: false };
/** A slip's code that nobody was given. */
const code = "AAAAA-AAAAA";
const onPerson = (expected: Row["expected"]): Row => row("person", ({ id }) => ({ personId: id }), expected);
const onPair = (more: () => object = () => ({})): Row => row("person", ({ id }, { spareId }) => ({ oneId: id, otherId: spareId, ...more() }), { own: ["responsiblePerson", "coordinator"], sibling: "responsiblePerson" });
const open = { own: everyone, parent: everyone, child: everyone, neighbour: everyone, far: everyone, gone: everyone, absent: everyone };
const inMunicipality = (more: (marathonId: string) => object = () => ({})): Row => row("municipality", ({ id }, { marathonId }) => ({ municipalityId: id, ...more(marathonId) }), open);

const consentText = { title: "Согласие на публикацию имени", text: "Я даю согласие на то, чтобы моё имя стояло рядом с моими инициативами.", operator: "Администрация района", operatorAddress: "г. Яранск, ул. Кирова, 10", operatorInn: "4339001234", operatorOgrn: "1024301234567", operatorContact: "dannye@example.org", asksAnew: true };

export const people: Rows = {
  "people.me": general(withAccount),
  "people.account": general(withAccount),
  "people.looks": general(withAccount),
  "people.setPublishName": general(withAccount, () => ({ agreed: false, documentId: null })),
  "people.setHidden": general(withAccount, () => ({ isHidden: true })),
  "people.setLocale": general(withAccount, () => ({ locale: "ru" })),
  "people.endSessions": general(withAccount),
  "people.identity.arrived": general(everyone),
  "people.identity.enter": general(everyone, () => ({ code: "" })),
  "people.identity.link": general(withAccount, () => ({ password, key: newId() })),
  "people.identity.list": general(withAccount),
  "people.identity.unlink": row("identity", ({ id }) => ({ identityId: id }), { own: "person" }),
  "people.secondFactor.read": general(withAccount),
  "people.secondFactor.begin": general(withAccount),
  "people.secondFactor.confirm": general(withAccount, () => ({ code: "000000" })),
  "people.secondFactor.renewCodes": general(withAccount, () => ({ code: "000000" })),
  "people.secondFactor.end": general(withAccount, () => ({ code: "000000" })),
  "people.security.sessions": general(withAccount),
  "people.security.endSession": row("session", ({ id }) => ({ sessionId: id }), { own: "person" }),
  "people.security.changePassword": general(withAccount, () => ({ current: password, password: "другой-пароль-2026", key: newId() })),
  "people.security.changeEmail": general(withAccount, () => ({ email: email(), current: password, key: newId() })),
  "people.security.removeContact": general(withAccount, () => ({ contactId: newId(), current: password, key: newId() })),
  "people.security.newAddressState": general(everyone, () => ({ token })),
  "people.security.confirmNewAddress": general(everyone, () => ({ token, key: newId() })),
  "people.join": row("municipality", ({ id }) => ({ municipalityId: id, ...place }), { own: withAccount, parent: withAccount, child: withAccount, neighbour: withAccount, far: withAccount, gone: withAccount, absent: withAccount }),
  "people.register": general(everyone, ({ municipalityId, documentId }) => ({ ...names, email: email(), password, isMinor: false, birthDate: "", municipalityId, ...place, processingDocumentId: documentId, publishNameDocumentId: null, key: newId() })),
  "people.resend": general(everyone, () => ({ email: email() })),
  "people.forgot": general(everyone, () => ({ email: email() })),
  "people.confirmState": general(everyone, () => ({ token })),
  "people.confirm": general(everyone, () => ({ token, key: newId() })),
  "people.resetState": general(everyone, () => ({ token })),
  "people.reset": general(everyone, () => ({ token, password, key: newId() })),
  "people.consentDocument": general(everyone, () => ({ purpose: "processing" })),

  "myData.overview": general(withAccount),
  "myData.takeOut": general(withAccount),
  // a wrong password: who may ask at all
  "myData.erase": general(withAccount, () => ({ password, understood: true, key: newId() })),

  "people.consents.desk": general("administrator"),
  "people.consents.saveDraft": general("administrator", () => ({ ...consentText, purpose: "publishName", seen: null, key: newId() })),
  "people.consents.publish": general("administrator", () => ({ purpose: "publishName", seen: 1, key: newId() })),
  "people.consents.asked": general(withAccount),
  "people.consents.accept": general(withAccount, ({ documentId }) => ({ documentId, key: newId() })),

  "people.desk.places": general(withAccount),
  "people.desk.register": row(
    "organisation",
    ({ id }, { documentId }) => ({ ...names, phone: "", birthDate: "", ...place, signedOnPaper: true, processingDocumentId: documentId, paperCase: "дело № 4", publishNameDocumentId: null, representativeName: "", representativeCase: "", key: newId(), atUnitId: id, isAnother: true }),
    { own: ["coordinator executor", "responsiblePerson"], sibling: ["", "responsiblePerson"] },
  ),
  "people.trips.prepare": row("organisation", ({ id }) => ({ id: newId(), atUnitId: id, slips: 2 }), { own: ["coordinator executor", "responsiblePerson"], sibling: ["", "responsiblePerson"] }),
  // whose trip it is hands in; whoever else works there hears why not
  "people.trips.register": general("coordinator", ({ tripId }) => ({ ...names, id: newId(), tripId, phone: "", birthDate: "", signedOnPaper: true, paperCase: "дело № 4", representativeName: "", representativeCase: "", worksHere: true, code: null, isAnother: true }), { forbidden: "executor responsiblePerson" }),
  // only whoever sits beside
  "people.desk.list": general(`assisting ${withAccount}`, () => ({})),
  "people.desk.person": onPerson({ own: "coordinator responsiblePerson", sibling: "responsiblePerson" }),
  "people.desk.issueSlip": onPerson({ own: "coordinator responsiblePerson", sibling: "responsiblePerson" }),
  "people.paper.begin": row("person", ({ id }) => ({ personId: id, fileId: newId(), name: "Согласие.pdf", bytes: 1000 }), { own: ["coordinator", "responsiblePerson"], sibling: ["", "responsiblePerson"] }),
  "people.paper.current": onPerson({ own: "coordinator responsiblePerson", sibling: "responsiblePerson" }),
  // as a procedure tells of it, so its bytes go out (api/files)
  "people.paper.open": row("consentScan", ({ id }) => ({ fileId: id }), { own: "coordinator responsiblePerson", sibling: "responsiblePerson" }),
  "people.stacks.begin": row("organisation", ({ id }) => ({ atUnitId: id, fileId: newId(), name: "Стопка.pdf", bytes: 1000 }), { own: ["coordinator executor", "responsiblePerson"], sibling: ["", "responsiblePerson"] }),
  "people.stacks.open": row("stackScan", ({ id }) => ({ fileId: id }), { own: "coordinator responsiblePerson", sibling: "responsiblePerson" }),
  "people.phone.register": general(everyone, ({ municipalityId, documentId }) => ({ ...names, phone: `+7912${String(nextNumber()).padStart(7, "0")}`, password, isMinor: false, birthDate: "", municipalityId, ...place, processingDocumentId: documentId, publishNameDocumentId: null, key: newId() })),
  "people.phone.resendCode": general(everyone, () => ({ phone: `+7912${String(nextNumber()).padStart(7, "0")}`, password })),
  "people.phone.confirmByCode": general(everyone, () => ({ phone: `+7912${String(nextNumber()).padStart(7, "0")}`, password, code: "000000", key: newId() })),
  "people.phone.choose": general(everyone, () => ({ login: `nobody${nextNumber()}@example.org`, password })),
  "people.phone.waiting": general(withAccount, () => ({ phone: "+79120000099" })),
  "people.phone.confirmed": general(withAccount, () => ({ phone: "+79120000099" })),
  "people.phone.confirmInPerson": row("waiting", ({ id }) => ({ personId: id, documentSeen: true, key: newId() }), { own: "coordinator executor responsiblePerson", sibling: "coordinator executor responsiblePerson" }),
  "people.duplicates.list": general(withAccount),
  "people.duplicates.pair": onPair(),
  "people.duplicates.keepApart": onPair(() => ({ key: newId() })),
  "merging.merge": row("person", ({ id }, { spareId }) => ({ survivorId: spareId, mergedId: id, askedPerson: true, key: newId() }), { own: "responsiblePerson", sibling: "responsiblePerson" }),
  "people.assisted.begin": onPerson({ own: ["coordinator", "responsiblePerson"], sibling: ["", "responsiblePerson"] }),
  "people.assisted.current": general(`assisting ${withAccount}`),
  "people.assisted.touch": general(`assisting ${withAccount}`),
  "people.assisted.end": general(`assisting ${withAccount}`),
  "people.slip.read": general(everyone, () => ({ code })),
  "people.slip.open": general(everyone, () => ({ code, email: "", phone: "", password, key: newId() })),
  "people.firstRun.isOpen": general(alone),
  "people.firstRun.begin": general(alone, () => ({ code: "ABCD", ...names, email: email(), password, operator: "Администрация" })),

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
  "marathon.publicSide": general(everyone, ({ marathonId }) => ({ marathonId })),
  "marathon.setPublicSide": general("administrator", ({ marathonId }) => ({ marathonId, questionsToAuthors: true, appealsOffered: false }), { otherwise: 403 }),
  "marathon.posterLink": general(everyone, () => ({ code: "nowhere" })),
};
