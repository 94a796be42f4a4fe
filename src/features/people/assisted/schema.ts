import * as z from "zod";
import { idField } from "@/shared/ids/fields";

export const assistInput = z.object({ personId: idField });

/** With whom this browser works now, in words ready for the band: it stands on pages that are the same for everybody, too. */
export const assistedOutput = z.object({ personId: idField, text: z.string(), end: z.string(), region: z.string(), secondsLeft: z.number().int() }).nullable();
export type Assisted = z.infer<typeof assistedOutput>;
