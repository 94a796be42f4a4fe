"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import * as z from "zod";
import { newId } from "@/shared/ids/id";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import { signOut } from "./enter";
import { FormFrame } from "./form-frame";
import { PasswordField } from "./password-field";
import { textOf, useForm } from "./use-form";

const fields = z.object({
  password: z.string().min(1, { error: "field.required" }),
  understood: z.literal(true, { error: "field.required" }),
});

/** For good, by the password. The key stays the same until it is done: a lost answer is asked for again, not acted on twice. */
export function EraseForm({ erase }: { readonly erase: (input: { password: string; understood: true; key: string }) => Promise<{ number: string }> }) {
  const t = useTranslations("people.erasing");
  const key = useRef<string>(undefined);
  const [number, setNumber] = useState<string | null>(null);
  const form = useForm(fields, (data) => ({ password: textOf(data, "password"), understood: data.get("understood") === "on" }), async (input) => {
    const done = await erase({ ...input, key: (key.current ??= newId()) });
    setNumber(done.number);
    // the session is over on the server whatever becomes of its cookie
    await signOut().catch(() => undefined);
  });
  if (number !== null) {
    return (
      <Notice tone="done" live title={t("doneTitle")} actions={<LinkButton href="/">{t("home")}</LinkButton>}>
        <p className="num">{t("doneText", { number })}</p>
      </Notice>
    );
  }
  return (
    <FormFrame form={form} labels={{ password: t("password"), understood: t("understood") }} submit={t("submit")} acts={<LinkButton variant="quiet" href="/account/data">{t("stayed")}</LinkButton>}>
      <PasswordField label={t("password")} hint={t("passwordHint")} error={form.problems.fields.password} autoComplete="current-password" />
      <CheckboxField name="understood" label={t("understood")} error={form.problems.fields.understood} />
    </FormFrame>
  );
}
