import { createTransport } from "nodemailer";
import { env } from "../env";
import type { Letter } from "./queue";
import { putIntoMailbox } from "./mailbox";

export interface Outgoing extends Letter {
  readonly id: string;
}

export interface Transport {
  /** Throws when the mail server didn't take it. */
  readonly send: (letter: Outgoing) => Promise<void>;
  readonly close: () => void;
}

/** The mail server of SMTP_URL; without one, the folder of the demonstration's mailbox. */
export function openTransport(): Transport {
  if (!env.SMTP_URL) return { send: putIntoMailbox, close: () => undefined };
  const smtp = createTransport({ url: env.SMTP_URL, pool: true, maxConnections: 2, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  return { send: async (letter) => void (await smtp.sendMail(message(letter))), close: () => smtp.close() };
}

/** The same letter keeps its id when it is sent again, so that mail programs show it once. */
export function message({ id, to, subject, text, html }: Outgoing) {
  return { from: env.MAIL_FROM, to, subject, text, html, messageId: `<${id}@${new URL(env.PUBLIC_URL).hostname}>`, headers: { "Auto-Submitted": "auto-generated" } };
}
