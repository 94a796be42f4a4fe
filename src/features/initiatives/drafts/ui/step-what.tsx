"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InputField } from "@/ui/form/input-field";
import { TextareaField } from "@/ui/form/textarea-field";
import { Notice } from "@/ui/page/notice";
import { initiativeLimits } from "../../schema";
import { StatusTag } from "../../ui/status-tag";
import type { DraftApi } from "./draft-api";
import { AnswerBegins } from "./answer-begins";
import { Examples } from "./examples";
import { useSimilar } from "./use-similar";
import type { Choices, StepProps } from "./wizard-parts";

/** «О чём»: three fields, each with its hint; what is alike is shown while the title is typed. */
export function StepWhat({ content, change, errors, choices, api }: StepProps & { readonly choices: Choices; readonly api: DraftApi }) {
  const t = useTranslations("initiatives.new");
  return (
    <>
      {content.keyQuestionId ? <AnswerNote id={content.keyQuestionId} municipalityId={content.municipalityId} question={choices.question} error={errors.keyQuestionId} onDrop={() => change({ keyQuestionId: null })} /> : null}
      <InputField
        name="title" large label={t("titleLabel")} hint={t("titleHint")} error={errors.title} value={content.title} autoComplete="off" enterKeyHint="next" aria-describedby="title-counter"
        onChange={(event) => change({ title: event.target.value })}
      />
      <Counter id="title-counter" length={content.title.trim().length} most={initiativeLimits.title} />
      <Examples directions={choices.directions} directionId={content.directionId} />
      <SimilarOnes content={content} api={api} />
      <TextareaField
        name="essence" label={t("essenceLabel")} hint={t("essenceHint")} error={errors.essence} value={content.essence} rows={7} aria-describedby="essence-counter"
        onChange={(event) => change({ essence: event.target.value })}
      />
      <Counter id="essence-counter" length={content.essence.trim().length} most={initiativeLimits.essence} />
      <TextareaField
        name="expectedResult" label={t("expectedLabel")} hint={t("expectedHint")} error={errors.expectedResult} value={content.expectedResult} rows={3} aria-describedby="expected-counter"
        onChange={(event) => change({ expectedResult: event.target.value })}
      />
      <Counter id="expected-counter" length={content.expectedResult.trim().length} most={initiativeLimits.expected} />
    </>
  );
}

interface AnswerNoteProps {
  readonly id: string;
  readonly municipalityId: string | null;
  readonly question: Choices["question"];
  readonly error: ReactNode;
  readonly onDrop: () => void;
}

/** Which key question is answered, or that it is asked no more; one may submit without it. */
function AnswerNote({ id, municipalityId, question, error, onDrop }: AnswerNoteProps) {
  const t = useTranslations("initiatives.keyQuestions");
  const asked = question?.id === id ? question : null;
  const isHere = asked !== null && (municipalityId === null || asked.municipalityId === municipalityId);
  return (
    <div id="keyQuestionId" tabIndex={-1} role="group" aria-label={t("answers")}>
      <Notice tone={isHere && !error ? "asks" : "soon"} actions={<button type="button" className="button button-plain" onClick={onDrop}>{t("dropAnswer")}</button>}>
        {error ? <p className="error">{error}</p> : <p>{asked === null ? t("answerClosed") : t(isHere ? "answering" : "answerElsewhere", { text: asked.text })}</p>}
      </Notice>
    </div>
  );
}

/** Counted, not cut off: what is too long stays and is said to be. Silent until the end is near. */
function Counter({ id, length, most }: { readonly id: string; readonly length: number; readonly most: number }) {
  const t = useTranslations("initiatives.new");
  const left = most - length;
  const isNear = left < Math.max(20, most / 10);
  return (
    <p className="counter" id={id} data-over={left < 0 || undefined} aria-live={left < 0 ? "polite" : "off"} hidden={!isNear}>
      {isNear ? (left < 0 ? t("counterOver", { over: -left }) : t("counter", { left })) : null}
    </p>
  );
}

const askAfter = 600;

function SimilarOnes({ content, api }: { readonly content: StepProps["content"]; readonly api: DraftApi }) {
  const t = useTranslations("initiatives");
  const found = useSimilar(api, content, askAfter);
  return (
    <div aria-live="polite" className={found.length > 0 ? "my-4 max-w-160" : undefined}>
      {found.length > 0 ? (
        <Notice level={3} title={t("new.similarTitle")}>
          <p>{t("new.similarText")}</p>
          <ul className="mt-2 grid gap-2">
            {found.map((one) => (
              <li key={one.number}>
                <a href={`/initiatives/${one.number}`} target="_blank" rel="noopener">{one.title}</a>
                <span className="small muted num">{["", one.municipality, ...(one.supportCount > 0 ? [t("supported", { count: one.supportCount })] : [])].join(" · ")}</span> <StatusTag status={one.status} />
                <AnswerBegins answer={one.answer} />
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
