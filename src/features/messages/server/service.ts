import * as z from "zod";
import type { Actor } from "@/access/actor";
import { can, visible } from "@/access/policy";
import { mailbox, notification } from "@/access/rules/message";
import { addresseeOf, writeLetter } from "@/features/people/server/service";
import type { Db } from "@/platform/db/client";
import { env } from "@/platform/env";
import { toLocale } from "@/platform/i18n/locale";
import { listMailbox, type MailboxLetter } from "@/platform/mail/mailbox";
import { AppError } from "@/shared/errors/app-error";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import type { Locale } from "@/shared/text/locale";
import type { NotificationLine, Telling } from "../schema";
import * as repo from "./repo";
import { wordsOf } from "./words";

/**
 * Tells a person of something, once: in the application, and by letter where they have a confirmed address. Within the
 * transaction of `db`.
 */
export async function notify(db: Db, telling: Telling): Promise<void> {
  if (!(await repo.insertNotification(db, telling))) return;
  const to = await addresseeOf(db, telling.personId);
  if (!to) return;
  const { title, text, action } = wordsOf(toLocale(to.locale), telling.kind, telling.params, telling.at);
  await writeLetter(db, to, { subject: title, paragraphs: [text], ...(telling.href ? { action: { label: action, href: telling.href } } : {}) }, `message:${telling.dedupeKey}`);
}

/** To an address that somebody without an account has left with a question: a letter alone, in Russian. */
export async function writeToCaller(db: Db, to: { email: string; name: string | null }, { kind, params, dedupeKey, at }: Pick<Telling, "kind" | "params" | "dedupeKey" | "at">): Promise<void> {
  const { title, text } = wordsOf("ru", kind, params, at);
  await writeLetter(db, { email: to.email, locale: "ru", familyName: "", givenName: to.name ?? "" }, { subject: title, paragraphs: [text] }, `message:${dedupeKey}`);
}

const position = z.object({ at: z.iso.datetime(), id: z.uuid() });

/** Addressed to the asker, newest first, in the given language. */
export async function listNotifications(db: Db, actor: Actor, { cursor, limit }: { cursor?: string | null | undefined; limit: number }, locale: Locale, now: Date) {
  const may = visible(notification, actor, "read");
  const page = toPage(await repo.listNotifications(db, may, cursor ? decodeCursor(position, cursor) : null, limit), limit, ({ at, id }) => ({ at: at.toISOString(), id }));
  const rows = page.rows.map(({ id, kind, params, href, at, isRead }): NotificationLine => {
    const { title, text } = wordsOf(locale, kind, params, now);
    return { id, href, at, isRead, title, text };
  });
  return { rows, next: page.next, unread: await repo.countUnread(db, may) };
}

export async function countUnread(db: Db, actor: Actor): Promise<number> {
  return await repo.countUnread(db, visible(notification, actor, "read"));
}

/** In: one, or null for all. Throws request.notFound for another's. */
export async function markRead(db: Db, actor: Actor, id: string | null, now: Date): Promise<void> {
  const found = await repo.markRead(db, id, visible(notification, actor, "markRead"), now);
  if (!found && id !== null) throw AppError.notFound();
}

/** Letters of the demonstration, newest first, of one address or all. Throws request.notFound in an ordinary installation. */
export async function readMailbox(actor: Actor, to: string): Promise<MailboxLetter[]> {
  if (!can(mailbox, actor, "read", { isDemonstration: env.DEMO })) throw AppError.notFound();
  const wanted = to.toLowerCase();
  return (await listMailbox()).filter((letter) => letter.to.toLowerCase().includes(wanted));
}

export { findAtUnit, findAuthors, findClerks, findInitiative, findObjectionTier, findTicket, findTier } from "./repo";
