import { z } from "zod";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";

export const marathonPhaseField = z.enum(["upcoming", "collecting", "closing", "finished"]);

/** A round with its days; its terms stand in the regulation. */
export const marathonOutput = z.object({
  id: idField,
  slug: z.string(),
  name: z.string(),
  scopeUnitId: idField,
  startsOn: plainDateField,
  endsOn: plainDateField,
  closingEndsOn: plainDateField,
});
export type Marathon = z.infer<typeof marathonOutput>;

/** What a marathon allows in public; off until somebody turns it on. */
export const publicSideOutput = z.object({ marathonId: idField, questionsToAuthors: z.boolean(), appealsOffered: z.boolean() });
export type PublicSide = z.infer<typeof publicSideOutput>;

export const directionOutput = z.object({ id: idField, key: z.string(), name: z.string(), nameEn: z.string(), municipalityId: idField.nullable() });
export type Direction = z.infer<typeof directionOutput>;

export const municipalityOutput = z.object({
  id: idField,
  name: z.string(),
  shortName: z.string(),
  regionId: idField,
  regionName: z.string(),
  /** IANA, its own or the region's */
  timeZone: z.string(),
  /** of its centre, in degrees; where they are known */
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});
export type Municipality = z.infer<typeof municipalityOutput>;

export const participationOutput = z.object({
  municipality: municipalityOutput,
  hotlinePhone: z.string().nullable(),
  hotlineHours: z.string().nullable(),
  rankingPublic: z.boolean(),
  figuresPublic: z.boolean(),
  isSetUp: z.boolean(),
});
export type Participation = z.infer<typeof participationOutput>;

export const organisationOutput = z.object({ id: idField, name: z.string(), shortName: z.string(), kind: z.string().nullable(), address: z.string().nullable() });
export type Organisation = z.infer<typeof organisationOutput>;

export const groupOutput = z.object({ id: idField, name: z.string() });
export type Group = z.infer<typeof groupOutput>;

export const posterCodeField = z.string().regex(/^[A-Za-z0-9-]{2,40}$/);
export const posterLinkOutput = z.object({
  id: idField,
  code: z.string(),
  marathonId: idField,
  municipalityId: idField,
  organisationId: idField.nullable(),
  label: z.string(),
});
export type PosterLink = z.infer<typeof posterLinkOutput>;
