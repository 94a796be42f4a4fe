import * as z from "zod";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { lineField } from "@/shared/text/fields";
import { draftContent } from "../schema";

export const paperLimits = { paperCase: 60 } as const;

/** One signed sheet. The id is made on the device and becomes the initiative's: however often it is sent, it is one. */
export const takeSheetInput = z.object({
  id: idField,
  /** the asker's organisation, where the sheets were gathered */
  atUnitId: idField,
  personId: idField,
  /** on which day it was written; shown as «принято на месте», never counted by */
  takenOn: plainDateField,
  /** «дело № 4-М»: where the sheet with the signature is kept */
  paperCase: lineField(1, paperLimits.paperCase),
  content: draftContent.omit({ municipalityId: true, hiddenFromOrganisation: true, collective: true }),
});
export type TakeSheetInput = z.infer<typeof takeSheetInput>;
