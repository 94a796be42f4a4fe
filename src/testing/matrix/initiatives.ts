import { newId } from "@/shared/ids/id";
import { acting, alone, everyone, general, row, withAccount, type Row, type Rows } from "./table";

const group = "workingGroupMember workingGroupSecretary workingGroupLead";
const clerks = "workingGroupSecretary workingGroupLead";
/** Who closes a group's question: its lead, the head of its municipality. */
const closers: Readonly<Record<string, string>> = { own: "workingGroupLead head", gone: "workingGroupLead head", sibling: "head" };
/** Who reads what readers say of a municipality's initiatives. */
const moderating = "moderator responsiblePerson";
const leaders = "coordinationGroupMember moderator responsiblePerson head";
const own = `person coordinator assisting director ${group} ${leaders} councilStaff`;

/** Who reads one: its author, who helped, where it was gathered, who considers it, the municipality, to whom it was put forward. */
const readers = { own, gone: own, sibling: leaders, parent: "countryObserver" };
const onOwn = (who: string, more: Readonly<Record<string, string>> = {}) => acting(readers, { own: who, gone: who, ...more });

const text = "Достаточно длинный текст, чтобы его приняли";
const verdict = { decision: "notSupported", competence: "municipal", text };
const step = (expected: Row["expected"], more: object = {}): Row => row("initiative", ({ id }) => ({ initiativeId: id, version: 1, key: newId(), ...more }), expected);
const authorStep = (more: (home: Parameters<Row["input"]>[1]) => object): Row =>
  row("initiative", ({ number }, home) => ({ number, version: 1, key: newId(), ...more(home) }), onOwn("person"));
// who helps opens it with the author beside
const writers = { own: "person assisting", visitors: "visitor" };
const content = {};
const words = { title: "Свет", essence: "Темно", expectedResult: "Светло" };

export const initiatives: Rows = {
  "considering.record": row("initiative", ({ id }) => ({ initiativeId: id }), readers),
  "considering.find": row("initiative", ({ number }) => ({ number }), { own: group, gone: group }),
  "considering.author": row("initiative", ({ id }) => ({ initiativeId: id }), onOwn("person coordinator workingGroupSecretary workingGroupLead responsiblePerson", { sibling: "responsiblePerson" })),
  "considering.filters": general(withAccount),
  "considering.saveFilter": general(withAccount, () => ({ name: "Мои", filter: { filter: "all", assigned: "mine", directionId: null }, key: newId() })),
  "considering.removeFilter": general(withAccount, () => ({ id: newId() })),
  "considering.alike": row("initiative", ({ id }) => ({ initiativeId: id }), onOwn(clerks)),
  "considering.prepareTogether": row("initiative", ({ id }) => ({ items: [{ initiativeId: id, version: 1 }], decision: "notSupported", competence: null, template: text, key: newId() }), onOwn(clerks)),
  "considering.moderation": general(withAccount, () => ({})),
  "considering.moderationCount": general(withAccount),
  "considering.publish": step(onOwn("moderator", { sibling: "moderator" }), { checked: true }),
  "considering.returnToAuthor": step(onOwn("moderator", { sibling: "moderator" }), { found: ["insults"], remark: text }),
  "considering.goOn": step(onOwn(clerks)),
  "considering.assign": step(onOwn(clerks), { personId: null }),
  "considering.redirect": step(onOwn(clerks), { directionId: newId(), reason: text }),
  "considering.offer": step(onOwn(clerks), { municipalityId: newId(), reason: text }),
  "considering.recallOffer": step(onOwn(clerks)),
  // nothing was offered to anybody, brought before an arbiter or objected to: whoever reads it may do nothing of the kind
  "considering.acceptOffer": step(onOwn(""), { directionId: newId() }),
  "considering.returnOffer": step(onOwn(""), { reason: text }),
  "considering.dispute": step(onOwn(clerks), { reason: text }),
  "considering.keepHere": step(onOwn(""), { reason: text }),
  "considering.escalate": step(onOwn(""), { reason: text }),
  "considering.impose": step(onOwn(""), { directionId: newId(), reason: text }),
  "considering.answerObjection": step(onOwn(""), verdict),
  "considering.merge": row("initiative", ({ id }) => ({ initiativeId: id, version: 1, key: newId(), intoId: id, reason: "" }), onOwn("workingGroupLead")),
  "considering.split": step(onOwn("workingGroupLead"), { title: text, essence: text, expectedResult: text, directionId: newId(), reason: "" }),
  "considering.carryOut": step(onOwn(clerks), { text }),
  "considering.sign": step(onOwn(clerks), { signer: "Петров П. П.", number: "12", on: "2026-03-09" }),
  "considering.passOn": step(onOwn(clerks), { system: "pos", number: "12", link: null }),
  "considering.accept": step(onOwn("workingGroupSecretary workingGroupLead moderator", { sibling: "moderator" })),
  "considering.note": step(onOwn(group), { version: undefined, text }),
  "considering.clarify": step(onOwn("workingGroupSecretary workingGroupLead"), { question: text }),
  "considering.prepare": step(onOwn("workingGroupSecretary workingGroupLead"), verdict),
  "considering.returnProposal": step(onOwn("workingGroupLead"), { remark: text }),
  "considering.decide": step(onOwn("workingGroupLead"), verdict),
  "considering.confirmBatch": row("initiative", ({ id }) => ({ items: [{ initiativeId: id, version: 1 }], key: newId() }), onOwn("workingGroupLead")),
  "considering.nominate": step(onOwn("workingGroupLead head councilStaff", { sibling: "head" }), { reason: text }),
  "considering.answerNomination": step(onOwn("councilStaff", { parent: "countryObserver" }), { answer: text, status: null }),
  "considering.queue": general(withAccount, () => ({})),
  "considering.counts": general(withAccount),
  "considering.proposals": general(withAccount),
  "considering.nominations": general(withAccount, () => ({ side: "up" })),
  "considering.settling": general(withAccount),
  "considering.nominationCounts": general(withAccount),

  "initiative.catalogue": general(everyone, () => ({})),
  "initiative.facets": general(everyone, () => ({})),
  "initiative.places": general(everyone, () => ({})),
  "initiative.similar": general(everyone, ({ municipalityId }) => ({ municipalityId, title: "Осветить улицу" })),
  "initiative.publicRecord": row("initiative", ({ number }) => ({ number }), { own: everyone }, { open: true }),
  // a number that leads nowhere says so to everybody alike
  "initiative.mergedInto": general(everyone, () => ({ number: 1 })),
  "initiative.supportState": row("initiative", ({ number }) => ({ number }), { own: everyone }, { open: true }),
  // everybody but its author
  "initiative.support": row("initiative", ({ number }) => ({ number, on: true }), { own: [withAccount.replace("person ", ""), "person"] }),
  "initiative.follow": row("initiative", ({ number }) => ({ number, on: true }), { own: [withAccount.replace("person ", ""), "person"] }),
  "initiative.followed": general(withAccount, () => ({})),
  "initiative.ownRecord": row("initiative", ({ number }) => ({ number }), readers),
  "initiative.mine": general(`assisting ${withAccount}`, () => ({})),
  "initiative.terms": general(`assisting ${withAccount}`),
  "initiative.gathered": general(`assisting ${withAccount}`, () => ({ scope: "organisation" })),
  "initiative.withdraw": authorStep(() => ({ reason: null })),
  "initiative.answerClarification": authorStep(() => ({ text })),
  "initiative.resubmit": authorStep(() => ({ title: text, essence: text, expectedResult: text, placeText: null })),
  "initiative.object": authorStep(() => ({ text })),
  "initiative.correctPlace": authorStep(({ municipalityId, directionId }) => ({ municipalityId, directionId })),
  "initiative.submit": row("draft", ({ id }) => ({ draftId: id, version: 1 }), { own: "person assisting" }),
  "initiative.takeSheet": row("person", ({ id }, { schoolId, directionId }) => ({ id: newId(), atUnitId: schoolId, personId: id, takenOn: "2026-03-09", paperCase: "дело № 1", content: { title: "Осветить улицу", directionId } }), { own: "coordinator", sibling: "", gone: "" }),
  // the trip is asked for first: whose it isn't hears so, whoever the person is
  "initiative.takeOnTrip": row(
    "person", ({ id }, { tripId, directionId }) => ({ id: newId(), tripId, personId: id, takenAt: new Date("2026-03-10T12:00:00Z"), paperCase: "дело № 1", content: { title: "Осветить улицу", directionId } }),
    Object.fromEntries((["own", "child", "sibling", "neighbour", "far", "gone", "absent"] as const).map((relation) => [relation, [relation === "own" ? "coordinator" : "", "executor responsiblePerson"] as const])),
  ),
  "initiative.blankSheet": row("organisation", ({ id }) => ({ atUnitId: id }), { own: ["coordinator executor", "responsiblePerson"], sibling: ["", "responsiblePerson"] }),
  "initiative.sheetSample": row("organisation", ({ id }) => ({ atUnitId: id }), { own: ["coordinator executor", "responsiblePerson"], sibling: ["", "responsiblePerson"] }),

  "coAuthors.list": row("initiative", ({ number }) => ({ number }), onOwn("person")),
  "coAuthors.invite": row("initiative", ({ number }) => ({ number, id: newId(), email: null }), onOwn("person")),
  // an invitation's id, which this is not
  "coAuthors.recall": row("initiative", ({ id }) => ({ id }), {}),
  // whoever holds the code; there is none here
  "coAuthors.read": general(withAccount, () => ({ code: "22222-22222" })),
  "coAuthors.answer": general(withAccount, () => ({ code: "22222-22222", agrees: true })),
  "coAuthors.leave": row("initiative", ({ number }) => ({ number }), onOwn("")),
  "coAuthors.mine": general(withAccount),

  // as a procedure tells of it, so its bytes go out (api/files)
  "attachment.open": row("attachment", ({ id }) => ({ fileId: id }), { ...readers, own: everyone, mixed: "person assisting", visitors: "visitor" }),
  "attachment.begin": row("draft", ({ id }) => ({ draftId: id, fileId: newId(), name: "Яма.jpg", bytes: 1000 }), writers),
  "attachment.list": row("draft", ({ id }) => ({ draftId: id }), writers),
  // what was submitted stays as it was read
  "attachment.remove": row("attachment", ({ id }) => ({ fileId: id }), { mixed: "person assisting", visitors: "visitor" }),

  // as a procedure tells of it, so its bytes go out (api/files)
  "evidence.open": row("evidence", ({ id }) => ({ fileId: id }), { ...readers, own: everyone }),
  "evidence.begin": row("initiative", ({ id }) => ({ kind: "donePhoto", initiativeId: id, fileId: newId(), name: "Скамейка.jpg", bytes: 1000, alt: "Новая скамейка у входа" }), onOwn(clerks)),
  "evidence.remove": row("evidence", ({ id }) => ({ fileId: id }), onOwn(clerks)),

  "keyQuestion.list": general(everyone, () => ({})),
  "keyQuestion.get": general(everyone, () => ({ id: newId() })),
  "keyQuestion.own": general(withAccount),
  "keyQuestion.publish": general("workingGroupLead head", ({ municipalityId, groupId }) => ({ municipalityId, bodyId: groupId, text, explanation: "", key: newId() }), { otherwise: 403 }),
  // everybody reads them, so that whoever may not close one hears that
  "keyQuestion.close": row("keyQuestion", ({ id }) => ({ id }), Object.fromEntries((["own", "child", "sibling", "neighbour", "far", "gone"] as const).map((relation) => [relation, [closers[relation] ?? "", withAccount] as const]))),

  "remark.report": row("initiative", ({ number }) => ({ number, reason: "insult", text: "", key: newId() }), { own: alone }, { open: true }),
  "remark.ask": row("initiative", ({ number }) => ({ number, text, key: newId() }), { own: [withAccount.replace("person ", ""), "person"] }),
  "remark.talk": row("initiative", ({ number }) => ({ number }), { own: everyone }, { open: true }),
  "remark.list": general(withAccount, () => ({})),
  "remark.count": general(withAccount),
  "remark.settle": row("remark", ({ id }) => ({ remarkId: id, action: "publish", reason: "", key: newId() }), { own: moderating, sibling: moderating, gone: moderating }),
  "remark.own": row("initiative", ({ number }) => ({ number }), onOwn("person")),
  "remark.answer": row("remark", ({ id }) => ({ remarkId: id, answer: text, key: newId() }), { own: ["person", moderating], gone: ["person", moderating], sibling: ["", moderating] }),
  "remark.openQuestions": row("initiative", ({ number }) => ({ number, open: true }), onOwn("person")),

  "lateSheet.list": general(withAccount, () => ({})),
  "lateSheet.count": general(withAccount),
  "lateSheet.decide": row("lateSheet", ({ id }) => ({ id, letIn: false, reason: text, key: newId() }), { own: "responsiblePerson", sibling: "responsiblePerson", gone: "responsiblePerson" }),

  "draft.start": general(alone, () => ({ id: newId(), content })),
  "wording.share": row("draft", ({ id }) => ({ draftId: id }), { own: "person" }),
  "wording.unshare": row("draft", ({ id }) => ({ draftId: id }), { own: "person" }),
  "wording.forAuthor": row("draft", ({ id }) => ({ draftId: id }), { own: "person" }),
  "wording.take": general("coordinator executor", () => ({ code: "22222-22222" }), { otherwise: 403 }),
  "wording.taken": general(withAccount),
  // taken by nobody: its author decides, and nobody suggests
  "wording.read": row("draft", ({ id }) => ({ draftId: id }), {}),
  "wording.suggest": row("draft", ({ id }) => ({ draftId: id, version: 1, words, note: "", key: newId() }), {}),
  "wording.settle": row("draft", ({ id }) => ({ wordingId: id, version: 1, words, key: newId() }), {}),
  "draft.startWith": row("person", ({ id }, { schoolId }) => ({ personId: id, organisationId: schoolId }), { own: "coordinator", sibling: "", gone: "" }),
  "draft.get": row("draft", ({ id }) => ({ id }), writers),
  "draft.missingAuthor": row("draft", ({ id }) => ({ id }), { own: "person coordinator assisting", visitors: "visitor" }),
  "draft.list": general(everyone),
  "draft.suggestion": general(everyone),
  "draft.save": row("draft", ({ id }) => ({ id, version: 1, content }), writers),
  "draft.discard": row("draft", ({ id }) => ({ id }), writers),
  "draft.adopt": general(withAccount),
};
