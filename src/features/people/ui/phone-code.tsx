"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { InputField } from "@/ui/form/input-field";
import { codeFields } from "../phone/schema";
import { enterBy } from "./enter";
import { FormFrame } from "./form-frame";
import type { PeopleApi } from "./people-api";
import { refusalOf, textOf, useForm } from "./use-form";

interface Props {
  readonly api: PeopleApi;
  readonly phone: string;
  /** what they registered with: of those who wait by one number it tells who they are */
  readonly password: string;
  /** a code was sent just now; else it came some time ago, or a new one is asked for */
  readonly isSent: boolean;
  /** as it is read aloud */
  readonly shown: string;
  readonly next: string | null;
}

/** The six digits that an SMS gateway has brought. */
export function PhoneCode({ api, phone, password, isSent, shown, next }: Props) {
  const t = useTranslations("people.phone");
  const common = useTranslations("people.common");
  const errors = useTranslations("errors");
  const key = useRef({ of: "", key: "" });
  const [said, setSaid] = useState<string | null>(null);
  const form = useForm(codeFields, (data) => ({ code: textOf(data, "code") }), async ({ code }) => {
    if (code !== key.current.of) key.current = { of: code, key: newId() };
    await enterBy(api, await api.confirmByCode({ phone, password, code, key: key.current.key }), next);
  });
  const again = async () => {
    try {
      await api.resendCode({ phone, password });
      setSaid(t("sentAgain"));
    } catch (error) {
      const refusal = refusalOf(error);
      setSaid(refusal ? errors(refusal.code as "request.failed", refusal.params) : common("connection"));
    }
  };
  return (
    <section className="mb-8">
      <h2>{t("codeTitle")}</h2>
      <p className="mb-4" role="status">{t(isSent ? "codeText" : "codeLater", { phone: shown })}</p>
      <FormFrame form={form} labels={{ code: t("code") }} submit={t("codeSubmit")} acts={<button type="button" className="button button-plain" onClick={() => void again()}>{t("again")}</button>}>
        <InputField name="code" narrow inputMode="numeric" label={t("code")} error={form.problems.fields.code} autoComplete="one-time-code" maxLength={20} />
      </FormFrame>
      {said ? <p className="mt-3" role="status">{said}</p> : null}
    </section>
  );
}
