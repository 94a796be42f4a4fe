"use client";

import type { ComponentProps } from "react";
import { ChangeEmailForm } from "@/features/people/ui/change-email-form";
import { ChangePasswordForm } from "@/features/people/ui/change-password-form";
import { UnlinkButton } from "@/features/people/ui/identity-forms";
import { RemoveContactForm } from "@/features/people/ui/remove-contact-form";
import { SessionList } from "@/features/people/ui/session-list";
import { peopleCalls } from "../../people-calls";

export function OwnSessions(props: Omit<ComponentProps<typeof SessionList>, "api">) {
  return <SessionList {...props} api={peopleCalls} />;
}

export function OwnUnlink(props: Omit<ComponentProps<typeof UnlinkButton>, "api">) {
  return <UnlinkButton {...props} api={peopleCalls} />;
}

export function OwnPassword() {
  return <ChangePasswordForm api={peopleCalls} />;
}

export function OwnEmail(props: Omit<ComponentProps<typeof ChangeEmailForm>, "api">) {
  return <ChangeEmailForm {...props} api={peopleCalls} />;
}

export function OwnContacts(props: Omit<ComponentProps<typeof RemoveContactForm>, "api">) {
  return <RemoveContactForm {...props} api={peopleCalls} />;
}
