import * as z from "zod";
import type { FieldMessageKey } from "../errors/field-messages";
import { cleanLine, cleanText } from "./normalise";

/** The message of an issue is a key of `errors/messages`; `fieldIssues` adds the values for its sentence. */
function key(name: FieldMessageKey): FieldMessageKey {
  return name;
}

function cleaned(clean: (text: string) => string, min: number, max: number) {
  return z
    .string({ error: key("field.required") })
    .overwrite(clean)
    .min(min, { error: ({ input }) => key(input === "" ? "field.required" : "field.tooShort") })
    .max(max, { error: key("field.tooLong") });
}

/** Zod field of one line; lengths in characters, after cleaning. `min` 0 lets it be empty. */
export function lineField(min: number, max: number) {
  return cleaned(cleanLine, min, max);
}

/** Zod field of paragraphs; lengths in characters, after cleaning. `min` 0 lets it be empty. */
export function textField(min: number, max: number) {
  return cleaned(cleanText, min, max);
}

/** Letters of any alphabet in the domain, since «почта@город.рф» is an address too. */
const email =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:xn--[a-z0-9-]{2,59}|\p{L}{2,63})$/u;

/** Zod field for an e-mail address: lower case, at most 254 characters (RFC 5321). */
export const emailField = z
  .string({ error: key("field.required") })
  .overwrite((text) => cleanLine(text).toLowerCase())
  .min(1, { error: key("field.required"), abort: true })
  .max(254, { error: key("field.tooLong"), abort: true })
  .regex(email, { error: key("field.email") });

const nameShape = /^\p{L}[\p{L}\p{M}'’ʼ. -]*$/u;

/** Zod field for one part of a person's name, as in the document: letters, hyphens, apostrophes, at most 100. */
export const personNameField = z
  .string({ error: key("field.required") })
  .overwrite((text) => cleanLine(text).replace(/ ?\p{Dash} ?/gu, "-"))
  .min(1, { error: key("field.required"), abort: true })
  .max(100, { error: key("field.tooLong"), abort: true })
  .regex(nameShape, { error: key("field.personName") });
