import { createTranslator } from "next-intl";
import type { Db } from "@/platform/db/client";
import { env } from "@/platform/env";
import { toLocale } from "@/platform/i18n/locale";
import { queueEmail } from "@/platform/mail/queue";
import { sha256 } from "@/shared/ids/hash";
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

/** Puts a letter into the queue, as text and as simple HTML, in the person's language. One key, one letter. `tokenHash`: of the one-time link in it. */
export async function sendLetter(db: Db, to: Addressee, { subject, paragraphs, action, after = [] }: LetterWords, dedupeKey: string, tokenHash?: string): Promise<void> {
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
  await queueEmail(db, { to: to.email, subject, text, html, dedupeKey, ...(tokenHash ? { tokenHash } : {}) });
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
  await sendLetter(db, to, { subject: t("confirm.subject"), paragraphs: [t("confirm.text")], action: { label: t("confirm.action"), href: `/confirm?${query}` }, after: [t("confirm.after")] }, dedupeKey, sha256(token));
}

/** Somebody has tried to register under an address that has an account: the owner alone learns of it. */
export async function sendAlreadyRegistered(db: Db, to: Addressee, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("known.subject"), paragraphs: [t("known.text")], action: { label: t("known.action"), href: "/sign-in" }, after: [t("known.after", { link: new URL("/sign-in/forgot", env.PUBLIC_URL).toString() })] }, dedupeKey);
}

export async function sendReset(db: Db, to: Addressee, token: string, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("reset.subject"), paragraphs: [t("reset.text")], action: { label: t("reset.action"), href: `/sign-in/reset?${new URLSearchParams({ token })}` }, after: [t("reset.after")] }, dedupeKey, sha256(token));
}

/** A password was changed, a slip used: whoever it wasn't can act. */
export async function sendPasswordChanged(db: Db, to: Addressee, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("changed.subject"), paragraphs: [t("changed.text")], action: { label: t("changed.action"), href: "/sign-in/forgot" } }, dedupeKey);
}

/** The link that makes another address theirs. Goes to the new one. */
export async function sendNewAddress(db: Db, to: Addressee, token: string, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("newAddress.subject"), paragraphs: [t("newAddress.text")], action: { label: t("newAddress.action"), href: `/confirm/email?${new URLSearchParams({ token })}` }, after: [t("newAddress.after")] }, dedupeKey, sha256(token));
}

/** To the address that is still theirs, while a new password can still be asked for through it. */
export async function sendAddressAsked(db: Db, to: Addressee, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("addressAsked.subject"), paragraphs: [t("addressAsked.text")], action: { label: t("addressAsked.action"), href: "/sign-in/forgot" } }, dedupeKey);
}

/** To the address that was theirs until now. */
export async function sendAddressChanged(db: Db, to: Addressee, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("addressChanged.subject"), paragraphs: [t("addressChanged.text")], action: { label: t("addressChanged.action"), href: "/help" } }, dedupeKey);
}

/** Two records of theirs became one: whoever it wasn't can say so. */
export async function sendMerged(db: Db, to: Addressee, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("merged.subject"), paragraphs: [t("merged.text")], action: { label: t("merged.action"), href: "/help/ask" } }, dedupeKey);
}

/** A short message with a code: one is charged by the length, so it says nothing else. */
export function smsWords(locale: string, code: string): string {
  return wordsOf(locale)("sms", { code });
}

export async function sendSecondFactorOn(db: Db, to: Addressee, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("factorOn.subject"), paragraphs: [t("factorOn.text")], action: { label: t("factorOn.action"), href: "/sign-in/forgot" } }, dedupeKey);
}

export async function sendSecondFactorOff(db: Db, to: Addressee, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("factorOff.subject"), paragraphs: [t("factorOff.text")], action: { label: t("factorOff.action"), href: "/sign-in/forgot" } }, dedupeKey);
}

/** By somebody else, for a lost phone. */
export async function sendSecondFactorReset(db: Db, to: Addressee, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("factorReset.subject"), paragraphs: [t("factorReset.text")], action: { label: t("factorReset.action"), href: "/second-factor" } }, dedupeKey);
}

export async function sendLinked(db: Db, to: Addressee, providerName: string, dedupeKey: string): Promise<void> {
  const t = wordsOf(to.locale);
  await sendLetter(db, to, { subject: t("linked.subject"), paragraphs: [t("linked.text", { name: providerName })], action: { label: t("linked.action"), href: "/account/security" } }, dedupeKey);
}

/** The band of a desk that works with somebody: it is written by a script that has no sentences of its own. */
export function deskWords(locale: string, name: string): { readonly text: string; readonly end: string; readonly region: string } {
  const t = wordsOf(locale);
  return { text: t("band.text", { name }), end: t("band.end"), region: t("band.region") };
}
