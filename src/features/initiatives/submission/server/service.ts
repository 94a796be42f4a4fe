import type { Actor } from "@/access/actor";
import { actingRole, authorise, visible, visibleToSystem } from "@/access/policy";
import type { Role } from "@/access/roles";
import { draft as draftPolicy } from "@/access/rules/draft";
import { person as personPolicy } from "@/access/rules/person";
import { phaseOf } from "@/features/marathon/rules";
import { dueAt as endOf, termFor } from "@/features/regulation/rules";
import { regulationOf } from "@/features/regulation/server/service";
import { announce } from "@/platform/events/outbox";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { plainDate } from "@/shared/dates/plain-date";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import { appealDueAt, capped } from "../../considering/appeal/rules";
import { checkDraft } from "../../drafts/rules";
import { initiativeSubmitted } from "../../events";
import { submission } from "../../lifecycle";
import { publicNumber } from "../../rules";
import type { InitiativeFields } from "../../schema";
import type { SheetOutcome, SubmitOutcome } from "../schema";
import * as repo from "./repo";

type Request = { readonly draftId: string; readonly version: number };

/** A sheet that its author has signed: when it was taken down, and where it is kept. */
export interface Sheet {
  readonly takenAt: Date;
  readonly paperCase: string | null;
  /** the scan of the stack that has the signature */
  readonly scanId: string | null;
  /** taken down while initiatives were collected: coming after, it waits for the responsible person */
  readonly isInTime: boolean;
}

/** A sheet that the responsible person has let in: «поступило» is when it had come. */
export interface LetIn extends Sheet {
  readonly arrivedAt: Date;
}

/** Who lets a late sheet in. */
const lateRole: Role = "responsiblePerson";

/**
 * A draft becomes a submitted initiative: once, whoever asks how often. Refusals keep the draft: marathon.notStarted,
 * marathon.closed, initiative.draftIncomplete (with fields), initiative.changedMeanwhile, person.notConfirmed.
 * What decides is read before the transaction, by one prepared query; the write itself takes the draft in that version or none.
 */
export async function submitDraft(db: Db, actor: Actor, request: Request, now: Date): Promise<SubmitOutcome> {
  const outcome = await submit(db, actor, request, null, now);
  if (!outcome.ok && outcome.reason === "late") throw new AppError("marathon.closed");
  return outcome;
}

/** What a signed sheet says, typed in by who helped: the draft of it and the initiative are one transaction of the caller's. Throws as submitDraft. */
export async function submitSheet(tx: Db, actor: Actor, request: Request, sheet: Sheet | LetIn, now: Date): Promise<SheetOutcome> {
  return await submit(tx, actor, request, sheet, now);
}

async function submit(db: Db, actor: Actor, { draftId, version }: Request, sheet: Sheet | LetIn | null, now: Date): Promise<SheetOutcome> {
  const letIn = sheet !== null && "arrivedAt" in sheet ? sheet : null;
  const action = sheet ? "submitSheet" : "submit";
  const may = letIn ? visibleToSystem("draft", "the responsible person lets a late sheet in, by their own right") : visible(draftPolicy, actor, action);
  const found = await repo.findSubmission(db, draftId, may, now);
  if (!found) return await submittedBefore(db, actor, draftId, now);
  if (found.version !== version) throw new AppError("initiative.changedMeanwhile");
  if (!letIn && found.helperId === actor.personId && found.authorId !== actor.personId) authorise(personPolicy, actor, "registerAtDesk", deskFacts(found));
  const isClosed = found.municipalityFits && checkPhase(found, sheet, now) === "closing";
  const fields = checkedFields(found);
  if (found.authorId === null || !found.isConfirmed) throw new AppError("person.notConfirmed");
  if (!found.isJoined) return { ok: false, reason: "notJoined", marathonId: found.marathonId };
  if (isClosed && sheet && !letIn) {
    await repo.insertLateSheet(db, { draftId, takenAt: sheet.takenAt, paperCase: sheet.paperCase ?? "", scanId: sheet.scanId, municipalityId: fields.municipalityId, may, now });
    return { ok: false, reason: "late", state: "waiting" };
  }

  const { organisationId, ...words } = fields;
  const scopes = {
    marathonId: found.marathonId,
    municipalityId: fields.municipalityId,
    directionId: fields.directionId,
    consideringId: found.consideringId,
    originatingId: organisationId ?? found.helperUnitId,
    authorId: found.authorId,
    helperId: found.helperId,
  };
  const { terms, office } = await regulationOf(db, found.marathonId, fields.municipalityId, now);
  const reaction = termFor(terms, submission.starts);
  const lawDueAt = fields.isAppeal ? appealDueAt(letIn?.arrivedAt ?? now, termFor(terms, "appealAnswer").amount, office) : null;
  const made: repo.NewInitiative = {
    ...words,
    ...scopes,
    draftId,
    draftVersion: version,
    eventId: newId(now),
    helperUnitId: found.helperUnitId,
    posterLinkId: found.posterLinkId,
    namePublished: found.publishesName,
    takenAt: sheet?.takenAt ?? null,
    paperCase: sheet?.paperCase ?? null,
    scanId: sheet?.scanId ?? null,
    submittedAt: letIn?.arrivedAt ?? now,
    // nobody could react before it was let in
    dueAt: capped(endOf(now, reaction, office), lawDueAt),
    appealDueAt: lawDueAt,
    termUnit: reaction.unit,
    byId: actor.personId ?? found.authorId,
    byRole: letIn ? lateRole : actingRole(draftPolicy, actor, action, { authorId: found.authorId, helperId: found.helperId, tokenHash: null }) ?? "person",
  };
  const write = async (tx: Db): Promise<SubmitOutcome> => {
    const number = await repo.turnDraftIntoInitiative(tx, made, may);
    // somebody was quicker while this one waited at the draft's row
    if (number === null) return await submittedBefore(tx, actor, draftId, now);
    await announce(tx, initiativeSubmitted, { initiativeId: draftId, number, ...scopes, handedToId: null }, { at: now, actorId: actor.personId });
    return { ok: true, number, publicNumber: publicNumber(found.slug, number) };
  };
  // a sheet comes in a transaction of the caller's
  return sheet ? await write(db) : await transaction(write);
}

/** What the draft of that id has become, for its author and helper; null while it is none. */
export async function findSubmitted(db: Db, actor: Actor, draftId: string): Promise<SubmitOutcome | null> {
  const before = actor.personId === null ? null : await repo.findSubmitted(db, draftId, actor.personId);
  return before && { ok: true, number: before.number, publicNumber: publicNumber(before.slug, before.number) };
}

/** The same sheet sent again by who helped, and what has become of it; null when it never came late. */
export async function findLateBefore(db: Db, { personId }: Actor, id: string): Promise<SheetOutcome | null> {
  const state = personId === null ? null : await repo.findLateState(db, id, personId);
  return state && { ok: false, reason: "late", state };
}

/** Which of these ids are initiatives already: with the number for whoever wrote them or helped, without it for anybody else. */
export async function findTaken(db: Db, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly publicNumber: string | null }>> {
  const rows = actor.personId === null ? [] : await repo.findTaken(db, ids, actor.personId);
  return new Map(rows.map(({ id, number, slug, isMine }) => [id, { publicNumber: isMine && slug !== null && number !== null ? publicNumber(slug, number) : null }]));
}

/** A doubled click or a repeated request gets the first answer; anybody else's draft and none at all are one and the same. */
async function submittedBefore(db: Db, actor: Actor, draftId: string, now: Date): Promise<SubmitOutcome> {
  const before = await findSubmitted(db, actor, draftId);
  if (before) return before;
  if (actor.personId !== null && (await repo.findSubmission(db, draftId, visible(draftPolicy, actor, "submit"), now))) throw new AppError("initiative.changedMeanwhile");
  authorise(draftPolicy, actor, "submit", null);
  throw AppError.notFound();
}

/** Out: collecting; or closing, for a sheet that was taken down in time. */
function checkPhase({ startsOn, endsOn, closingEndsOn, timeZone }: repo.Submission, sheet: Sheet | null, now: Date): "collecting" | "closing" {
  const phase = phaseOf({ startsOn: plainDate(startsOn), endsOn: plainDate(endsOn), closingEndsOn: plainDate(closingEndsOn) }, now, timeZone);
  if (phase === "upcoming") throw new AppError("marathon.notStarted");
  if (phase === "finished" || (phase === "closing" && !sheet?.isInTime)) throw new AppError("marathon.closed");
  return phase;
}

/** Every id that comes in is looked at: what isn't where the author said is answered as not chosen. */
function checkedFields(found: repo.Submission): InitiativeFields {
  const checked = checkDraft(found.content);
  const missing: Record<string, string> = checked.ok ? {} : Object.fromEntries(checked.issues.map(({ path, key }) => [path, key]));
  if (!found.municipalityFits) missing.municipalityId ??= "field.choice";
  else if (!found.directionFits) missing.directionId ??= "field.choice";
  if (found.content.organisationId !== null && !found.organisationFits) missing.organisationId ??= "field.choice";
  if (found.content.fromOrganisation && !found.isDirector) missing.fromOrganisation ??= "field.notDirector";
  if (!found.questionFits) missing.keyQuestionId ??= "field.questionClosed";
  if (!checked.ok || Object.keys(missing).length > 0) throw new AppError("initiative.draftIncomplete", undefined, { fields: missing });
  // offered when the draft was written, and no more: then it is an initiative like any other
  return { ...checked.fields, isAppeal: checked.fields.isAppeal && found.appealsOffered };
}

/** A coordinator whose post at the organisation has ended helps there no more. */
function deskFacts(found: repo.Submission) {
  return { id: found.authorId, registeredById: null, registeredAtUnitId: found.helperUnitId, municipalityId: null };
}
