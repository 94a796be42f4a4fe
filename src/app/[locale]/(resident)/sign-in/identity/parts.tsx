"use client";

import type { ComponentProps } from "react";
import { EnterByIdentity, LinkIdentity } from "@/features/people/ui/identity-forms";
import { peopleCalls } from "../../people-calls";

export function Enter(props: Omit<ComponentProps<typeof EnterByIdentity>, "api">) {
  return <EnterByIdentity {...props} api={peopleCalls} />;
}

export function LinkOwn(props: Omit<ComponentProps<typeof LinkIdentity>, "api">) {
  return <LinkIdentity {...props} api={peopleCalls} />;
}
