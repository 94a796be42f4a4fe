import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { WorkArea } from "@/app/shell/work-area";
import { toLocale } from "@/platform/i18n/locale";

interface Props {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly locale: string }>;
}

export default async function HotlineLayout({ children, params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  return <WorkArea body="bare" namespaces={["hotline"]}>{children}</WorkArea>;
}
