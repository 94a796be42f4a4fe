import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";

/** What a provider has said of whoever holds this browser. */
export const arrivedOutput = z.discriminatedUnion("state", [
  z.object({ state: z.literal("none") }),
  /** linked to an account already */
  z.object({ state: z.literal("known"), providerName: z.string() }),
  z.object({
    state: z.literal("new"),
    providerName: z.string(),
    /** how the provider calls them */
    name: z.string().nullable(),
    isSignedIn: z.boolean(),
    /** signed in before they went to the provider: the password is asked for once more */
    needsPassword: z.boolean(),
  }),
]);
export type Arrived = z.infer<typeof arrivedOutput>;

/** A code of the second factor, once it was asked for. */
export const enterInput = z.object({ code: z.string().max(40, { error: "field.tooLong" }) });
export const linkFields = z.object({ password: z.string().max(1_000, { error: "field.tooLong" }) });
export const linkInput = linkFields.extend({ key: idempotencyKeyField });

export const identityOutput = z.object({ id: idField, providerName: z.string(), linkedAt: z.date(), lastUsedAt: z.date().nullable() });
export type IdentityLine = z.infer<typeof identityOutput>;
export const identityInput = z.object({ identityId: idField });
