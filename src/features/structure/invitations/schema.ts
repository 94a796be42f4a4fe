import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import type { FieldMessageKey } from "@/shared/errors/field-messages";
import { roleField } from "../schema";

/** What the letter holds: 32 random bytes. */
export const invitationTokenField = z.string().regex(/^[\w-]{43}$/, { error: "field.invalid" satisfies FieldMessageKey });

export const invitationInput = z.object({ token: invitationTokenField });

export const invitationPasswordLength = { min: 10, max: 200 } as const;

export const acceptInvitationInput = invitationInput.extend({
  /** as chosen by the person: nothing is trimmed away from it */
  password: z
    .string({ error: "field.required" satisfies FieldMessageKey })
    .min(1, { error: "field.required" satisfies FieldMessageKey, abort: true })
    .min(invitationPasswordLength.min, { error: "field.passwordShort" satisfies FieldMessageKey })
    .max(invitationPasswordLength.max, { error: "field.tooLong" satisfies FieldMessageKey }),
  /** the text that was in front of them */
  documentId: idField,
  key: idempotencyKeyField,
});
export type AcceptInvitationInput = z.infer<typeof acceptInvitationInput>;

/** What the page behind the letter's link shows. An unknown link is as good as a used one. */
export const invitationOutput = z.discriminatedUnion("state", [
  z.object({ state: z.enum(["used", "expired"]) }),
  z.object({
    state: z.literal("valid"),
    name: z.string(),
    email: z.string(),
    posts: z.array(z.object({ role: roleField, where: z.string(), municipality: z.string().nullable() })),
  }),
]);
export type Invitation = z.infer<typeof invitationOutput>;

export const signInTicketOutput = z.object({ login: z.string(), password: z.string() });
