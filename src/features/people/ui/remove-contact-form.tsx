"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { newId } from "@/shared/ids/id";
import { SelectField, type Option } from "@/ui/form/select-field";
import { removeContactFields } from "../security/schema";
import { FormFrame } from "./form-frame";
import { PasswordField } from "./password-field";
import type { PeopleApi } from "./people-api";
import { textOf, useForm } from "./use-form";

/** One of several addresses and phones that is theirs no more. */
export function RemoveContactForm({ api, contacts }: { readonly api: Pick<PeopleApi, "removeContact">; readonly contacts: readonly Option[] }) {
  const t = useTranslations("people");
  const router = useRouter();
  const key = useRef("");
  const form = useForm(removeContactFields, (data) => ({ contactId: textOf(data, "contactId"), current: textOf(data, "current") }), async (input) => {
    key.current ||= newId();
    await api.removeContact({ ...input, key: key.current });
    key.current = "";
    router.push("/account/security?done=contact");
    router.refresh();
  });
  const { fields } = form.problems;
  return (
    <FormFrame form={form} labels={{ contactId: t("security.removeWhich"), current: t("fields.currentPassword") }} submit={t("security.remove")}>
      <SelectField name="contactId" label={t("security.removeWhich")} options={[...contacts]} error={fields.contactId} />
      <PasswordField name="current" label={t("fields.currentPassword")} error={fields.current} autoComplete="current-password" />
    </FormFrame>
  );
}
