import { setRequestLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { WorkFrame } from "@/app/shell/work-frame";
import { toLocale } from "@/platform/i18n/locale";
import { contextFromNext } from "@/platform/trpc/context-next";

interface Props {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly locale: string }>;
}

/** A person's own pages, and those on the way to an account. */
export default async function ResidentLayout({ children, params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const { actor } = await contextFromNext();
  if (actor.lacksSecondFactor) redirect("/second-factor");
  return <WorkFrame actor={actor}>{children}</WorkFrame>;
}
