import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { textField } from "@/shared/text/fields";
import { initiativeStatusField } from "../../schema";
import { competenceField, consideringLimits, decisionField } from "../schema";

export const alikeInput = z.object({ initiativeId: idField });

export const alikeRow = z.object({ id: idField, number: z.number().int(), publicNumber: z.string(), title: z.string(), essence: z.string(), version: z.number().int(), status: initiativeStatusField, hasProposal: z.boolean() });
export type AlikeRow = z.infer<typeof alikeRow>;

/** The one that was asked for first, then the most alike. */
export const alikeOutput = z.array(alikeRow);

/** One template for several: each gets it filled with its own number and title. */
export const prepareTogetherInput = z.object({
  items: z.array(z.object({ initiativeId: idField, version: z.number().int().min(1) })).min(1).max(consideringLimits.batch),
  decision: decisionField,
  competence: competenceField.nullable(),
  template: textField(0, consideringLimits.answer),
  key: idempotencyKeyField,
});
export type PrepareTogetherInput = z.infer<typeof prepareTogetherInput>;

/** Of each: prepared, or left as it was because somebody had been there in the meantime. */
export const togetherOutput = z.object({
  results: z.array(z.object({ initiativeId: idField, number: z.number().int(), title: z.string(), outcome: z.enum(["prepared", "changedMeanwhile"]) })),
});
export type TogetherOutput = z.infer<typeof togetherOutput>;
