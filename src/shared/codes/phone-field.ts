import * as z from "zod";
import type { FieldMessageKey } from "../errors/field-messages";
import { parsePhone } from "./phone";

/** Zod field: any customary writing in, E.164 out. */
export const phoneField = z.string().transform((text, context) => {
  const phone = parsePhone(text);
  if (phone) return phone;
  context.addIssue({ code: "custom", message: "field.phone" satisfies FieldMessageKey });
  return z.NEVER;
});
