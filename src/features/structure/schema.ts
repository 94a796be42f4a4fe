import * as z from "zod";
import { roles } from "@/access/roles";
import { idField } from "@/shared/ids/fields";
import { cleanLine } from "@/shared/text/normalise";
import { personNameField } from "@/shared/text/fields";
import type { FieldMessageKey } from "@/shared/errors/field-messages";

/** Lengths in characters, counts of rows. */
export const structureLimits = {
  name: 200, shortName: 120, headTitle: 120, address: 200, hours: 160, actNumber: 40, material: 600, groups: 60, directions: 60, ownDirections: 20, links: 12, organisations: 3000, staffPage: 50,
} as const;

export const roleField = z.enum(roles);

/** Empty is a real answer: not everybody has one. */
export const patronymicField = z
  .string({ error: "field.personName" satisfies FieldMessageKey })
  .overwrite(cleanLine)
  .refine((text) => text === "" || personNameField.safeParse(text).success, { error: "field.personName" satisfies FieldMessageKey })
  .transform((text) => text || null);

/** A municipality in which the asker works. */
export const placeOutput = z.object({
  id: idField,
  name: z.string(),
  shortName: z.string(),
  /** «Яранского района» where it is known, for sentences */
  nameGenitive: z.string().nullable(),
  timeZone: z.string(),
});
export type Place = z.infer<typeof placeOutput>;

export const roundOutput = z.object({ id: idField, name: z.string(), startsOn: z.string(), endsOn: z.string(), closingEndsOn: z.string() });
export type Round = z.infer<typeof roundOutput>;

export const doneOutput = z.object({ ok: z.literal(true) });
export const done = { ok: true } as const;
