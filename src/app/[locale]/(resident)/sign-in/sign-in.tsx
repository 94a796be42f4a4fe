"use client";

import type { ComponentProps } from "react";
import { SignInForm } from "@/features/people/ui/sign-in-form";
import { peopleCalls } from "../people-calls";

export function SignIn(props: Omit<ComponentProps<typeof SignInForm>, "api">) {
  return <SignInForm {...props} api={peopleCalls} />;
}
