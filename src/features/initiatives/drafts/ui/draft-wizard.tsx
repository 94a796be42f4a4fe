"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ErrorSummary } from "@/ui/form/error-summary";
import { buttonClass } from "@/ui/page/button-class";
import { Notice } from "@/ui/page/notice";
import { Stepper } from "@/ui/page/stepper";
import type { Attachment } from "../../attachments/schema";
import { AttachField } from "../../attachments/ui/attach-field";
import { useAttachments } from "../../attachments/ui/use-attachments";
import type { DraftContent } from "../../schema";
import { checkDraft, draftSteps, stepOfField, type DraftStep } from "../rules";
import type { Draft } from "../schema";
import type { DraftApi } from "./draft-api";
import { SaveLine } from "./save-line";
import { StepCheck } from "./step-check";
import { StepWhat } from "./step-what";
import { StepWhere } from "./step-where";
import { SubmitNotice } from "./submit-notice";
import { useChoices } from "./use-choices";
import { useDraft } from "./use-draft";
import { useSubmit } from "./use-submit";
import type { Choices, FieldErrors } from "./wizard-parts";

interface Props {
  readonly draft: Draft | null;
  readonly attachments: readonly Attachment[];
  readonly content: DraftContent;
  readonly posterCode: string | undefined;
  readonly step: DraftStep;
  readonly choices: Choices;
  /** who is signed in */
  readonly ownerId: string | null;
  readonly api: DraftApi;
}

/** Three short steps; nothing typed is ever lost, nothing is asked before it is needed. */
export function DraftWizard({ draft: stored, attachments: attached, content: begun, posterCode, step: first, choices: offered, ownerId, api }: Props) {
  const t = useTranslations("initiatives.new");
  const messages = useTranslations("errors");
  const draft = useDraft({ draft: stored, content: begun, posterCode, ownerId, api });
  const isSignedIn = ownerId !== null;
  const { choices, chooseRegion, chooseMunicipality } = useChoices(offered, api);
  const [step, setStep] = useState<DraftStep>(first);
  const [checked, setChecked] = useState<readonly DraftStep[]>([]);
  const focus = useRef<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { content } = draft;

  const go = useCallback((to: DraftStep, field: string | null = null) => {
    const query = new URLSearchParams(window.location.search);
    query.set("step", to);
    window.history.pushState(null, "", `/new?${query.toString()}`);
    setStep(to);
    focus.current = field ?? "heading";
  }, []);
  useEffect(() => {
    const back = () => setStep(draftSteps.find((name) => name === new URLSearchParams(window.location.search).get("step")) ?? "what");
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);
  useEffect(() => {
    if (focus.current === null) return;
    const element = focus.current === "heading" ? heading.current : document.getElementById(focus.current);
    element?.focus();
    focus.current = null;
  });

  const attachments = useAttachments({ attached, settled: draft.settled, api });
  const submit = useSubmit({ draft, api, isSignedIn });
  const { change: keep } = draft;
  const { forgive } = submit;
  const change = useCallback((patch: Partial<DraftContent>) => {
    keep(patch);
    forgive(Object.keys(patch));
  }, [keep, forgive]);
  const issues = useMemo(() => {
    const found = checkDraft(content);
    const own = (found.ok ? [] : found.issues).map(({ path, key, params }) => ({ id: path, step: stepOfField(path), message: messages(key, params) }));
    const refused = Object.entries(submit.fields).filter(([id]) => !own.some((issue) => issue.id === id)).map(([id, key]) => ({ id, step: stepOfField(id), message: messages(key as "field.choice") }));
    return [...own, ...refused];
  }, [content, messages, submit.fields]);
  const shown = issues.filter((issue) => checked.includes(issue.step) && (step === "check" || issue.step === step));
  const errors: FieldErrors = Object.fromEntries(shown.map(({ id, message }) => [id, message]));

  const check = (steps: readonly DraftStep[]): boolean => {
    setChecked((before) => [...new Set([...before, ...steps])]);
    const isWrong = issues.some((issue) => steps.includes(issue.step));
    if (isWrong) focus.current = "errors";
    return !isWrong;
  };
  const send = async () => {
    // what still comes in is waited for; what didn't come through is shown, never left behind silently
    if (await attachments.arrived()) await submit.send();
    else go("what", "attachments");
  };
  const discard = async () => {
    const kept = await draft.settled();
    if (kept === null) throw new Error("the server was not reached");
    await api.discard({ id: kept.draftId });
    draft.forget();
    window.location.assign("/my");
  };
  const next = () => {
    if (step === "what" && check(["what"])) go("where");
    else if (step === "where" && check(["where"])) go("check");
    else if (step === "check" && check(["what", "where"])) void send();
  };

  const isBusy = submit.isBusy || attachments.isWaited;
  const at = draftSteps.indexOf(step);
  const titles = { what: t("stepWhat"), where: t("stepWhere"), check: t("stepCheck") };
  const here = `/new?draft=${draft.id()}&step=${step}`;
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); next(); }}>
      <Stepper
        label={t("steps")} stateLabels={{ done: t("done"), current: t("current"), ahead: t("ahead") }}
        steps={draftSteps.map((name, index) => ({ label: titles[name], state: index < at ? "done" : index === at ? "current" : "ahead" }))}
      />
      {draft.lost ? (
        <Notice title={t("lostTitle")} actions={<>
          <button type="button" className={buttonClass({ variant: "quiet" })} onClick={() => void draft.answerLost(true)}>{t("lostTake")}</button>
          <button type="button" className={buttonClass({ variant: "plain" })} onClick={() => void draft.answerLost(false)}>{t("lostLeave")}</button>
        </>}>
          <p>{t("lostText", { title: draft.lost.content.title.trim() || t("lostUntitled") })}</p>
        </Notice>
      ) : null}
      {draft.isRestored ? <Notice tone="done"><p>{t("restored")}</p></Notice> : null}
      <h2 ref={heading} tabIndex={-1} className={step === "check" ? "outline-none" : "visually-hidden"}>{step === "check" ? t("checkTitle") : titles[step]}</h2>
      <ErrorSummary title={t("errorTitle")} errors={shown.map(({ id, message }) => ({ id, message }))} onFollow={step === "check" ? (id) => go(stepOfField(id), id) : undefined}><p>{t("errorKept")}</p></ErrorSummary>
      {step === "what" ? <StepWhat content={content} change={change} errors={errors} choices={choices} api={api} /> : null}
      {step === "what" ? <AttachField attachments={attachments} /> : null}
      {step === "where" ? <StepWhere content={content} change={change} errors={errors} choices={choices} chooseRegion={chooseRegion} chooseMunicipality={chooseMunicipality} /> : null}
      {step === "check" ? <StepCheck attachments={attachments.items} content={content} choices={choices} onChange={go} change={change} api={api} isSignedIn={isSignedIn && !stored?.helped?.byMe} onDiscard={discard} /> : null}
      <SubmitNotice outcome={submit.outcome} here={here} />
      <SaveLine save={draft.save} here={here} onSettle={draft.settle} />
      <div className="acts">
        <button type="submit" className={buttonClass({ size: "large" })} aria-disabled={isBusy} data-pending={isBusy || undefined}>
          {step !== "check" ? t("next") : attachments.isWaited ? t("attach.waiting") : submit.isBusy ? t("submitting") : t("submit")}
        </button>
        {at > 0 ? <button type="button" className={buttonClass({ variant: "plain" })} onClick={() => go(draftSteps[at - 1]!)}>{t("back")}</button> : null}
      </div>
    </form>
  );
}

