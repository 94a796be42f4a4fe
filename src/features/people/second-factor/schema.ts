import * as z from "zod";
import { parseOneTimeCode } from "@/shared/codes/one-time-code";

/** Six digits from a phone; people type a space between them. */
export const phoneCodeField = z.string({ error: "field.required" }).overwrite((text) => text.replace(/\s/g, "")).min(1, { error: "field.required", abort: true }).regex(/^\d{6}$/, { error: "field.phoneCode" });

/** From the phone, or one of the recovery codes. */
export const anyCodeField = z
  .string({ error: "field.required" })
  .overwrite((text) => text.trim())
  .min(1, { error: "field.required", abort: true })
  .refine((text) => phoneCodeField.safeParse(text).success || parseOneTimeCode(text) !== null, { error: "field.anyCode" });

export const secondFactorOutput = z.object({
  isOn: z.boolean(),
  /** the person's posts ask for one */
  isDemanded: z.boolean(),
  since: z.date().nullable(),
  recoveryLeft: z.number().int(),
});
export type SecondFactorState = z.infer<typeof secondFactorOutput>;

export const secondFactorBeginOutput = z.object({
  /** in groups of four, to be typed */
  secret: z.string(),
  /** opens the program on the same phone */
  uri: z.string(),
  /** dark squares of the picture, as an SVG path on a field of `size` */
  picture: z.object({ size: z.number().int(), path: z.string() }),
});
export type SecondFactorBegun = z.infer<typeof secondFactorBeginOutput>;

export const confirmSecondFactorInput = z.object({ code: phoneCodeField });
export const proveSecondFactorInput = z.object({ code: anyCodeField });
/** Shown once. */
export const recoveryCodesOutput = z.object({ codes: z.array(z.string()) });
