import { actingRole, authorise, can } from "@/access/policy";
import { ticket } from "@/access/rules/ticket";
import { transaction } from "@/platform/db/transaction";
import type { Context } from "@/platform/trpc/context";
import { fullName, shortName } from "@/shared/text/person-name";
import { dueAtOf, isHeldByOther, targetOf, termKindOf, ticketActions, type TicketAction } from "../../rules";
import { factsOf } from "../../server/facts";
import { stepRights } from "../../steps/server/step";
import type { AskerOutput, RecordMessage, TicketRecord } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "db" | "actor" | "now">;

/** A question with its whole course, for whoever works with it. The one who asked reads it elsewhere, without notes. */
export async function readRecord({ db, actor, now }: Asker, ticketId: string): Promise<TicketRecord> {
  const row = await repo.findRecord(db, ticketId);
  const facts = row && factsOf(row);
  authorise(ticket, actor, "note", facts);
  const found = row as repo.RecordRow;
  const { id, number, version, channel, status, subject, createdAt, claimedById, handedToId, personId } = found;
  const timeZone = found.municipality.timeZone ?? "Europe/Moscow";
  const names = await repo.findNames(db, [claimedById, ...found.messages.map((one) => one.byId)].filter((one) => one !== null && one !== personId) as string[]);
  const nameOf = (of: string | null) => { const named = of === null ? undefined : names.get(of); return named ? shortName(named) : null; };
  const dueAt = dueAtOf(found);
  const actions = ticketActions.filter((action) => isOpenTo(action, found, actor));
  const canSeeAsker = can(ticket, actor, "readAsker", facts);
  return {
    id, number, version, channel, status, subject, createdAt, timeZone, actions, canSeeAsker,
    municipality: found.municipality.shortName,
    term: { kind: termKindOf(now, status, dueAt, timeZone), dueAt },
    claimedBy: nameOf(claimedById),
    isMine: claimedById !== null && claimedById === actor.personId,
    handedTo: found.handedTo?.name ?? null,
    messages: found.messages.map((one) => toMessage(one, personId, nameOf)),
    hasAccount: personId !== null,
    caller: canSeeAsker && personId === null ? { name: found.callerName, phone: found.callerPhone, email: found.callerEmail } : null,
    groups: actions.includes("handUp") ? (await repo.findGroups(db, found.marathonId, found.municipalityId)).filter((group) => group.id !== handedToId) : [],
  };
}

/** Name and contacts of an account that asked: each look leaves a line in the journal that the person reads. */
export async function readAsker({ actor, now }: Asker, ticketId: string): Promise<AskerOutput> {
  return await transaction(async (db) => {
    const row = await repo.findAskerFacts(db, ticketId);
    const facts = row && factsOf(row);
    authorise(ticket, actor, "readAsker", facts);
    const { personId } = row as repo.AskerRow;
    const person = personId === null ? null : await repo.findReachable(db, personId);
    if (personId !== null && person && actor.personId !== null && actor.personId !== personId) {
      await repo.logLook(db, { byId: actor.personId, role: actingRole(ticket, actor, "readAsker", facts) ?? "person", personId, what: `ticket:${row?.number}`, at: now });
    }
    return person ? { name: fullName(person.name), phones: person.phones, emails: person.emails } : { name: null, phones: [], emails: [] };
  });
}

/** What the asker can do now: the state, the right, and that nobody else holds it. */
function isOpenTo(action: TicketAction, row: repo.RecordRow, actor: Asker["actor"]): boolean {
  const { status, claimedById, handedToId } = row;
  if (actor.personId === null || action === "reply" || targetOf(action, status) === null || !can(ticket, actor, stepRights[action], factsOf(row))) return false;
  if (action === "takeOver" && claimedById === actor.personId) return false;
  if (action === "handBack" && handedToId === null) return false;
  if (action === "release" && handedToId !== null) return false;
  return !isHeldByOther(action, { status, claimedById, handedToId }, { personId: actor.personId, bodyIds: actor.posts.flatMap((post) => post.bodyId ?? []) });
}

function toMessage({ byId, text, ...one }: repo.RecordRow["messages"][number], personId: string | null, nameOf: (id: string | null) => string | null): RecordMessage {
  const [what = "", ...rest] = one.kind === "event" ? text.split(":") : [text];
  const isByAsker = one.kind === "question" && (byId === null || byId === personId);
  return { ...one, text: what, group: rest.length > 0 ? rest.join(":") : null, isByAsker, byName: isByAsker ? null : nameOf(byId) };
}
