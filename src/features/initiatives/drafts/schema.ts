import { z } from "zod";
import { posterCodeField } from "@/features/marathon/schema";
import { idField } from "@/shared/ids/fields";
import { draftContent } from "../schema";

/** A draft as its writer sees it. */
export const draftOutput = z.object({
  id: idField,
  version: z.number().int(),
  marathonId: idField,
  content: draftContent,
  /** the poster that it was begun from */
  posterLabel: z.string().nullable(),
  /** a coordinator words it with the author */
  helped: z.object({ authorId: idField.nullable(), authorName: z.string(), organisationName: z.string(), byMe: z.boolean() }).nullable(),
  updatedAt: z.date(),
});
export type Draft = z.infer<typeof draftOutput>;

export const draftLineOutput = z.object({
  id: idField,
  title: z.string(),
  municipalityName: z.string().nullable(),
  helped: draftOutput.shape.helped,
  updatedAt: z.date(),
});
export type DraftLine = z.infer<typeof draftLineOutput>;

/** Who has to sit beside before the draft opens. */
export const missingAuthorOutput = z.object({ personId: idField, name: z.string() }).nullable();
export type MissingAuthor = NonNullable<z.infer<typeof missingAuthorOutput>>;

/** The id is made on the device when the page is opened, so that a repeated start begins one draft. */
export const startInput = z.object({ id: idField, posterCode: posterCodeField.optional(), content: draftContent });
export const startWithInput = z.object({ id: idField.optional(), personId: idField, organisationId: idField });
export const saveInput = z.object({ id: idField, version: z.number().int(), content: draftContent });

export const saveOutput = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), version: z.number().int(), savedAt: z.date() }),
  /** written meanwhile in another window or by the coordinator: both texts are kept until somebody chooses */
  z.object({ ok: z.literal(false), reason: z.literal("changedElsewhere"), draft: draftOutput }),
]);
export type SaveOutcome = z.infer<typeof saveOutput>;

export const placeOutput = z.object({ municipalityId: idField, organisationId: idField.nullable(), hiddenFromOrganisation: z.boolean() });
export type Place = z.infer<typeof placeOutput>;
