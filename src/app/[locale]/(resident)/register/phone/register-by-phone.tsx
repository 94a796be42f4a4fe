"use client";

import type { ComponentProps } from "react";
import { PhoneRegisterForm } from "@/features/people/ui/phone-register-form";
import { peopleCalls } from "../../people-calls";

export function RegisterByPhone(props: Omit<ComponentProps<typeof PhoneRegisterForm>, "api">) {
  return <PhoneRegisterForm {...props} api={peopleCalls} />;
}
