"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { enterInput, linkFields } from "../identity/schema";
import { CodeField } from "./code-field";
import { enterBy } from "./enter";
import { FormFrame } from "./form-frame";
import { PasswordField } from "./password-field";
import type { PeopleApi } from "./people-api";
import { useAct } from "./use-act";
import { refusalOf, textOf, useForm, waitingLook } from "./use-form";

/** Whoever is linked goes in by one press; a code is asked for where there is a second factor. */
export function EnterByIdentity({ api, next, providerName }: { readonly api: PeopleApi; readonly next: string | null; readonly providerName: string }) {
  const t = useTranslations("people");
  const [isCodeAsked, setCodeAsked] = useState(false);
  const form = useForm(enterInput, (data) => ({ code: textOf(data, "code") }), async (input) => {
    try {
      await enterBy(api, await api.enterByIdentity(input), next);
    } catch (error) {
      if (refusalOf(error)?.code === "session.secondFactorNeeded") setCodeAsked(true);
      throw error;
    }
  });
  return (
    <FormFrame form={form} labels={{ code: t("secondFactor.anyCode") }} submit={t("identity.enter", { name: providerName })}>
      {isCodeAsked ? <CodeField label={t("secondFactor.anyCode")} hint={t("secondFactor.anyCodeHint")} error={form.problems.fields.code} /> : null}
    </FormFrame>
  );
}

/** The owner of the account says yes; with a session from before, by the password. */
export function LinkIdentity({ api, next, needsPassword }: { readonly api: Pick<PeopleApi, "linkIdentity">; readonly next: string | null; readonly needsPassword: boolean }) {
  const t = useTranslations("people");
  const key = useRef("");
  const form = useForm(linkFields, (data) => ({ password: textOf(data, "password") }), async (input) => {
    key.current ||= newId();
    await api.linkIdentity({ ...input, key: key.current });
    window.location.assign(next ?? "/account/security");
    await new Promise(() => undefined);
  });
  return (
    <FormFrame form={form} labels={{ password: t("fields.currentPassword") }} submit={t("identity.link")}>
      {needsPassword ? <PasswordField label={t("fields.currentPassword")} error={form.problems.fields.password} autoComplete="current-password" /> : null}
    </FormFrame>
  );
}

export function UnlinkButton({ api, identityId, providerName }: { readonly api: Pick<PeopleApi, "unlinkIdentity">; readonly identityId: string; readonly providerName: string }) {
  const t = useTranslations("people.identity");
  const { state, run, isReady, problem } = useAct();
  if (state === "done") return <span role="status">{t("unlinked")}</span>;
  return (
    <>
      <button type="button" className="button button-quiet" aria-label={t("unlinkOf", { name: providerName })} disabled={!isReady} style={isReady ? undefined : waitingLook.quiet} aria-disabled={state === "busy"} onClick={() => void run(async () => await api.unlinkIdentity({ identityId }))}>{t("unlink")}</button>
      {problem}
    </>
  );
}
