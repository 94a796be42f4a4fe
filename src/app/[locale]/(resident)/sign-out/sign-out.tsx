"use client";

import { sweepKept } from "@/features/initiatives/considering/ui/use-kept";
import { sweepDrafts } from "@/features/initiatives/drafts/ui/draft-storage";
import { sweepSheets } from "@/features/initiatives/paper/ui/sheet-storage";
import { SignOutForm } from "@/features/people/ui/sign-out-form";
import { peopleCalls } from "../people-calls";

/** Whoever sits down next finds nothing of what this person has typed. */
export function SignOut({ ownerId }: { readonly ownerId: string }) {
  const sweep = () => {
    sweepDrafts(ownerId);
    sweepSheets(ownerId);
    sweepKept();
  };
  return <SignOutForm api={peopleCalls} onLeft={sweep} />;
}
