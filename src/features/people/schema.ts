import * as z from "zod";
import { emailField, lineField, personNameField } from "@/shared/text/fields";
import { idField } from "@/shared/ids/fields";

export const peopleLimits = { passwordMin: 10, passwordMax: 200, login: 254, paperCase: 120 } as const;

/** As chosen by the person: nothing is trimmed away from it. */
export const newPasswordField = z
  .string({ error: "field.required" })
  .min(1, { error: "field.required", abort: true })
  .min(peopleLimits.passwordMin, { error: "field.tooShort" })
  .max(peopleLimits.passwordMax, { error: "field.tooLong" });

/** Empty is a real answer: not everybody has one. */
export const patronymicField = z.union([lineField(0, 0).transform(() => null), personNameField]);

export const personNameFields = { familyName: personNameField, givenName: personNameField, patronymic: patronymicField } as const;

/** Empty is none. */
export const optionalEmailField = z.union([lineField(0, 0).transform(() => null), emailField]);

/** What letters and slips hold: 32 random bytes. */
export const tokenField = z.string().regex(/^[\w-]{43}$/, { error: "field.invalid" });

export const consentPurposeField = z.enum(["processing", "publishName"]);
export type ConsentPurpose = z.infer<typeof consentPurposeField>;

export const consentDocumentOutput = z.object({
  id: idField,
  purpose: consentPurposeField,
  version: z.number().int(),
  title: z.string(),
  text: z.string(),
  operator: z.string(),
  publishedAt: z.date(),
});
export type ConsentDocument = z.infer<typeof consentDocumentOutput>;

/** Opens a session within a minute: the client hands it to the sign-in (server/ticket.ts). */
export const ticketOutput = z.object({ login: z.string(), password: z.string() });
export type Ticket = z.infer<typeof ticketOutput>;

/** The same whatever was found: a page tells nobody who has an account. */
export const saidOutput = z.object({ ok: z.literal(true) });
