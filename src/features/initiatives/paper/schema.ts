import * as z from "zod";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { lineField } from "@/shared/text/fields";
import { draftContent } from "../schema";

export const paperLimits = { paperCase: 60 } as const;

export const blankSheetInput = z.object({ atUnitId: idField });
export const blankSheetOutput = z.object({
  marathonName: z.string(),
  /** where one can write oneself: an organisation's own short link */
  address: z.string(),
  /** the same as a square: its side in modules, and an SVG path */
  qr: z.object({ size: z.number().int(), path: z.string() }),
  consentAddress: z.string(),
});
export type BlankSheet = z.infer<typeof blankSheetOutput>;

const sheetFields = z.object({
  id: idField,
  /** the asker's organisation, where the sheets were gathered */
  atUnitId: idField,
  personId: idField,
  /** on which day it was written; shown as «принято на месте», never counted by */
  takenOn: plainDateField,
  /** «дело № 4-М»: where the sheet with the signature is kept */
  paperCase: lineField(0, paperLimits.paperCase),
  /** or the scan of the stack that it was signed in (people/stacks) */
  scanId: idField.nullable().default(null),
  content: draftContent.omit({ municipalityId: true, hiddenFromOrganisation: true, collective: true }),
});
const hasEvidence = ({ paperCase, scanId }: { readonly paperCase: string; readonly scanId: string | null }) => paperCase !== "" || scanId !== null;
const missing = { path: ["paperCase"], error: "field.required" };

/** One signed sheet. The id is made on the device and becomes the initiative's: however often it is sent, it is one. */
export const takeSheetInput = sheetFields.refine(hasEvidence, missing);
/** The same before it is known who wrote it. */
export const typedSheet = sheetFields.omit({ personId: true }).refine(hasEvidence, missing);
export type TakeSheetInput = z.infer<typeof takeSheetInput>;

/** One initiative taken down where there was no network. */
export const takeOnTripInput = sheetFields.omit({ takenOn: true, atUnitId: true, scanId: true }).extend({ paperCase: lineField(1, paperLimits.paperCase), tripId: idField, /** by the device's clock */ takenAt: z.date() });
export type TakeOnTripInput = z.infer<typeof takeOnTripInput>;
