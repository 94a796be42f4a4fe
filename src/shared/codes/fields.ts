import * as z from "zod";
import type { FieldMessageKey } from "../errors/field-messages";
import { parseOktmo } from "./oktmo";
import { parseOneTimeCode } from "./one-time-code";

/** Zod field: 8 or 11 digits as text, spaces allowed. */
export const oktmoField = z.string().transform((text, context) => {
  const code = parseOktmo(text);
  if (code) return code;
  context.addIssue({ code: "custom", message: "field.oktmo" satisfies FieldMessageKey });
  return z.NEVER;
});

/** Zod field: tolerant in, bare code out. */
export const oneTimeCodeField = z.string().transform((text, context) => {
  const code = parseOneTimeCode(text);
  if (code) return code;
  context.addIssue({ code: "custom", message: "field.oneTimeCode" satisfies FieldMessageKey });
  return z.NEVER;
});
