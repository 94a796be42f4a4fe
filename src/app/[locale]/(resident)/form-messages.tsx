import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { messagesOf, type Messages } from "@/app/messages/all";

interface Props {
  /** parts of «people» that the form below speaks */
  readonly parts: readonly (keyof Messages["people"])[];
  readonly children: ReactNode;
}

/** Gives a form its own sentences alone: all of the feature's would weigh more than its script. */
export async function FormMessages({ parts, children }: Props) {
  const { app, errors, people } = messagesOf(await getLocale());
  const own = Object.fromEntries((["common", "fields", ...parts] as const).map((part) => [part, people[part]]));
  return <NextIntlClientProvider messages={{ app, errors, people: own }}>{children}</NextIntlClientProvider>;
}
