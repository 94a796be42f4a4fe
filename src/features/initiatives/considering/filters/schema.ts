import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { lineField } from "@/shared/text/fields";
import { queueNarrowing } from "../queue/schema";

export const filterLimits = { name: 40, most: 12 } as const;

export const savedFilterOutput = z.object({ id: idField, name: z.string(), filter: queueNarrowing });
export type SavedFilter = z.infer<typeof savedFilterOutput>;

/** The same name again replaces what was saved under it. */
export const saveFilterInput = z.object({ name: lineField(1, filterLimits.name), filter: queueNarrowing, key: idempotencyKeyField });
export type SaveFilterInput = z.infer<typeof saveFilterInput>;
export const removeFilterInput = z.object({ id: idField });
