import { actingRole, authorise } from "@/access/policy";
import { ticket } from "@/access/rules/ticket";
import { marathonFor } from "@/features/marathon/server/service";
import { regulationOf } from "@/features/regulation/server/service";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import { ticketAnswered, ticketAsked, type TicketScopes } from "../../events";
import { startTerms, subjectFrom } from "../../rules";
import { hotlineLimits } from "../../schema";
import { spendOnQuestion } from "../../server/limits";
import type { AskedOutput, AskInput, TakeCallInput, TakenCallOutput } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "now" | "visitor" | "addressHash">;

/** A question from the site, with or without an account, while the marathon lasts there. Refusals: registration.municipalityAbsent, ticket.hotlineMissing, request.tooMany. */
export async function ask(asker: Asker, { key, ...input }: AskInput): Promise<AskedOutput> {
  const { actor, now, addressHash } = asker;
  const owner = ownerOf(asker);
  await spendOnQuestion("address", addressHash);
  await spendOnQuestion("asker", owner);
  // a machine is told what a person is told, and nothing is kept
  if (input.website !== "") return { ticketId: null, number: null, resolutionDueAt: null, timeZone: "Europe/Moscow" };
  return await transaction(async (db) => await onceFor(db, { owner, procedure: "hotline.ask", key, input }, async () => {
    const line = await lineOf(db, input.municipalityId, now);
    const { hotlineId, marathonId, municipalityId } = line;
    const { personId } = actor;
    const ids = { marathonId, municipalityId, hotlineId, personId };
    const id = newId(now);
    const regulation = await regulationOf(db, marathonId, municipalityId, now);
    const terms = startTerms(now, regulation);
    const caller = personId === null ? { callerName: input.name, callerPhone: input.phone, callerEmail: input.email } : { callerName: null, callerPhone: null, callerEmail: null };
    const { subject, question } = input;
    const said = { kind: "question", text: question, byId: personId, byRole: personId === null ? null : "person" } as const;
    const { number, messageIds } = await repo.addTicket(db, { id, ...ids, ...caller, ...terms, channel: "web", status: "open", subject, question, createdById: personId, claimedById: null, answeredAt: null }, [said], now);
    await announceAsked(db, { ticketId: id, number, ...ids, handedToId: null, claimedById: null }, "web", messageIds[0] ?? id, now, personId);
    return { ticketId: personId === null ? null : id, number, resolutionDueAt: terms.resolutionDueAt, timeZone: regulation.office.zone };
  }));
}

/** A call or a visit, written down by the operator, who keeps it, answers it at once or leaves it to the queue. */
export async function takeCall({ actor, now, visitor }: Asker, { key, ...input }: TakeCallInput): Promise<TakenCallOutput> {
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf({ actor, visitor }), procedure: "hotline.takeCall", key, input }, async () => {
    const line = await repo.findLine(db, { id: input.hotlineId });
    const facts = line && { hotlineId: line.hotlineId, municipalityId: line.municipalityId, handedToId: null, personId: null };
    authorise(ticket, actor, "takeCall", facts);
    if (!line || actor.personId === null) throw AppError.notFound();
    if (input.answer.length > 0 && input.answer.length < hotlineLimits.answerMin) throw AppError.invalid({ answer: "field.tooShort" });
    const by = { byId: actor.personId, byRole: actingRole(ticket, actor, "takeCall", facts) };
    const isAnswered = input.answer !== "";
    const status = isAnswered ? "answered" : input.toQueue ? "open" : "claimed";
    const claimedById = status === "open" ? null : actor.personId;
    const { hotlineId, marathonId, municipalityId } = line;
    const id = newId(now);
    const { question, channel } = input;
    const subject = input.subject || subjectFrom(question);
    const said = [{ kind: "question", text: question, ...by } as const, ...(isAnswered ? [{ kind: "answer", text: input.answer, ...by } as const] : [])];
    const { number, messageIds } = await repo.addTicket(db, {
      id, marathonId, municipalityId, hotlineId, channel, status, personId: null, callerName: input.name, callerPhone: input.phone, callerEmail: null, subject, question,
      createdById: actor.personId, claimedById, ...startTerms(now, await regulationOf(db, marathonId, municipalityId, now)), answeredAt: isAnswered ? now : null,
    }, said, now);
    const scopes = { ticketId: id, number, marathonId, municipalityId, hotlineId, handedToId: null, personId: null, claimedById };
    await announceAsked(db, scopes, channel, messageIds[0] ?? id, now, actor.personId);
    if (isAnswered) await announce(db, ticketAnswered, { ...scopes, messageId: messageIds[1] ?? id }, { at: now, actorId: actor.personId });
    return { ticketId: id, number, status };
  }));
}

async function lineOf(db: Db, municipalityId: string, now: Date): Promise<repo.Line> {
  const marathon = await marathonFor(db, municipalityId, now);
  if (!marathon) throw new AppError("registration.municipalityAbsent");
  const line = await repo.findLine(db, { marathonId: marathon.id, municipalityId });
  if (!line) throw new AppError("ticket.hotlineMissing");
  return line;
}

async function announceAsked(db: Db, scopes: TicketScopes, channel: "web" | "phone" | "desk", messageId: string, at: Date, actorId: string | null): Promise<void> {
  await announce(db, ticketAsked, { ...scopes, messageId, channel }, { at, actorId });
}
