"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Choice } from "@/ui/form/choice";
import { InputField } from "@/ui/form/input-field";

interface Props {
  /** where a form asks for the old one, too */
  readonly name?: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly autoComplete: "new-password" | "current-password";
}

/** People who see what they type make fewer mistakes; nothing forbids to paste. */
export function PasswordField({ name = "password", label, hint, error, autoComplete }: Props) {
  const t = useTranslations("people.common");
  const [isShown, setShown] = useState(false);
  return (
    <div className="field-slot">
      <InputField name={name} type={isShown ? "text" : "password"} label={label} hint={hint} error={error} autoComplete={autoComplete} autoCapitalize="none" spellCheck={false} maxLength={1_000} />
      <Choice type="checkbox" checked={isShown} onChange={({ target }) => setShown(target.checked)} label={t("showPassword")} />
    </div>
  );
}
