import type { Role } from "@/access/roles";
import accessEn from "@/access/messages/en.json" with { type: "json" };
import accessRu from "@/access/messages/ru.json" with { type: "json" };
import type { Db } from "@/platform/db/client";
import { env } from "@/platform/env";
import { toLocale } from "@/platform/i18n/locale";
import { translate } from "@/platform/i18n/translator";
import { queueEmail } from "@/platform/mail/queue";
import { sha256 } from "@/shared/ids/hash";
import { politeName, type PersonName } from "@/shared/text/person-name";
import en from "../../messages/en.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };
import { invitationDays } from "../../rules";

export interface Addressee extends PersonName {
  readonly email: string;
  readonly locale: string;
}

/** A role at a place: all that a letter says of an appointment. */
export interface Named {
  readonly role: Role;
  readonly where: string;
}

interface Written {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action: string;
  readonly href: string;
  readonly after: string;
}

function wordsOf(locale: string) {
  const known = toLocale(locale);
  const t = translate(known, { ru, en });
  const role = translate(known, { ru: accessRu.access.roles, en: accessEn.access.roles });
  return { t: (key: string, values?: Record<string, string | number>) => t(`letters.${key}`, values), role: (name: Role) => role(name) };
}

/** Somebody without an account was appointed: the link opens it. One key, one letter. */
export async function sendInvitation(db: Db, to: Addressee, { role, where }: Named, token: string, dedupeKey: string): Promise<void> {
  const words = wordsOf(to.locale);
  await send(db, to, {
    subject: words.t("invitation.subject"), paragraphs: [words.t("invitation.text", { role: words.role(role), where }), words.t("invitation.next")],
    action: words.t("invitation.action"), href: `/invitation/${token}`, after: words.t("invitation.after", { days: invitationDays }),
  }, dedupeKey, sha256(token));
}

/** Somebody with an account was appointed. */
export async function sendAppointed(db: Db, to: Addressee, { role, where }: Named, dedupeKey: string): Promise<void> {
  const words = wordsOf(to.locale);
  await send(db, to, { subject: words.t("appointed.subject"), paragraphs: [words.t("appointed.text", { role: words.role(role), where })], action: words.t("appointed.action"), href: "/desk", after: words.t("appointed.after") }, dedupeKey);
}

/** A briefing to be read and acknowledged. */
export async function sendBriefing(db: Db, to: Addressee, { where }: Named, appointmentId: string, dedupeKey: string): Promise<void> {
  const words = wordsOf(to.locale);
  await send(db, to, { subject: words.t("briefing.subject"), paragraphs: [words.t("briefing.text", { where })], action: words.t("briefing.action"), href: `/desk/structure/appointments/${appointmentId}`, after: words.t("briefing.after") }, dedupeKey);
}

async function send(db: Db, to: Addressee, { subject, paragraphs, action, href, after }: Written, dedupeKey: string, tokenHash?: string): Promise<void> {
  const { t } = wordsOf(to.locale);
  const url = new URL(href, env.PUBLIC_URL).toString();
  const greeting = t("greeting", { name: politeName(to) });
  const signature = t("signature", { site: new URL(env.PUBLIC_URL).host });
  const text = [greeting, ...paragraphs, `${action}:\n${url}`, after, `--\n${signature}`].join("\n\n");
  const html = [
    `<!doctype html><html lang="${toLocale(to.locale)}"><meta charset="utf-8"><title>${escape(subject)}</title>`,
    `<body style="margin:0;padding:24px;background:#f5f4ef;color:#1b2422;font:17px/1.5 Arial,sans-serif"><div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border-radius:8px">`,
    ...[greeting, ...paragraphs].map(paragraph),
    `<p style="margin:24px 0"><a href="${escape(url)}" style="display:inline-block;padding:14px 22px;border-radius:6px;background:#00595c;color:#fff;font-weight:bold;text-decoration:none">${escape(action)}</a></p>`,
    paragraph(after),
    `<p style="margin:24px 0 0;color:#55605d;font-size:14px">${escape(signature)}</p></div></body></html>`,
  ].join("\n");
  await queueEmail(db, { to: to.email, subject, text, html, dedupeKey, ...(tokenHash ? { tokenHash } : {}) });
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${escape(text)}</p>`;
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
