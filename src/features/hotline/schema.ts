import * as z from "zod";
import { parsePhone } from "@/shared/codes/phone";
import type { FieldMessageKey } from "@/shared/errors/field-messages";
import { idField } from "@/shared/ids/fields";
import { emailField, lineField } from "@/shared/text/fields";
import { termKinds, ticketActions, ticketStatuses } from "./rules";

/** Lengths in characters, shown beside the fields. */
export const hotlineLimits = { subjectMin: 3, subject: 120, questionMin: 10, question: 4000, name: 100, answerMin: 2, answer: 4000, note: 2000, reasonMin: 5, reason: 500 } as const;

export const ticketStatusField = z.enum(ticketStatuses);
export const ticketChannelField = z.enum(["web", "phone", "desk"]);
export type TicketChannel = z.infer<typeof ticketChannelField>;
export const ticketActionField = z.enum(ticketActions);

/** Empty is none. */
export const optionalNameField = lineField(0, hotlineLimits.name).transform((name) => name || null);
export const optionalEmailField = lineField(0, 254).transform((text, context) => {
  if (text === "") return null;
  const email = emailField.safeParse(text);
  if (email.success) return email.data;
  context.addIssue({ code: "custom", message: "field.email" satisfies FieldMessageKey });
  return z.NEVER;
});
/** Any customary writing in, E.164 out; empty is none. */
export const optionalPhoneField = lineField(0, 60).transform((text, context) => {
  if (text === "") return null;
  const phone = parsePhone(text);
  if (phone) return phone;
  context.addIssue({ code: "custom", message: "field.phone" satisfies FieldMessageKey });
  return z.NEVER;
});

export const termOutput = z.object({
  kind: z.enum(termKinds),
  /** the first instant that is too late; null while it stands still and when it is over */
  dueAt: z.date().nullable(),
});
export type TicketTerm = z.infer<typeof termOutput>;

export const onTicket = z.object({ ticketId: idField });
