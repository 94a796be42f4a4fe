import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { PublicFrame } from "@/app/shell/public-frame";
import { toLocale } from "@/platform/i18n/locale";

interface Props {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly locale: string }>;
}

export default async function PublicLayout({ children, params }: Props) {
  // drawn beside the root layout, not after it: each that speaks says in which language (else the page would turn dynamic)
  setRequestLocale(toLocale((await params).locale));
  return <PublicFrame>{children}</PublicFrame>;
}
