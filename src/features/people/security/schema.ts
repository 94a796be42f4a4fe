import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { emailField } from "@/shared/text/fields";
import { newPasswordField } from "../schema";

/** As it was chosen once: only that there is one is checked. */
const currentPasswordField = z.string({ error: "field.required" }).min(1, { error: "field.required" }).max(1_000, { error: "field.tooLong" });

export const changePasswordFields = z.object({ current: currentPasswordField, password: newPasswordField });
export const changePasswordInput = changePasswordFields.extend({ key: idempotencyKeyField });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

/** replaces: which of several addresses; without it the one that letters go to */
export const changeEmailFields = z.object({ email: emailField, current: currentPasswordField, replaces: idField.nullish() });
export const changeEmailInput = changeEmailFields.extend({ key: idempotencyKeyField });
export type ChangeEmailInput = z.infer<typeof changeEmailInput>;

export const newAddressOutput = z.object({ email: z.string() });

export const removeContactFields = z.object({ contactId: idField, current: currentPasswordField });
export const removeContactInput = removeContactFields.extend({ key: idempotencyKeyField });
export type RemoveContactInput = z.infer<typeof removeContactInput>;
