import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { reasons } from "./rules";

export const pairInput = z.object({ oneId: idField, otherId: idField });
export const keepApartInput = pairInput.extend({ key: idempotencyKeyField });

export const reasonsOutput = z.array(z.enum(reasons));

export const candidateOutput = z.object({ oneId: idField, otherId: idField, oneName: z.string(), otherName: z.string(), reasons: reasonsOutput });
export type Candidate = z.infer<typeof candidateOutput>;

export const mergedOutput = z.object({ survivorId: idField, survivorName: z.string(), mergedName: z.string(), byName: z.string().nullable(), at: z.date() });
export type Merged = z.infer<typeof mergedOutput>;

export const duplicatesOutput = z.object({
  candidates: z.array(candidateOutput),
  /** more pairs than are shown: they come up as these are dealt with */
  hasMore: z.boolean(),
  merged: z.array(mergedOutput),
});
export type Duplicates = z.infer<typeof duplicatesOutput>;

export const recordOutput = z.object({
  id: idField,
  name: z.string(),
  birthDate: z.string().nullable(),
  assurance: z.enum(["selfDeclared", "emailConfirmed", "phoneConfirmed", "confirmedInPerson", "identityProvider"]),
  createdAt: z.date(),
  registeredAtName: z.string().nullable(),
  hasPassword: z.boolean(),
  contacts: z.array(z.object({ kind: z.enum(["email", "phone"]), value: z.string() })),
  registrations: z.array(z.object({ marathonName: z.string(), municipalityName: z.string(), organisationName: z.string().nullable(), isCounted: z.boolean() })),
  initiatives: z.number().int(),
  supports: z.number().int(),
  drafts: z.number().int(),
  tickets: z.number().int(),
  posts: z.number().int(),
});
export type PersonRecord = z.infer<typeof recordOutput>;

export const pairOutput = z.object({ one: recordOutput, other: recordOutput, reasons: reasonsOutput, survivorId: idField });
export type Pair = z.infer<typeof pairOutput>;
