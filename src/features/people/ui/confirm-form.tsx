"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import * as z from "zod";
import { newId } from "@/shared/ids/id";
import { enterBy } from "./enter";
import { FormFrame } from "./form-frame";
import type { PeopleApi } from "./people-api";
import { useForm } from "./use-form";

interface Props {
  readonly api: PeopleApi;
  readonly token: string;
  readonly next: string | null;
}

/** A button of its own, because mail programs open links by themselves. */
export function ConfirmForm({ api, token, next }: Props) {
  const t = useTranslations("people.confirm");
  const key = useRef("");
  const form = useForm(z.object({}), () => ({}), async () => {
    key.current ||= newId();
    await enterBy(api, await api.confirm({ token, key: key.current }), next);
  });
  return <FormFrame form={form} labels={{}} submit={t("submit")}>{null}</FormFrame>;
}
