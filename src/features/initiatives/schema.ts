import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { lineField, textField } from "@/shared/text/fields";
import { initiativeStatuses } from "./lifecycle";

export const initiatorKinds = ["employee", "pensioner", "youngPerson", "entrepreneur", "parent", "collective", "other"] as const;
export const initiatorKindField = z.enum(initiatorKinds);
export type InitiatorKind = z.infer<typeof initiatorKindField>;
export const initiativeStatusField = z.enum(initiativeStatuses);

/** Lengths in characters, shown beside the fields. */
export const initiativeLimits = { titleMin: 10, title: 120, essenceMin: 30, essence: 4000, expectedMin: 10, expected: 1000, place: 300 } as const;

/** How it came on paper: the day on the sheet, where the signature is. Told to the author, to who helped and to who considers it. */
export const paperOutput = z.object({
  takenAt: z.date(),
  /** «дело № 4-М» */
  paperCase: z.string().nullable(),
  isOnScan: z.boolean(),
  /** for whom the scan of the stack opens: it shows other people, too */
  scanId: idField.nullable(),
});
export type Paper = z.infer<typeof paperOutput>;

/** What is submitted: everything is checked here, at the last step; a draft keeps whatever was typed. */
export const initiativeFields = z.object({
  title: lineField(initiativeLimits.titleMin, initiativeLimits.title),
  essence: textField(initiativeLimits.essenceMin, initiativeLimits.essence),
  expectedResult: textField(initiativeLimits.expectedMin, initiativeLimits.expected),
  directionId: idField,
  municipalityId: idField,
  /** where the author works or studies; asked apart from the place */
  organisationId: idField.nullable(),
  hiddenFromOrganisation: z.boolean(),
  placeText: lineField(0, initiativeLimits.place).nullable(),
  initiatorKind: initiatorKindField,
  collective: z.boolean(),
  /** a point on the map, in degrees; both or none */
  longitude: z.number().min(-180).max(180).nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  /** of the organisation itself: its director says so */
  fromOrganisation: z.boolean(),
  /** «оформить как обращение», where the marathon offers it */
  isAppeal: z.boolean(),
  /** the key question that it answers */
  keyQuestionId: idField.nullable(),
});
export type InitiativeFields = z.infer<typeof initiativeFields>;

/** A draft as typed: nothing is required, only bounded. */
export const draftContent = z.object({
  title: z.string().max(2_000).default(""),
  essence: z.string().max(20_000).default(""),
  expectedResult: z.string().max(10_000).default(""),
  directionId: idField.nullable().default(null),
  municipalityId: idField.nullable().default(null),
  organisationId: idField.nullable().default(null),
  hiddenFromOrganisation: z.boolean().default(false),
  placeText: z.string().max(2_000).default(""),
  initiatorKind: initiatorKindField.nullable().default(null),
  collective: z.boolean().default(false),
  /** the point as typed: «58.6035, 49.6680» */
  point: z.string().max(100).default(""),
  fromOrganisation: z.boolean().default(false),
  isAppeal: z.boolean().default(false),
  keyQuestionId: idField.nullable().default(null),
});
export type DraftContent = z.infer<typeof draftContent>;
