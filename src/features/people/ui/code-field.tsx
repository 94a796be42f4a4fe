"use client";

import { InputField } from "@/ui/form/input-field";

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A code from a phone or from the sheet; phones offer the one that has come. */
export function CodeField(props: Props) {
  return <InputField {...props} name="code" narrow inputMode="text" autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={20} />;
}
