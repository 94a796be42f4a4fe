import * as z from "zod";
import { parseOneTimeCode } from "@/shared/codes/one-time-code";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import type { FieldMessageKey } from "@/shared/errors/field-messages";
import { roleField } from "../schema";

/** What the letter holds: 32 random bytes. */
export const invitationTokenField = z.string().regex(/^[\w-]{43}$/, { error: "field.invalid" satisfies FieldMessageKey });

/** A printed code as somebody types it, or what the letter holds. */
const secretField = z.string().max(60).refine((text) => invitationTokenField.safeParse(text).success || parseOneTimeCode(text) !== null, { error: "field.oneTimeCode" satisfies FieldMessageKey });

export const invitationInput = z.object({ token: secretField });

export const invitationPasswordLength = { min: 10, max: 200 } as const;

export const acceptInvitationInput = invitationInput.extend({
  /** as chosen by the person: nothing is trimmed away from it */
  password: z
    .string({ error: "field.required" satisfies FieldMessageKey })
    .min(1, { error: "field.required" satisfies FieldMessageKey, abort: true })
    .min(invitationPasswordLength.min, { error: "field.passwordShort" satisfies FieldMessageKey })
    .max(invitationPasswordLength.max, { error: "field.tooLong" satisfies FieldMessageKey }),
  /** e-mail or phone, of somebody who got a printed code and has neither here; else empty */
  login: z.string().max(254).default(""),
  /** the text that was in front of them */
  documentId: idField,
  key: idempotencyKeyField,
});
export type AcceptInvitationInput = Omit<z.infer<typeof acceptInvitationInput>, "login"> & { readonly login?: string };

/** What the page behind the letter's link shows. An unknown link is as good as a used one. */
export const invitationOutput = z.discriminatedUnion("state", [
  z.object({ state: z.enum(["used", "expired"]) }),
  z.object({
    state: z.literal("valid"),
    name: z.string(),
    /** null: a code was printed for somebody without an address */
    email: z.string().nullable(),
    posts: z.array(z.object({ role: roleField, where: z.string(), municipality: z.string().nullable() })),
  }),
]);
export type Invitation = z.infer<typeof invitationOutput>;

export const signInTicketOutput = z.object({ login: z.string(), password: z.string() });

/** A sheet to be handed over: the code is in this answer and nowhere afterwards. */
export const codeSheetOutput = z.object({
  name: z.string(),
  role: roleField,
  where: z.string(),
  municipality: z.string().nullable(),
  code: z.string(),
  /** where the code is typed, and what the square holds */
  address: z.string(),
  qr: z.object({ size: z.number().int(), path: z.string() }),
  until: z.date(),
  timeZone: z.string(),
});
export type CodeSheet = z.infer<typeof codeSheetOutput>;
