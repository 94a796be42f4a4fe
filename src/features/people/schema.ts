import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { personNameField } from "@/shared/text/fields";
import { cleanLine } from "@/shared/text/normalise";

export const peopleLimits = { passwordMin: 10, passwordMax: 200, login: 254, paperCase: 120 } as const;

/** As chosen by the person: nothing is trimmed away from it. */
export const newPasswordField = z
  .string({ error: "field.required" })
  .min(1, { error: "field.required", abort: true })
  .min(peopleLimits.passwordMin, { error: "field.passwordShort" })
  .max(peopleLimits.passwordMax, { error: "field.tooLong" });

/** In: a field of one line. Out: the same, but empty is a real answer and becomes null. */
export function orNone<T>(field: z.ZodType<T, string>) {
  return z.string({ error: "field.invalid" }).transform((text, context): T | null => {
    if (cleanLine(text) === "") return null;
    const parsed = field.safeParse(text);
    if (parsed.success) return parsed.data;
    // a union would lose which sentence the field has for this
    for (const issue of parsed.error.issues) context.addIssue({ code: "custom", message: issue.message, params: issue.code === "too_big" ? { max: Number(issue.maximum) } : {} });
    return z.NEVER;
  });
}

export const personNameFields = { familyName: personNameField, givenName: personNameField, patronymic: orNone(personNameField) } as const;

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
  operatorAddress: z.string(),
  operatorInn: z.string(),
  operatorOgrn: z.string(),
  operatorContact: z.string(),
  publishedAt: z.date(),
});
export type ConsentDocument = z.infer<typeof consentDocumentOutput>;

/** Opens a session within a minute: the client hands it to the sign-in (server/ticket.ts). */
export const ticketOutput = z.object({ login: z.string(), password: z.string() });
export type Ticket = z.infer<typeof ticketOutput>;

/** The same whatever was found: a page tells nobody who has an account. */
export const saidOutput = z.object({ ok: z.literal(true) });
