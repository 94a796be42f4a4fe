import { regulationOf } from "@/features/regulation/server/service";
import { announce } from "@/platform/events/outbox";
import { AppError } from "@/shared/errors/app-error";
import { ticketAnswered, ticketClarified, ticketHandedUp, ticketReplied } from "../../events";
import { isReopenTooLate, refusalOf, resumeTerm, startTerms, type TicketStatus } from "../../rules";
import { hotlineLimits } from "../../schema";
import type {
  AnswerInput, ClaimInput, ClarifyInput, CloseInput, HandBackInput, HandUpInput, NoteInput, RecordReplyInput, ReleaseInput, ReopenInput, ReplyInput, StepOutput, TakeOverInput,
} from "../schema";
import * as repo from "./repo";
import { change, claimedBy, load, once, scopesOf, take, tell, type Asker, type Taken } from "./step";

const told = ({ by, now }: Taken) => ({ at: now, actorId: by.byId });
const inWork: readonly TicketStatus[] = ["claimed", "waitingForPerson"];

/** Of two who claim at once one gets it; the other learns by whom. */
export async function claim(asker: Asker, input: ClaimInput): Promise<StepOutput> {
  return await once(asker, "claim", input, async (db) => {
    const loaded = await load(db, asker, "claim", input.ticketId);
    const { id, number, status, claimedById, version: standing } = loaded.row;
    if (inWork.includes(status) && claimedById === loaded.by.byId) return { ticketId: id, number, status, version: standing };
    if (inWork.includes(status)) throw await claimedBy(db, claimedById);
    if (status !== "open") throw new AppError(refusalOf("claim", status));
    const version = await repo.claimOpen(db, id, loaded.by.byId, asker.now);
    if (version === null) throw await claimedBy(db, (await repo.findHeld(db, id))?.claimedById ?? null);
    const taken = { ...loaded, to: "claimed" as const };
    await tell(taken, "event", "claim");
    return { ticketId: id, number, status: taken.to, version };
  });
}

/** From a colleague, at the end of a shift or in an illness. */
export async function takeOver(asker: Asker, input: TakeOverInput): Promise<StepOutput> {
  return await once(asker, "takeOver", input, async (db) => {
    const taken = await take(db, asker, "takeOver", input.ticketId, input.version);
    await tell(taken, "event", "takeOver");
    return await change(taken, { claimedById: taken.by.byId });
  });
}

/** Back to the queue; its first deadline goes on from where it was. */
export async function release(asker: Asker, input: ReleaseInput): Promise<StepOutput> {
  return await once(asker, "release", input, async (db) => {
    const taken = await take(db, asker, "release", input.ticketId, input.version);
    if (taken.row.facts.handedToId !== null) throw new AppError("ticket.alreadyHandedUp");
    await tell(taken, "event", "release");
    return await change(taken, { claimedById: null });
  });
}

/** The answer to the person. */
export async function answer(asker: Asker, input: AnswerInput): Promise<StepOutput> {
  return await once(asker, "answer", input, async (db) => {
    const taken = await take(db, asker, "answer", input.ticketId, input.version);
    const done = await change(taken, { answeredAt: asker.now });
    const messageId = await tell(taken, "answer", input.text);
    await announce(db, ticketAnswered, { ...scopesOf(taken), messageId }, told(taken));
    return done;
  });
}

/** A question back to the person: the term stands still until they reply. */
export async function clarify(asker: Asker, input: ClarifyInput): Promise<StepOutput> {
  return await once(asker, "clarify", input, async (db) => {
    const taken = await take(db, asker, "clarify", input.ticketId, input.version);
    const done = await change(taken);
    const messageId = await tell(taken, "answer", input.text);
    await tell(taken, "event", "clarify");
    await announce(db, ticketClarified, { ...scopesOf(taken), messageId }, told(taken));
    return done;
  });
}

/** What the person said on the phone, written down: the term goes on. */
export async function recordReply(asker: Asker, input: RecordReplyInput): Promise<StepOutput> {
  return await once(asker, "recordReply", input, async (db) => {
    const taken = await take(db, asker, "recordReply", input.ticketId, input.version);
    await tell(taken, "question", input.text);
    return await change(taken, await resumed(taken));
  });
}

/** What the asker adds on their own page. It needs no version: nothing of theirs is overwritten. */
export async function reply(asker: Asker, input: ReplyInput): Promise<StepOutput> {
  return await once(asker, "reply", input, async (db) => {
    const taken = await take(db, asker, "reply", input.ticketId, null);
    const messageId = await tell(taken, "question", input.text);
    const done = await change(taken, await resumed(taken));
    await announce(db, ticketReplied, { ...scopesOf(taken), messageId, isReopened: false }, told(taken));
    return done;
  });
}

async function resumed({ db, row, now }: Taken): Promise<Pick<repo.Change, "resolutionDueAt">> {
  if (row.status !== "waitingForPerson") return {};
  const { office } = await regulationOf(db, row.marathonId, row.facts.municipalityId, now);
  return { resolutionDueAt: resumeTerm(row.pausedAt, row.resolutionDueAt, now, row.resolutionUnit, office) };
}

/** For colleagues: the person never sees it. */
export async function note(asker: Asker, input: NoteInput): Promise<StepOutput> {
  return await once(asker, "note", input, async (db) => {
    const taken = await take(db, asker, "note", input.ticketId, null);
    await tell(taken, "note", input.text);
    const { id, number, status, version } = taken.row;
    return { ticketId: id, number, status, version };
  });
}

/** Without an answer given, a reason is asked for: the next on the line must understand it. */
export async function close(asker: Asker, input: CloseInput): Promise<StepOutput> {
  return await once(asker, "close", input, async (db) => {
    const taken = await take(db, asker, "close", input.ticketId, input.version);
    if (taken.row.status !== "answered" && input.reason.length < hotlineLimits.reasonMin) throw AppError.invalid({ reason: input.reason === "" ? "field.required" : "field.tooShort" });
    if (input.reason) await tell(taken, "note", input.reason);
    await tell(taken, "event", "close");
    return await change(taken, { closedAt: asker.now });
  });
}

/** By the person or by the operator they called: new to everybody, with new terms. Throws ticket.reopenTooLate. */
export async function reopen(asker: Asker, input: ReopenInput): Promise<StepOutput> {
  return await once(asker, "reopen", input, async (db) => {
    const taken = await take(db, asker, "reopen", input.ticketId, input.version);
    const { endedAt, marathonId, facts } = taken.row;
    const regulation = await regulationOf(db, marathonId, facts.municipalityId, asker.now);
    if (isReopenTooLate(endedAt, asker.now, regulation.office.zone)) throw new AppError("ticket.reopenTooLate");
    const done = await change(taken, { claimedById: null, handedToId: null, answeredAt: null, closedAt: null, ...startTerms(asker.now, regulation) });
    await tell(taken, "event", "reopen");
    const messageId = await tell(taken, "question", input.text);
    await announce(db, ticketReplied, { ...scopesOf(taken, { claimedById: null, handedToId: null }), messageId, isReopened: true }, told(taken));
    return done;
  });
}

/** To a working group, which sees it from now on and answers itself. Throws ticket.alreadyHandedUp, request.notFound for a foreign group. */
export async function handUp(asker: Asker, input: HandUpInput): Promise<StepOutput> {
  return await once(asker, "handUp", input, async (db) => {
    const taken = await take(db, asker, "handUp", input.ticketId, input.version);
    const { marathonId, facts } = taken.row;
    const group = await repo.findGroup(db, input.groupId, marathonId, facts.municipalityId);
    if (!group) throw AppError.notFound();
    if (facts.handedToId === group.id) throw new AppError("ticket.alreadyHandedUp");
    const done = await change(taken, { handedToId: group.id });
    if (input.text) await tell(taken, "note", input.text);
    await tell(taken, "event", `handUp:${group.name}`);
    await announce(db, ticketHandedUp, scopesOf(taken, { handedToId: group.id }), told(taken));
    return done;
  });
}

/** «Не к нам»: the hotline's again, with the reason. */
export async function handBack(asker: Asker, input: HandBackInput): Promise<StepOutput> {
  return await once(asker, "handBack", input, async (db) => {
    const taken = await take(db, asker, "handBack", input.ticketId, input.version);
    if (taken.row.facts.handedToId === null) throw new AppError("ticket.notHandedUp");
    const done = await change(taken, { handedToId: null });
    await tell(taken, "note", input.text);
    await tell(taken, "event", "handBack");
    return done;
  });
}
