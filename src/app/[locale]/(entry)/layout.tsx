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

/** What stands between the sign-in and everything else: the other layouts lead here whoever lacks a second factor. */
export default async function EntryLayout({ children, params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const { actor } = await contextFromNext();
  if (actor.personId === null) redirect("/sign-in?next=/second-factor");
  return <WorkFrame actor={actor}>{children}</WorkFrame>;
}
