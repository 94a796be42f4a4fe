"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { UiProvider } from "@/ui/feedback/ui-provider";
import { ApiProvider } from "./api-provider";

interface Props {
  readonly locale: string;
  readonly labels: { readonly region: string; readonly close: string };
  readonly children: ReactNode;
}

export function WorkProviders({ locale, labels, children }: Props) {
  const router = useRouter();
  return (
    <ApiProvider>
      <UiProvider locale={locale} navigate={(href) => router.push(href)} labels={labels}>
        {children}
      </UiProvider>
    </ApiProvider>
  );
}
