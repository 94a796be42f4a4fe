"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import * as z from "zod";
import { newId } from "@/shared/ids/id";
import { Notice } from "@/ui/page/notice";
import { FormFrame } from "./form-frame";
import type { PeopleApi } from "./people-api";
import { useForm } from "./use-form";

/** A button of its own, because mail programs open links by themselves. */
export function NewAddressForm({ api, token }: { readonly api: Pick<PeopleApi, "confirmNewAddress">; readonly token: string }) {
  const t = useTranslations("people.security");
  const key = useRef("");
  const [email, setEmail] = useState<string | null>(null);
  const form = useForm(z.object({}), () => ({}), async () => {
    key.current ||= newId();
    setEmail((await api.confirmNewAddress({ token, key: key.current })).email);
  });
  if (email === null) return <FormFrame form={form} labels={{}} submit={t("confirmSubmit")}>{null}</FormFrame>;
  return (
    <Notice tone="done" live title={t("confirmedTitle")}>
      <p>{t("confirmedText", { email })}</p>
      <p className="mt-3"><a href="/account/security">{t("back")}</a></p>
    </Notice>
  );
}
