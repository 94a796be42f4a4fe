import { env } from "../../env";

/** What the sign-in offers beside the password. */
export function offeredProviders(): { readonly id: string; readonly name: string }[] {
  return [...(env.ESIA ? [{ id: "esia", name: env.ESIA.name }] : []), ...env.OIDC_PROVIDERS.map(({ id, name }) => ({ id, name }))];
}

/** As its button says; a provider that was taken out of the settings keeps its id. */
export function providerName(id: string): string {
  return offeredProviders().find((one) => one.id === id)?.name ?? id;
}
