import * as z from "zod";
import { actingRole, authorise, can, visible } from "@/access/policy";
import { initiative } from "@/access/rules/initiative";
import { transaction } from "@/platform/db/transaction";
import type { Context } from "@/platform/trpc/context";
import { plainDateFromUtc } from "@/shared/dates/plain-date";
import { AppError } from "@/shared/errors/app-error";
import { fullName, publicName, shortName } from "@/shared/text/person-name";
import { namedCoAuthors } from "../../../co-authors/server/service";
import { decisions } from "../../../lifecycle";
import { publicNumber } from "../../../rules";
import { listAttachments } from "../../../attachments/server/service";
import { paperOf } from "../../../paper/server/evidence";
import { factsOf } from "../../../server/facts";
import { findSimilar } from "../../queue/server/repo";
import { redirectBy } from "../../appeal/rules";
import { listEvidence } from "../../evidence/server/service";
import { competences, isOpen, steps, termOf, type Step } from "../../rules";
import { stepRights } from "../../server/step";
import { ownCourse } from "../rules";
import type { AuthorOutput, CourseEntry, InitiativeRecord } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "db" | "actor" | "now">;

/** An initiative as the asker may see it: internal notes of its municipality and the proposal for the group alone, the author's name nowhere. */
export async function readRecord({ db, actor, now }: Asker, initiativeId: string): Promise<InitiativeRecord> {
  const row = await repo.findRecord(db, initiativeId);
  const facts = row && factsOf(row);
  authorise(initiative, actor, "read", facts);
  const found = row as repo.RecordRow;
  const isGroup = can(initiative, actor, "note", facts);
  const seesAuthor = can(initiative, actor, "readAuthor", facts);
  const moderates = can(initiative, actor, "moderate", facts);
  const settles = can(initiative, actor, "arbitrate", facts);
  const maySee = { public: true, author: isGroup || seesAuthor, internal: isGroup };
  // what a moderator asked for, and what two municipalities disagree about, is theirs to read
  const events = ownCourse(found.events, found.municipalityId).filter(({ visibility, kind }) => maySee[visibility] || (moderates && (kind === "returnedToAuthor" || kind === "resubmitted" || kind === "broughtBack")) || (settles && (kind === "disputed" || kind === "escalated")));
  const names = await repo.findNames(db, [...events.map((event) => event.byId), found.proposal?.preparedById, found.assigneeId].filter((id) => typeof id === "string"));
  const nameOf = (id: string | null) => { const named = id === null ? undefined : names.get(id); return named ? shortName(named) : null; };
  const places = await repo.findPlaces(db, [found.municipality.regionId, found.objection?.toUnitId ?? null, ...found.transfers.map((one) => one.toMunicipalityId), ...found.nominations.flatMap((one) => [one.fromBodyId, one.fromUnitId, one.toUnitId])].filter((id) => id !== null));
  const seats = isGroup && found.consideringId ? await repo.findSeats(db, found.consideringId, now) : { leads: [], secretaries: [] };
  const { id, number, version, status, title, essence, expectedResult, placeText, direction, submittedAt, initiatorKind, supportCount, competence, answer, dueAt } = found;
  const timeZone = found.municipality.timeZone ?? "Europe/Moscow";
  const standing = { ...found, moderatesFirst: found.marathon.moderatesFirst, isShared: found.coAuthorIds.length > 0, hasObjected: found.objection !== null, hasProposal: found.proposal !== null };
  const evidence = await listEvidence(db, found.id);
  const isOpenStep = (step: Step) => isOpen(step, standing, now) && can(initiative, actor, stepRights[step], facts);
  const { marathonId, municipalityId, directionId, authorDueAt, assigneeId, passings } = found;
  return {
    id, number, version, status, title, essence, expectedResult, placeText, direction, submittedAt, initiatorKind, supportCount, competence, answer, dueAt, timeZone,
    publicNumber: publicNumber(found.marathon.slug, number),
    municipality: found.municipality.shortName,
    region: places.get(found.municipality.regionId ?? "") ?? null,
    group: found.considering?.name ?? null,
    isCollective: found.collective,
    coAuthors: found.coAuthorIds.length,
    isHelped: found.helperId !== null,
    organisation: found.hiddenFromOrganisation ? null : (found.originating?.shortName ?? null),
    organisationHidden: found.hiddenFromOrganisation,
    isAuthorErased: found.authorErasedAt !== null,
    publicAuthor: found.namePublished && found.author ? publicName(found.author) : null,
    term: termOf(now, found, timeZone),
    attachments: await listAttachments(db, found.id),
    evidence: seesAuthor ? evidence : { ...evidence, scan: null },
    course: events.map(({ byId, data: _data, ...event }) => ({ ...event, isByAuthor: byId !== null && byId === found.authorId, byName: isGroup && byId !== found.authorId && byId !== found.helperId ? nameOf(byId) : null }) satisfies CourseEntry),
    proposal: isGroup && found.proposal ? proposalOf(found, nameOf) : null,
    returned: isGroup && !found.proposal ? returnedOf({ ...found, events }, nameOf) : null,
    nominations: found.nominations.map(({ fromBodyId, fromUnitId, toUnitId, ...one }) => ({
      ...one, from: places.get(fromBodyId ?? fromUnitId ?? "") ?? "", to: places.get(toUnitId) ?? "", isCurrent: toUnitId === found.handedToId,
    })),
    similar: isGroup ? (await findSimilar(db, [id])).map(({ toId: _to, slug, ...one }) => ({ ...one, publicNumber: publicNumber(slug, one.number) })) : [],
    marathonId, municipalityId, directionId, passings,
    appeal: found.appealDueAt && { dueAt: found.appealDueAt, redirectBy: redirectBy(submittedAt, timeZone) },
    moderatesFirst: found.marathon.moderatesFirst,
    authorDueAt: isGroup || seesAuthor ? authorDueAt : null,
    assignee: isGroup && assigneeId !== null ? { id: assigneeId, name: nameOf(assigneeId) ?? "" } : null,
    members: found.consideringId && isOpenStep("assign") ? (await repo.findMembers(db, found.consideringId, now)).map((one) => ({ id: one.id, name: shortName(one) })) : [],
    transfers: found.transfers.map(({ fromMunicipalityId: _from, toMunicipalityId, ...one }) => ({ ...one, toId: toMunicipalityId, to: places.get(toMunicipalityId) ?? "" })),
    objection: found.objection && { text: found.objection.text, at: found.objection.at, to: places.get(found.objection.toUnitId) ?? "", answer: found.objection.answer, answeredAt: found.objection.answeredAt },
    signed: found.signedBy === null ? null : { by: found.signedBy, number: found.signedNumber ?? "", on: found.signedOn && plainDateFromUtc(found.signedOn) },
    wordings: isGroup || moderates ? found.wordings : [],
    kin: await repo.findKin(db, found),
    paper: isGroup || seesAuthor ? await paperOf(db, actor, { ...found, paperCase: paperCaseIn(found) }) : null,
    people: { leads: seats.leads.map(shortName), secretaries: seats.secretaries.map(shortName) },
    actions: steps.filter((step) => isOpenStep(step) && isStillToDo(step, found, actor)),
    canSeeAuthor: seesAuthor && (found.authorId !== null || found.kept !== null) && found.authorId !== actor.personId,
  };
}

/** Where the sheet is kept stands with the submission. */
function paperCaseIn({ events }: repo.RecordRow): string | null {
  const said = z.object({ paperCase: z.string() }).safeParse(events.find(({ kind }) => kind === "submitted")?.data);
  return said.success ? said.data.paperCase : null;
}

/** In: the number that a message names. Out: the row of the asker's group. Throws 404 for any other. */
export async function findRecord({ db, actor }: Asker, number: number): Promise<{ initiativeId: string }> {
  const initiativeId = await repo.findIdByNumber(db, visible(initiative, actor, "note"), number);
  if (initiativeId === null) throw AppError.notFound();
  return { initiativeId };
}

/** The author's name: staff who look leave a line in the journal that the author reads. Of an appeal whose author had their data erased also where the answer goes. */
export async function readAuthor({ actor, now }: Asker, initiativeId: string): Promise<AuthorOutput> {
  return await transaction(async (db) => {
    const row = await repo.findAuthor(db, initiativeId);
    const facts = row && factsOf(row);
    authorise(initiative, actor, "readAuthor", facts);
    const { personId } = actor;
    const lookedAt = row?.authorId ?? row?.kept?.personId;
    if (row && lookedAt && personId !== null && lookedAt !== personId) {
      await repo.logLook(db, { byId: personId, role: actingRole(initiative, actor, "readAuthor", facts) ?? "person", personId: lookedAt, what: `initiative:${row.number}`, at: now });
    }
    const role = actingRole(initiative, actor, "readAuthor", facts) ?? "person";
    const coAuthors = row && personId !== null ? await namedCoAuthors(db, { byId: personId, role, number: row.number }, initiativeId, now) : [];
    return { name: row?.author ? fullName(row.author) : (row?.kept?.name ?? null), kept: row?.kept ? { contact: row.kept.contact } : null, coAuthors };
  });
}

/** A nomination is answered once; what is handed on already is handed on by its holder alone; what was returned may be disputed; the council alone gives it away. */
function isStillToDo(step: Step, row: repo.RecordRow, actor: Asker["actor"]): boolean {
  if (step === "dispute") return row.transfers.at(-1)?.state === "returned" && row.transfers.at(-1)?.fromMunicipalityId === row.municipalityId;
  if (step === "impose") return row.arbiterId === row.municipality.regionId;
  if (step === "escalate") return row.arbiterId !== row.municipality.regionId;
  const current = row.nominations.find((one) => one.toUnitId === row.handedToId);
  if (step === "answerNomination") return current !== undefined && current.answer === null;
  if (step !== "nominate" || row.handedToId === null) return true;
  return current?.answer === null && can(initiative, actor, "answerNomination", factsOf(row));
}

function proposalOf(row: repo.RecordRow, nameOf: (id: string | null) => string | null): InitiativeRecord["proposal"] {
  if (!row.proposal) return null;
  const { decision, competence, text, preparedById, preparedAt } = row.proposal;
  const isStale = row.events.some((event) => event.at > preparedAt && event.toStatus !== null);
  return { decision: verdictData.shape.decision.parse(decision), competence, text, preparedBy: nameOf(preparedById) ?? "", preparedAt, isStale };
}

const verdictData = z.object({ decision: z.enum(decisions), competence: z.enum(competences).nullable(), text: z.string() });

function returnedOf(row: repo.RecordRow, nameOf: (id: string | null) => string | null): InitiativeRecord["returned"] {
  const last = row.events.findLast((event) => event.kind === "proposalReturned" || event.kind === "proposalPrepared");
  if (last?.kind !== "proposalReturned" || row.status !== "inConsideration") return null;
  const verdict = verdictData.safeParse(last.data);
  return { ...(verdict.success ? verdict.data : {}), remark: last.text ?? "", by: nameOf(last.byId), at: last.at };
}
