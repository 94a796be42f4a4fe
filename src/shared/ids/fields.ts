import * as z from "zod";
import type { FieldMessageKey } from "../errors/field-messages";
import { isId } from "./id";

/** Zod field. Ids are chosen, not typed, so a person is asked to choose. */
export const idField = z
  .string({ error: "field.choice" satisfies FieldMessageKey })
  .overwrite((text) => text.toLowerCase())
  .refine(isId, { error: "field.choice" satisfies FieldMessageKey });
