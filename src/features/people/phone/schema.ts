import * as z from "zod";
import { phoneField } from "@/shared/codes/phone-field";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { registerFields } from "../registration/schema";
import { peopleLimits } from "../schema";

export const phoneRegisterFields = registerFields.omit({ email: true }).extend({ phone: phoneField });
export const phoneRegisterInput = phoneRegisterFields.extend({ key: idempotencyKeyField });
export type PhoneRegisterInput = z.infer<typeof phoneRegisterInput>;

export const phoneInput = z.object({ phone: phoneField });

/** Of those who wait by one number a code is for who set this password: nobody confirms what somebody else began with their number. */
const withPassword = phoneInput.extend({ password: z.string().min(1, { error: "field.required" }).max(peopleLimits.passwordMax, { error: "field.tooLong" }) });
export const resendCodeInput = withPassword;

/** The same whoever asks: is there an SMS gateway that brings codes? Without one a coordinator confirms in person. */
export const phoneRegisteredOutput = z.object({ ok: z.literal(true), byCode: z.boolean() });
export type PhoneRegistered = z.infer<typeof phoneRegisteredOutput>;

/** Six digits, however they are spaced. */
const smsCodeField = z.string({ error: "field.required" }).transform((text) => text.replace(/\D/g, "")).pipe(z.string().regex(/^\d{6}$/, { error: "field.smsCode" }));

export const codeFields = z.object({ code: smsCodeField });
export const confirmByCodeInput = codeFields.extend({ ...withPassword.shape, key: idempotencyKeyField });
export type ConfirmByCodeInput = z.infer<typeof confirmByCodeInput>;

/** What somebody at a desk sees of those who registered by this number: enough to compare with the document in the person's hand. */
export const waitingOutput = z.object({ id: idField, name: z.string(), registeredAt: z.date(), municipalityName: z.string() });
export type Waiting = z.infer<typeof waitingOutput>;

export const confirmInPersonFields = z.object({
  /** that a document was seen; nothing of it is kept */
  documentSeen: z.literal(true, { error: "field.documentSeen" }),
});
export const confirmInPersonInput = confirmInPersonFields.extend({ personId: idField, key: idempotencyKeyField });
