import { createTranslator } from "next-intl";
import type { Db } from "@/platform/db/client";
import { env } from "@/platform/env";
import { toLocale } from "@/platform/i18n/locale";
import { queueEmail } from "@/platform/mail/queue";
import { politeName, type PersonName } from "@/shared/text/person-name";
import en from "../messages/en.json" with { type: "json" };
import ru from "../messages/ru.json" with { type: "json" };

export interface Addressee extends PersonName {
  readonly email: string;
  readonly locale: string;
}

/** What a letter says: one thing, one link. */
export interface LetterWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; /** a path of our own */ readonly href: string };
  readonly after?: readonly string[];
}

function wordsOf(locale: string) {
  const known = toLocale(locale);
  return createTranslator({ locale: known, messages: { ru, en: en as typeof ru }[known], namespace: "letters", timeZone: "Europe/Moscow" });
}

/** Puts a letter into the queue, as text and as simple HTML, in the person's language. One key, one letter. */
export async function sendLetter(db: Db, to: Addressee, { subject, paragraphs, action, after = [] }: LetterWords, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  const url = action && new URL(action.href, env.PUBLIC_URL).toString();
  const name = politeName(to);
  const greeting = name === "" ? t("greetingBare") : t("greeting", { name });
  const signature = t("signature", { site: new URL(env.PUBLIC_URL).host });
  const text = [greeting, ...paragraphs, ...(action && url ? [`${action.label}:\n${url}`] : []), ...after, `--\n${signature}`].join("\n\n");
  const html = [
    `<!doctype html><html lang="${toLocale(to.locale)}"><meta charset="utf-8"><title>${escape(subject)}</title>`,
    `<body style="margin:0;padding:24px;background:#f5f4ef;color:#1b2422;font:17px/1.5 Arial,sans-serif"><div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border-radius:8px">`,
    ...[greeting, ...paragraphs].map(paragraph),
    ...(action && url ? [`<p style="margin:24px 0"><a href="${escape(url)}" style="display:inline-block;padding:14px 22px;border-radius:6px;background:#00595c;color:#fff;font-weight:bold;text-decoration:none">${escape(action.label)}</a></p>`] : []),
    ...after.map(paragraph),
    `<p style="margin:24px 0 0;color:#55605d;font-size:14px">${escape(signature)}</p></div></body></html>`,
  ].join("\n");
  await queueEmail(db, { to: to.email, subject, text, html, dedupeKey });
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${escape(text).replace(/\n/g, "<br>")}</p>`;
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** The link that proves that the address is theirs. `next` is where they wanted to go when they registered. */
export async function sendConfirmation(db: Db, to: Addressee, token: string, next: string | null, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  const query = new URLSearchParams({ token, ...(next ? { next } : {}) });
  await sendLetter(db, to, { subject: t("confirm.subject"), paragraphs: [t("confirm.text")], action: { label: t("confirm.action"), href: `/confirm?${query}` }, after: [t("confirm.after")] }, dedupeKey);
}

/** Somebody has tried to register under an address that has an account: the owner alone learns of it. */
export async function sendAlreadyRegistered(db: Db, to: Addressee, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("known.subject"), paragraphs: [t("known.text")], action: { label: t("known.action"), href: "/sign-in" }, after: [t("known.after", { link: new URL("/sign-in/forgot", env.PUBLIC_URL).toString() })] }, dedupeKey);
}

export async function sendReset(db: Db, to: Addressee, token: string, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("reset.subject"), paragraphs: [t("reset.text")], action: { label: t("reset.action"), href: `/sign-in/reset?${new URLSearchParams({ token })}` }, after: [t("reset.after")] }, dedupeKey);
}

/** A password was changed, a slip used: whoever it wasn't can act. */
export async function sendPasswordChanged(db: Db, to: Addressee, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("changed.subject"), paragraphs: [t("changed.text")], action: { label: t("changed.action"), href: "/sign-in/forgot" } }, dedupeKey);
}
