import * as z from "zod";
import type { FieldMessageKey } from "../errors/field-messages";
import { isPlainDate, type PlainDate } from "./plain-date";
import { isTimeZone } from "./zone";

const dateKey = "field.date" satisfies FieldMessageKey;

/** Zod field for `YYYY-MM-DD`; the cast is because a refinement cannot brand its output. */
export const plainDateField = z.iso
  .date({ error: dateKey })
  .refine(isPlainDate, { error: dateKey }) as unknown as z.ZodType<PlainDate, string>;

/** Zod field for an IANA zone name. */
export const timeZoneField = z
  .string()
  .refine(isTimeZone, { error: "field.timeZone" satisfies FieldMessageKey });
