import type { ReactNode } from "react";
import { WorkFrame } from "@/app/shell/work-frame";
import { contextFromNext } from "@/platform/trpc/context-next";

/** A person's own pages, and those on the way to an account. */
export default async function ResidentLayout({ children }: { readonly children: ReactNode }) {
  const { actor } = await contextFromNext();
  return <WorkFrame actor={actor}>{children}</WorkFrame>;
}
