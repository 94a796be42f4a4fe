"use client";

import { SignOutForm } from "@/features/people/ui/sign-out-form";
import { peopleCalls } from "../people-calls";

export function SignOut() {
  return <SignOutForm api={peopleCalls} />;
}
