import { useTranslations } from "next-intl";
import { useState } from "react";
import { Choice } from "@/ui/form/choice";
import { InputField } from "@/ui/form/input-field";
import { passwordLimits } from "../schema";

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Of the trip, not of the account: the browser neither offers nor keeps it. */
export function PasswordInput({ name, label, hint, error, value, onChange }: Props) {
  const t = useTranslations("initiatives.offline");
  const [isShown, setShown] = useState(false);
  return (
    <div className="field-slot">
      <InputField name={name} type={isShown ? "text" : "password"} label={label} hint={hint} error={error} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={passwordLimits.max} value={value} onChange={({ target }) => onChange(target.value)} />
      <Choice type="checkbox" checked={isShown} onChange={({ target }) => setShown(target.checked)} label={t("showPassword")} />
    </div>
  );
}
