import * as z from "zod";
import { oneTimeCodeField } from "@/shared/codes/fields";
import { phoneField } from "@/shared/codes/phone-field";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { emailField } from "@/shared/text/fields";
import { newPasswordField, orNone, ticketOutput } from "../schema";

export const slipCodeInput = z.object({ code: oneTimeCodeField });
/** Enough for the person to know that it is their slip. */
export const slipHolderOutput = z.object({ givenName: z.string(), patronymic: z.string().nullable(), hasPhone: z.boolean(), phoneTail: z.string().nullable() });

export const slipFields = z.object({ email: orNone(emailField), phone: orNone(phoneField), password: newPasswordField });
export const openAccountInput = slipFields.extend({ code: oneTimeCodeField, key: idempotencyKeyField });
export type OpenAccountInput = z.infer<typeof openAccountInput>;
export const openAccountOutput = z.object({ ticket: ticketOutput, letterTo: z.string().nullable() });
