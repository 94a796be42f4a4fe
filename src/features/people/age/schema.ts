import * as z from "zod";
import { isPlainDate, type PlainDate } from "@/shared/dates/plain-date";
import { orNone } from "../schema";

/** As people write it, «12.03.2010», or as calendars do. */
const birthDateField: z.ZodType<PlainDate, string> = z.string().transform((text, context): PlainDate => {
  const typed = text.trim();
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(typed) ?? [];
  const iso = year === "" ? typed : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (isPlainDate(iso) && iso >= "1900-01-01") return iso;
  context.addIssue({ code: "custom", message: "field.birthDate" });
  return z.NEVER;
});

/** Empty is a real answer: nobody of age is asked. */
export const birthDateFieldOrNone = orNone(birthDateField);
