import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { roleField, structureLimits } from "../../schema";

export const cloneInput = z.object({ municipalityId: idField });

/** What the last marathon had and the new one may begin with; nothing is written until it is confirmed. */
export const cloneOutput = z.object({
  from: z.string(),
  hotline: z.object({ phone: z.string().nullable(), hours: z.string().nullable() }),
  groups: z.array(z.object({ id: idField, name: z.string(), directions: z.array(z.string()) })),
  /** organisations that stand and were linked to one of these groups at the end */
  organisations: z.number().int(),
  /** whoever held a post until the end and may be appointed by the asker */
  posts: z.array(z.object({ id: idField, name: z.string(), role: roleField, where: z.string() })),
});
export type Clone = z.infer<typeof cloneOutput>;

export const confirmCloneInput = cloneInput.extend({ appointmentIds: z.array(idField).max(structureLimits.organisations), key: idempotencyKeyField });
export type ConfirmCloneInput = z.infer<typeof confirmCloneInput>;
export const clonedOutput = z.object({ groups: z.number().int(), links: z.number().int(), appointments: z.number().int() });
