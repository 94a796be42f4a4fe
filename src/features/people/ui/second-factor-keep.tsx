"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod";
import { proveSecondFactorInput } from "../second-factor/schema";
import { CodeField } from "./code-field";
import { FormFrame } from "./form-frame";
import type { PeopleApi } from "./people-api";
import { RecoveryCodes } from "./recovery-codes";
import { textOf, useForm } from "./use-form";

const fieldsSchema = proveSecondFactorInput.extend({ act: z.enum(["renew", "end"]).catch("renew") });

/** What can be done with a factor that is on; each act asks for a code. */
export function SecondFactorKeep({ api, next }: { readonly api: Pick<PeopleApi, "renewRecoveryCodes" | "endSecondFactor">; readonly next: string }) {
  const t = useTranslations("people.secondFactor");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const form = useForm(fieldsSchema, (data) => ({ code: textOf(data, "code"), act: textOf(data, "act") }), async ({ code, act }) => {
    if (act !== "end") return setCodes((await api.renewRecoveryCodes({ code })).codes);
    await api.endSecondFactor({ code });
    window.location.assign("/second-factor");
  });
  if (codes !== null) return <RecoveryCodes codes={codes} next={next} />;
  return (
    <FormFrame form={form} labels={{ code: t("anyCode") }} submit={t("renew")} acts={<button type="submit" name="act" value="end" className="button button-plain">{t("end")}</button>}>
      <CodeField label={t("anyCode")} hint={t("anyCodeHint")} error={form.problems.fields.code} />
    </FormFrame>
  );
}
