"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { confirmSecondFactorInput, type SecondFactorBegun } from "../second-factor/schema";
import { CodeField } from "./code-field";
import { FormFrame } from "./form-frame";
import type { PeopleApi } from "./people-api";
import { RecoveryCodes } from "./recovery-codes";
import { useAct } from "./use-act";
import { textOf, useForm, waitingLook } from "./use-form";

interface Props {
  readonly api: Pick<PeopleApi, "beginSecondFactor" | "confirmSecondFactor">;
  readonly next: string;
}

/** Three steps on one page: a program on the phone, the picture, its first code. */
export function SecondFactorSetup({ api, next }: Props) {
  const t = useTranslations("people.secondFactor");
  const [begun, setBegun] = useState<SecondFactorBegun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { state, run, isReady, problem } = useAct();
  if (codes !== null) return <RecoveryCodes codes={codes} next={next} />;
  if (begun !== null) return <FirstCode api={api} begun={begun} onDone={setCodes} />;
  return (
    <>
      <p className="mb-5">{t("programs")}</p>
      <div className="acts">
        <button type="button" className="button" disabled={!isReady} style={isReady ? undefined : waitingLook.primary} aria-disabled={state === "busy"} onClick={() => void run(async () => setBegun(await api.beginSecondFactor()))}>{t("begin")}</button>
      </div>
      {problem}
    </>
  );
}

function FirstCode({ api, begun: { secret, uri, picture }, onDone }: Pick<Props, "api"> & { readonly begun: SecondFactorBegun; readonly onDone: (codes: readonly string[]) => void }) {
  const t = useTranslations("people.secondFactor");
  const form = useForm(confirmSecondFactorInput, (data) => ({ code: textOf(data, "code") }), async (input) => onDone((await api.confirmSecondFactor(input)).codes));
  const margin = 2;
  return (
    <FormFrame form={form} labels={{ code: t("code") }} submit={t("confirm")}>
      <p className="mb-4">{t("scan")}</p>
      <svg role="img" aria-label={t("picture")} viewBox={`${-margin} ${-margin} ${picture.size + 2 * margin} ${picture.size + 2 * margin}`} width={220} height={220} shapeRendering="crispEdges" style={{ background: "#fff" }}>
        <path d={picture.path} fill="#000" />
      </svg>
      <p className="mt-4">{t("byHand")} <span className="num" translate="no" style={{ overflowWrap: "anywhere" }}>{secret}</span></p>
      <p className="mt-2 mb-5"><a href={uri}>{t("onThisPhone")}</a></p>
      <CodeField label={t("code")} hint={t("codeHint")} error={form.problems.fields.code} />
    </FormFrame>
  );
}
