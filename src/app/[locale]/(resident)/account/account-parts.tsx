"use client";

import type { ComponentProps } from "react";
import { HidingChoice, LanguageChoice, NameConsent } from "@/features/people/ui/account-acts";
import { peopleCalls } from "../people-calls";

export function OwnNameConsent(props: Omit<ComponentProps<typeof NameConsent>, "api">) {
  return <NameConsent {...props} api={peopleCalls} />;
}

export function OwnHiding(props: Omit<ComponentProps<typeof HidingChoice>, "api">) {
  return <HidingChoice {...props} api={peopleCalls} />;
}

export function OwnLanguage() {
  return <LanguageChoice api={peopleCalls} />;
}
