import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { lineField, textField } from "@/shared/text/fields";
import { consentDocumentOutput, consentPurposeField } from "../schema";

const digits = (...lengths: readonly number[]) => lineField(1, 20).refine((text) => /^\d+$/.test(text) && lengths.includes(text.length), { error: "field.invalid" });

/** What the law wants a consent to name (152-ФЗ ст. 9 ч. 4), and how to reach who answers for it. */
export const draftFields = z.object({
  title: lineField(5, 200),
  text: textField(50, 20_000),
  operator: lineField(3, 300),
  operatorAddress: lineField(5, 500),
  operatorInn: digits(10, 12),
  operatorOgrn: digits(13, 15),
  operatorContact: lineField(5, 300),
  /** whoever agreed to an earlier version is asked anew */
  asksAnew: z.boolean(),
});
export type DraftFields = z.infer<typeof draftFields>;

/** seen: version of the draft in front of the writer; null where there was none. */
export const saveConsentDraftInput = draftFields.extend({ purpose: consentPurposeField, seen: z.number().int().nullable(), key: idempotencyKeyField });
export type SaveConsentDraftInput = z.infer<typeof saveConsentDraftInput>;
export const publishConsentInput = z.object({ purpose: consentPurposeField, seen: z.number().int(), key: idempotencyKeyField });
export type PublishConsentInput = z.infer<typeof publishConsentInput>;

const shownFields = z.object({ title: z.string(), text: z.string(), operator: z.string(), operatorAddress: z.string(), operatorInn: z.string(), operatorOgrn: z.string(), operatorContact: z.string(), asksAnew: z.boolean() });

export const consentDeskOutput = z.array(
  z.object({
    purpose: consentPurposeField,
    draft: shownFields.extend({ version: z.number().int(), updatedAt: z.date() }).nullable(),
    /** newest first; people who have agreed to it and not withdrawn, as a number */
    published: z.array(shownFields.extend({ id: idField, version: z.number().int(), publishedAt: z.date(), agreed: z.number().int() })),
  }),
);
export type ConsentDesk = z.infer<typeof consentDeskOutput>;

export const askedOutput = z.array(consentDocumentOutput);
export const acceptConsentInput = z.object({ documentId: idField, key: idempotencyKeyField });
