import * as z from "zod";
import { timeZoneField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { lineField } from "@/shared/text/fields";
import { structureLimits } from "../../schema";

export const passportInput = z.object({ municipalityId: idField });

/** What papers, letters and terms need to know of a municipality beside its name. */
export const passportOutput = z.object({
  place: z.object({ id: idField, name: z.string(), shortName: z.string() }),
  nameGenitive: z.string().nullable(),
  headTitle: z.string().nullable(),
  timeZone: z.string(),
  /** a law gives the zone: it isn't the municipality's to choose */
  maySetZone: z.boolean(),
});
export type Passport = z.infer<typeof passportOutput>;

export const setPassportInput = z.object({
  municipalityId: idField,
  /** «Яранского муниципального района»; empty: not known */
  nameGenitive: lineField(0, structureLimits.name),
  /** «глава администрации»; empty: not known */
  headTitle: lineField(0, structureLimits.headTitle),
  timeZone: timeZoneField,
  seen: z.object({ nameGenitive: z.string().nullable(), headTitle: z.string().nullable(), timeZone: z.string() }),
  key: idempotencyKeyField,
});
export type SetPassportInput = z.infer<typeof setPassportInput>;
