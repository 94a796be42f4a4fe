import { z } from "zod";
import type { Actor } from "@/access/actor";
import { actingRole, can, visible } from "@/access/policy";
import { initiative as initiativePolicy } from "@/access/rules/initiative";
import { recordAccess, recordListed } from "@/features/people/server/service";
import type { Db } from "@/platform/db/client";
import { AppError } from "@/shared/errors/app-error";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import type { Locale } from "@/shared/text/locale";
import { fullName, publicName } from "@/shared/text/person-name";
import { listAttachments } from "../../attachments/server/service";
import { namedCoAuthors, publicCoAuthors } from "../../co-authors/server/service";
import { listEvidence } from "../../considering/evidence/server/service";
import { obstacleTo } from "../../lifecycle";
import { paperOf } from "../../paper/server/evidence";
import { publicNumber } from "../../rules";
import { speakerOf } from "../rules";
import { isPublicStatus, type CourseEntry, type MineRow, type OwnRecord, type PublicRecord, type Support } from "../schema";
import { factsOf, type InitiativeFacts } from "../../server/facts";
import * as repo from "./repo";

/** What anybody may see. Throws initiative.notFound, also for one that no group has accepted yet. */
export async function readPublicRecord(db: Db, actor: Actor, number: number, locale: Locale): Promise<PublicRecord> {
  const row = await repo.findRecord(db, number, visible(initiativePolicy, actor, "readPublic"));
  if (!row) throw new AppError("initiative.notFound");
  return { ...toPublic(row, locale), coAuthors: await publicCoAuthors(db, row.id), course: (await repo.listCourse(db, row.id, ["public"])).map(toEntry), attachments: await listAttachments(db, row.id), evidence: { ...(await listEvidence(db, row.id)), scan: null } };
}

/** Where the number of a merged one leads: its authors, supporters and followers are there. */
export async function readMergedInto(db: Db, actor: Actor, number: number): Promise<{ number: number | null }> {
  return { number: await repo.findMergedInto(db, number, visible(initiativePolicy, actor, "readPublic")) };
}

/** The author's own page, and that of others who may read it: the course with what only the author is told, what may be done. */
export async function readOwnRecord(db: Db, actor: Actor, number: number, locale: Locale, now: Date): Promise<OwnRecord> {
  if (actor.personId === null) throw AppError.notSignedIn();
  const row = await repo.findRecord(db, number, visible(initiativePolicy, actor, "read"));
  if (!row) throw new AppError("initiative.notFound");
  const isMine = row.authorId === actor.personId;
  const facts = factsOf(row);
  const seesAuthor = can(initiativePolicy, actor, "readAuthor", facts);
  // whoever helped sees the author's name by right, yet leaves a line that the author can read
  if (seesAuthor && row.authorId !== null) await recordAccess(db, { byId: actor.personId, role: actingRole(initiativePolicy, actor, "readAuthor", facts) ?? "person", personId: row.authorId, what: `initiative:${row.number}` }, now);
  const course = (await repo.listCourse(db, row.id, seesAuthor ? ["public", "author"] : ["public"])).map(toEntry);
  const guarded = { ...row, isShared: row.coAuthorIds.length > 0 || row.mergedCount > 0, moderatesFirst: false, remindedAt: null };
  const may = (action: "withdraw" | "answerClarification" | "resubmit" | "object") => can(initiativePolicy, actor, action, facts) && obstacleTo(action, row.status, guarded, now) === null;
  return {
    ...toPublic(row, locale),
    authorName: seesAuthor && row.familyName ? fullName({ familyName: row.familyName, givenName: row.givenName ?? "" }) : toPublic(row, locale).authorName,
    coAuthors: seesAuthor ? await coAuthorsOf(db, actor, row, now) : await publicCoAuthors(db, row.id),
    course,
    attachments: await listAttachments(db, row.id),
    evidence: await listEvidence(db, row.id),
    version: row.version,
    isMine,
    isCoAuthor: row.coAuthorIds.includes(actor.personId),
    isPublic: isPublicStatus(row.status),
    question: asked(row.status) !== null && seesAuthor ? (course.findLast(({ kind }) => kind === asked(row.status))?.text ?? null) : null,
    authorDueAt: seesAuthor ? row.authorDueAt : null,
    mergedInto: row.mergedInto,
    isHeldByOthers: can(initiativePolicy, actor, "withdraw", facts) && obstacleTo("withdraw", row.status, guarded, now) === "alone",
    paper: seesAuthor ? await paperOf(db, actor, row) : null,
    may: {
      withdraw: may("withdraw"),
      answerClarification: may("answerClarification"),
      resubmit: may("resubmit"),
      object: may("object"),
      correctPlace: can(initiativePolicy, actor, "correctPlace", facts) && obstacleTo("withdraw", row.status, { ...guarded, isShared: false }, now) === null && row.offeredToId === null && row.arbiterId === null,
    },
  };
}

/** To whoever knows the author the others are named, too. */
async function coAuthorsOf(db: Db, actor: Actor, row: repo.StoredRecord, now: Date): Promise<PublicRecord["coAuthors"]> {
  const role = actingRole(initiativePolicy, actor, "readAuthor", factsOf(row)) ?? "person";
  const names = await namedCoAuthors(db, { byId: actor.personId ?? "", role, number: row.number }, row.id, now);
  return { count: names.length, names };
}

/** What the author is asked in this state, by the kind of its entry in the course. */
function asked(status: OwnRecord["status"]): string | null {
  return status === "clarification" ? "clarificationAsked" : status === "returned" ? "returnedToAuthor" : null;
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);
type PageRequest = { readonly cursor?: string | null | undefined; readonly limit: number };
export type GatheredScope = "author" | "helped" | "organisation";

/** The person's own, those that they helped with, those gathered in the organisations where they hold a post. */
export async function listRecords(db: Db, actor: Actor, scope: GatheredScope, { cursor, limit }: PageRequest, locale: Locale, now: Date): Promise<{ rows: MineRow[]; next: string | null }> {
  const { personId } = actor;
  if (personId === null) throw AppError.notSignedIn();
  const units = actor.posts.map((post) => post.unitId).filter((id) => id !== null);
  const whose: repo.Whose = scope === "author" ? { authorId: personId } : scope === "helped" ? { helperId: personId } : { originatingIds: units };
  const found = await repo.listRecords(db, whose, cursor ? decodeCursor(position, cursor) : null, limit + 1, visible(initiativePolicy, actor, "read"));
  const page = toPage(found, limit, (row) => [row.submittedAt.toISOString(), row.id]);
  const named = page.rows.filter(({ helperId, authorId }) => helperId === personId && authorId !== null);
  await recordListed(db, { byId: personId, role: actingRole(initiativePolicy, actor, "readAuthor", helpedFacts(personId, named[0]?.authorId ?? null)) ?? "person", what: "list" }, named.map(({ authorId }) => authorId ?? personId), now);
  return { rows: page.rows.map((row) => toMine(row, personId, locale)), next: page.next };
}

/** Of any initiative that the person has helped with. */
function helpedFacts(helperId: string, authorId: string | null): InitiativeFacts {
  return { municipalityId: "", consideringId: null, originatingId: null, handedToId: null, wayIds: [], offeredToId: null, arbiterId: null, objectionAtId: null, authorId, coAuthorIds: [], helperId, hiddenFromOrganisation: false, status: "submitted" };
}

/** What the button shows to this person. */
export async function readSupport(db: Db, actor: Actor, number: number): Promise<Support> {
  const standing = await publicStanding(db, actor, number);
  return { ...(await repo.findSupport(db, standing.id, actor.personId)), isMine: actor.personId !== null && [standing.authorId, ...standing.coAuthorIds].includes(actor.personId) };
}

/** One a person, counted once; at the one that it went into, where a merge was quicker. Throws initiative.supportOwn, initiative.notFound. */
export async function setSupport(db: Db, actor: Actor, number: number, on: boolean, now: Date): Promise<Support> {
  if (actor.personId === null) throw AppError.notSignedIn();
  const standing = await publicStanding(db, actor, number);
  if (standing.authorId === actor.personId || standing.coAuthorIds.includes(actor.personId)) throw new AppError("initiative.supportOwn");
  if (!can(initiativePolicy, actor, "support", standing)) throw AppError.forbidden();
  if (!(await repo.setSupport(db, standing.id, actor.personId, on, now))) {
    const { number: into } = await readMergedInto(db, actor, number);
    if (into === null) throw new AppError("initiative.notFound");
    return await setSupport(db, actor, into, on, now);
  }
  return { ...(await repo.findSupport(db, standing.id, actor.personId)), isMine: false };
}

/** Throws initiative.notFound for one that isn't public. */
export async function publicStanding(db: Db, actor: Actor, number: number): Promise<repo.Standing> {
  const standing = await repo.findStanding(db, number);
  if (!standing || !can(initiativePolicy, actor, "readPublic", standing)) throw new AppError("initiative.notFound");
  return standing;
}

function toEntry({ byRole, ...entry }: Awaited<ReturnType<typeof repo.listCourse>>[number]): CourseEntry {
  return { ...entry, by: speakerOf(entry.kind, byRole) };
}

function toPublic(row: repo.StoredRecord, locale: Locale): Omit<PublicRecord, "course" | "attachments" | "evidence" | "coAuthors"> {
  return {
    number: row.number,
    publicNumber: publicNumber(row.slug, row.number),
    title: row.title,
    essence: row.essence,
    expectedResult: row.expectedResult,
    placeText: row.placeText,
    point: row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    fromOrganisation: row.fromOrganisation,
    isAppeal: row.isAppeal,
    appealDueAt: row.appealDueAt,
    keyQuestion: row.keyQuestion,
    municipality: row.municipality,
    municipalityId: row.municipalityId,
    direction: locale === "en" ? row.directionEn : row.direction,
    directionId: row.directionId,
    group: row.group,
    status: row.status,
    competence: row.competence,
    authorName: row.namePublished && row.givenName ? publicName({ familyName: row.familyName ?? "", givenName: row.givenName }) : null,
    isAuthorErased: row.isAuthorErased,
    initiatorKind: row.initiatorKind,
    collective: row.collective,
    helpedAt: row.isHelped ? row.helpedAt : null,
    supportCount: row.supportCount,
    submittedAt: row.submittedAt,
    dueAt: row.dueAt,
    isPaused: row.pausedLeft !== null,
    decidedAt: row.decidedAt,
    answer: row.answer,
    timeZone: row.timeZone,
    mergedCount: row.mergedCount,
    signed: row.signedBy === null ? null : { by: row.signedBy, number: row.signedNumber ?? "", on: row.signedOn },
  };
}

function toMine({ slug, direction, directionEn, familyName, givenName, patronymic, authorId, helperId, ...row }: repo.ListedRecord, personId: string, locale: Locale): MineRow {
  return {
    number: row.number,
    publicNumber: publicNumber(slug, row.number),
    title: row.title,
    municipality: row.municipality,
    direction: locale === "en" ? directionEn : direction,
    status: row.status,
    supportCount: row.supportCount,
    submittedAt: row.submittedAt,
    dueAt: row.dueAt,
    // only who is the author or helped may know what the author is asked, and who they are
    question: authorId === personId || helperId === personId ? row.question : null,
    answer: row.answer,
    timeZone: row.timeZone,
    authorName: helperId === personId && familyName ? fullName({ familyName, givenName: givenName ?? "", patronymic }) : null,
    helpedByMe: helperId === personId,
  };
}
