import { z } from "zod";
import { fromJson } from "../json-text";

/** An organisation's identity provider, as the environment names it. */
export const providerSchema = z.object({
  /** stays for ever: links hold it, and it stands in the address that the provider sends people back to */
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/).refine((id) => id !== "password" && id !== "esia"),
  /** on the button: «Войти через …» */
  name: z.string().min(2).max(60),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scope: z.string().default("openid profile"),
});
export type ProviderSettings = z.infer<typeof providerSchema>;

/** In: OIDC_PROVIDERS, a JSON list. */
export const providersField = z
  .string()
  .default("[]")
  .transform(fromJson)
  .pipe(z.array(providerSchema).max(10).refine((all) => new Set(all.map(({ id }) => id)).size === all.length));
