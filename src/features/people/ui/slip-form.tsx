"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { politeName } from "@/shared/text/person-name";
import { InputField } from "@/ui/form/input-field";
import { slipCodeInput, slipFields } from "../slip/schema";
import { enterBy } from "./enter";
import { FormFrame } from "./form-frame";
import { PasswordField } from "./password-field";
import type { PeopleApi } from "./people-api";
import { textOf, useForm } from "./use-form";

type Holder = Awaited<ReturnType<PeopleApi["readSlip"]>>;

/** Two questions, one after the other: the code, then a password. */
export function SlipForm({ api }: { readonly api: PeopleApi }) {
  const [found, setFound] = useState<{ code: string; holder: Holder } | null>(null);
  return (
    <>
      {found ? <AccountStep key={found.code} api={api} code={found.code} holder={found.holder} onOther={() => setFound(null)} /> : null}
      <div hidden={found !== null}><CodeStep api={api} onFound={(code, holder) => setFound({ code, holder })} /></div>
    </>
  );
}

function CodeStep({ api, onFound }: { readonly api: PeopleApi; readonly onFound: (code: string, holder: Holder) => void }) {
  const t = useTranslations("people");
  const form = useForm(slipCodeInput, (data) => ({ code: textOf(data, "code") }), async ({ code }) => onFound(code, await api.readSlip({ code })));
  return (
    <FormFrame form={form} labels={{ code: t("fields.code") }} submit={t("slip.next")}>
      <InputField name="code" large label={t("fields.code")} hint={t.rich("slip.codeHint", { code: (example) => <code translate="no">{example}</code> })} error={form.problems.fields.code} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={40} />
    </FormFrame>
  );
}

interface AccountProps {
  readonly api: PeopleApi;
  readonly code: string;
  readonly holder: Holder;
  readonly onOther: () => void;
}

function AccountStep({ api, code, holder, onOther }: AccountProps) {
  const t = useTranslations("people");
  const key = useRef({ of: "", key: "" });
  const read = (data: FormData) => ({ email: textOf(data, "email"), phone: textOf(data, "phone"), password: textOf(data, "password") });
  const form = useForm(slipFields, read, async (input) => {
    const text = JSON.stringify(input);
    if (text !== key.current.of) key.current = { of: text, key: newId() };
    const { ticket } = await api.openAccount({ ...input, code, key: key.current.key });
    await enterBy(api, ticket, "/my");
  });
  const { fields } = form.problems;
  return (
    <FormFrame form={form} labels={{ email: t("fields.email"), phone: t("fields.phone"), password: t("fields.password") }} submit={t("slip.submit")} acts={<button type="button" className="button button-plain" onClick={onOther}>{t("slip.other")}</button>}>
      <h2>{t("slip.hello", { name: politeName({ familyName: "", ...holder }) })}</h2>
      <p className="mt-2 mb-5">{t("slip.lead2")} {holder.phoneTail ? t("slip.phoneKnown", { tail: holder.phoneTail }) : null}</p>
      {holder.hasPhone ? null : <InputField name="phone" type="tel" inputMode="tel" label={t("fields.phone")} hint={t("slip.phoneHint")} error={fields.phone} autoComplete="tel" />}
      <InputField name="email" type="email" inputMode="email" label={t("fields.email")} mark={t("common.optional")} hint={t("slip.emailHint")} error={fields.email} autoComplete="email" autoCapitalize="none" spellCheck={false} />
      <PasswordField label={t("fields.password")} hint={t("fields.passwordHint")} error={fields.password} autoComplete="new-password" />
    </FormFrame>
  );
}
