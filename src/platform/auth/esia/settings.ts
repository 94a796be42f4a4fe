import { z } from "zod";
import { fromJson } from "../json-text";

/** What ЕСИА gave the platform's owner on registering the system (docs/operations.md, «ЕСИА»). */
export const esiaSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).default("https://esia.gosuslugi.ru"),
  /** on the button: «Войти через …» */
  name: z.string().min(2).max(60),
  /** the system's mnemonic */
  clientId: z.string().min(1),
  /** of the certificate whose key signs, as ЕСИА's own tool counts it */
  certificateHash: z.string().min(1),
  /** the program that signs and verifies by certified means */
  signer: z.string().min(1),
  scope: z.string().default("openid fullname"),
});
export type EsiaSettings = z.infer<typeof esiaSchema>;

/** In: ESIA, a JSON object; absent: not connected. */
export const esiaField = z
  .string()
  .transform(fromJson)
  .pipe(esiaSchema)
  .optional();
