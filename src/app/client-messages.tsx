import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { messagesOf, type MessageNamespace } from "./messages/all";

interface Props {
  /** what the client components below speak; everything else stays on the server */
  readonly namespaces: readonly MessageNamespace[];
  readonly children: ReactNode;
}

/** Gives client components their sentences. A nested one replaces those of the outer one. */
export async function ClientMessages({ namespaces, children }: Props) {
  const all = messagesOf(await getLocale());
  const picked = Object.fromEntries(namespaces.map((namespace) => [namespace, all[namespace]]));
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
