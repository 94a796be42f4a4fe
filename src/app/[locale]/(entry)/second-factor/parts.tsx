"use client";

import type { ComponentProps } from "react";
import { peopleCalls } from "@/app/[locale]/(resident)/people-calls";
import { SecondFactorKeep } from "@/features/people/ui/second-factor-keep";
import { SecondFactorSetup } from "@/features/people/ui/second-factor-setup";
import { SignOutHere } from "@/features/people/ui/sign-out-here";

export function OwnSetup(props: Omit<ComponentProps<typeof SecondFactorSetup>, "api">) {
  return <SecondFactorSetup {...props} api={peopleCalls} />;
}

export function OwnFactor(props: Omit<ComponentProps<typeof SecondFactorKeep>, "api">) {
  return <SecondFactorKeep {...props} api={peopleCalls} />;
}

export function OwnSignOut() {
  return <SignOutHere />;
}
