import { ticketAnswered, ticketClarified } from "@/features/hotline/events";
import { initiativeMoved, initiativeSubmitted } from "@/features/initiatives/events";
import { publicNumber } from "@/features/initiatives/rules";
import type { NotificationKind } from "@/features/messages/schema";
import { findInitiative, findTicket, findTier, notify, writeToCaller } from "@/features/messages/server/service";
import { termMissed } from "@/features/regulation/events";
import type { Db } from "@/platform/db/client";
import { subscribeAfter } from "@/platform/events/event";
import { tellOfStep } from "./initiative-news";

interface News {
  readonly initiativeId: string;
  readonly eventId: string | null;
  readonly at: Date;
}

/** Letters and messages after the commit: a failed one is tried again and told once. */
export function registerMessages(): void {
  subscribeAfter(initiativeSubmitted, "messages", async (db, { initiativeId, authorId }, { at }) => {
    if (authorId !== null) await tell(db, [authorId], "initiativeSubmitted", (number) => `/my/${number}`, { initiativeId, eventId: null, at });
  });
  subscribeAfter(initiativeMoved, "messages", async (db, moved, info) => await tellOfStep(db, moved, info));
  subscribeAfter(termMissed, "messages", async (db, { missedId, subject, number, dueAt, zone, wentUpTo, ...of }, { at }) => {
    for (const personId of await findTier(db, wentUpTo, of, at)) {
      await notify(db, { personId, kind: "termMissed", params: { number, status: subject, due: dueAt, zone }, href: "/desk/missed", dedupeKey: `termMissed:${missedId}:${personId}`, at });
    }
  });
  subscribeAfter(ticketAnswered, "messages", async (db, { ticketId, messageId }, { at }) => await answerCaller(db, "ticketAnswered", ticketId, messageId, at));
  subscribeAfter(ticketClarified, "messages", async (db, { ticketId, messageId }, { at }) => await answerCaller(db, "ticketClarified", ticketId, messageId, at));
}

/** The person in their messages; who asked without an account by the address that they left, if any. */
async function answerCaller(db: Db, kind: NotificationKind, ticketId: string, messageId: string, at: Date): Promise<void> {
  const found = await findTicket(db, ticketId, messageId);
  if (!found) return;
  const { number, subject, personId, callerName, callerEmail, said } = found;
  const telling = { kind, params: { number, title: subject, ...(said ? { text: said } : {}) }, dedupeKey: `${kind}:${messageId}`, at };
  if (personId !== null) await notify(db, { ...telling, personId, href: `/my/questions/${ticketId}` });
  else if (callerEmail !== null) await writeToCaller(db, { email: callerEmail, name: callerName }, telling);
}

async function tell(db: Db, personIds: readonly string[], kind: NotificationKind, hrefOf: (number: number) => string, { initiativeId, eventId, at }: News): Promise<void> {
  const found = await findInitiative(db, initiativeId, eventId, at);
  if (!found) return;
  const { number, slug, title, dueAt, zone, said } = found;
  const params = { number: publicNumber(slug, number), title, zone, ...(said ? { text: said } : {}), ...(dueAt ? { due: dueAt.toISOString() } : {}) };
  for (const personId of personIds) await notify(db, { personId, kind, params, href: hrefOf(number), dedupeKey: `${kind}:${eventId ?? initiativeId}:${personId}`, at });
}
