import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { emailField } from "@/shared/text/fields";
import { birthDateFieldOrNone } from "../age/schema";
import { newPasswordField, personNameFields, tokenField } from "../schema";

/** Where the person is counted, and where they work or study; «нет» is a real answer. */
export const placeFields = {
  municipalityId: idField,
  organisationId: idField.nullable(),
  hiddenFromOrganisation: z.boolean(),
} as const;

/** What a person types. The documents are those whose text was in front of them; null: not agreed to. */
export const registerFields = z.object({
  ...personNameFields,
  email: emailField,
  password: newPasswordField,
  /** «Мне нет 18 лет»: only then the date is asked */
  isMinor: z.boolean(),
  birthDate: birthDateFieldOrNone,
  ...placeFields,
  processingDocumentId: z.string({ error: "field.consent" }).pipe(idField),
  publishNameDocumentId: idField.nullable(),
});

const nextField = z.string().max(500).optional();

export const registerInput = registerFields.extend({ key: idempotencyKeyField, next: nextField });
export type RegisterInput = z.infer<typeof registerInput>;

export const emailInput = z.object({ email: emailField, next: nextField });

export const tokenInput = z.object({ token: tokenField });
export const confirmInput = tokenInput.extend({ key: idempotencyKeyField });
export const resetFields = z.object({ password: newPasswordField });
export const resetInput = confirmInput.extend(resetFields.shape);

/** What a link in a letter still does. The address is that of whoever holds the letter. */
export const linkOutput = z.discriminatedUnion("state", [z.object({ state: z.literal("valid"), email: z.string().nullable() }), z.object({ state: z.enum(["used", "expired"]) })]);
export type LinkState = z.infer<typeof linkOutput>;

export const joinFields = z.object(placeFields);
