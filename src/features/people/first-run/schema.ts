import * as z from "zod";
import { emailField, lineField } from "@/shared/text/fields";
import { newPasswordField, personNameFields } from "../schema";

export const firstRunFields = z.object({
  /** twelve letters and digits from the console; case, spaces and hyphens don't matter */
  code: lineField(1, 60),
  ...personNameFields,
  email: emailField,
  password: newPasswordField,
  /** who is the operator of personal data: stands in the texts of consent */
  operator: lineField(3, 300),
});
export type FirstRunInput = z.infer<typeof firstRunFields>;
