import type { Actor } from "@/access/actor";
import { actingRole, authorise, visible } from "@/access/policy";
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
import { checkDraft } from "../../drafts/rules";
import { initiativeSubmitted } from "../../events";
import { submission } from "../../lifecycle";
import { publicNumber } from "../../rules";
import type { InitiativeFields } from "../../schema";
import type { SubmitOutcome } from "../schema";
import * as repo from "./repo";

type Request = { readonly draftId: string; readonly version: number };

/** A sheet that its author has signed: when it was taken down, and where it is kept. */
export interface Sheet {
  readonly takenAt: Date;
  readonly paperCase: string;
}

/**
 * A draft becomes a submitted initiative: once, whoever asks how often. Refusals keep the draft: marathon.notStarted,
 * marathon.closed, initiative.draftIncomplete (with fields), initiative.changedMeanwhile, person.notConfirmed.
 * What decides is read before the transaction, by one prepared query; the write itself takes the draft in that version or none.
 */
export async function submitDraft(db: Db, actor: Actor, request: Request, now: Date): Promise<SubmitOutcome> {
  return await submit(db, actor, request, null, now);
}

/** What a signed sheet says, typed in by who helped: the draft of it and the initiative are one transaction of the caller's. Throws as submitDraft. */
export async function submitSheet(tx: Db, actor: Actor, request: Request, sheet: Sheet, now: Date): Promise<SubmitOutcome> {
  return await submit(tx, actor, request, sheet, now);
}

async function submit(db: Db, actor: Actor, { draftId, version }: Request, sheet: Sheet | null, now: Date): Promise<SubmitOutcome> {
  const action = sheet ? "submitSheet" : "submit";
  const may = visible(draftPolicy, actor, action);
  const found = await repo.findSubmission(db, draftId, may, now);
  if (!found) return await submittedBefore(db, actor, draftId, now);
  if (found.version !== version) throw new AppError("initiative.changedMeanwhile");
  if (found.helperId === actor.personId && found.authorId !== actor.personId) authorise(personPolicy, actor, "registerAtDesk", deskFacts(found));
  if (found.municipalityFits) checkPhase(found, now);
  const fields = checkedFields(found);
  if (found.authorId === null || !found.isConfirmed) throw new AppError("person.notConfirmed");
  if (!found.isJoined) return { ok: false, reason: "notJoined", marathonId: found.marathonId };

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
    submittedAt: now,
    dueAt: endOf(now, reaction, office),
    termUnit: reaction.unit,
    byId: actor.personId ?? found.authorId,
    byRole: actingRole(draftPolicy, actor, action, { authorId: found.authorId, helperId: found.helperId, tokenHash: null }) ?? "person",
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

/** A doubled click or a repeated request gets the first answer; anybody else's draft and none at all are one and the same. */
async function submittedBefore(db: Db, actor: Actor, draftId: string, now: Date): Promise<SubmitOutcome> {
  const before = await findSubmitted(db, actor, draftId);
  if (before) return before;
  if (actor.personId !== null && (await repo.findSubmission(db, draftId, visible(draftPolicy, actor, "submit"), now))) throw new AppError("initiative.changedMeanwhile");
  authorise(draftPolicy, actor, "submit", null);
  throw AppError.notFound();
}

function checkPhase({ startsOn, endsOn, closingEndsOn, timeZone }: repo.Submission, now: Date): void {
  const phase = phaseOf({ startsOn: plainDate(startsOn), endsOn: plainDate(endsOn), closingEndsOn: plainDate(closingEndsOn) }, now, timeZone);
  if (phase === "upcoming") throw new AppError("marathon.notStarted");
  if (phase !== "collecting") throw new AppError("marathon.closed");
}

/** Every id that comes in is looked at: what isn't where the author said is answered as not chosen. */
function checkedFields(found: repo.Submission): InitiativeFields {
  const checked = checkDraft(found.content);
  const missing: Record<string, string> = checked.ok ? {} : Object.fromEntries(checked.issues.map(({ path, key }) => [path, key]));
  if (!found.municipalityFits) missing.municipalityId ??= "field.choice";
  else if (!found.directionFits) missing.directionId ??= "field.choice";
  if (found.content.organisationId !== null && !found.organisationFits) missing.organisationId ??= "field.choice";
  if (found.content.fromOrganisation && !found.isDirector) missing.fromOrganisation ??= "field.notDirector";
  if (!found.questionFits) missing.keyQuestionId ??= "field.choice";
  if (!checked.ok || Object.keys(missing).length > 0) throw new AppError("initiative.draftIncomplete", undefined, { fields: missing });
  // offered when the draft was written, and no more: then it is an initiative like any other
  return { ...checked.fields, isAppeal: checked.fields.isAppeal && found.appealsOffered };
}

/** A coordinator whose post at the organisation has ended helps there no more. */
function deskFacts(found: repo.Submission) {
  return { id: found.authorId, registeredById: null, registeredAtUnitId: found.helperUnitId, municipalityId: null };
}
