"use client";

import type { ComponentProps } from "react";
import { RegisterForm } from "@/features/people/ui/register-form";
import { peopleCalls } from "../people-calls";

export function Register(props: Omit<ComponentProps<typeof RegisterForm>, "api">) {
  return <RegisterForm {...props} api={peopleCalls} />;
}
