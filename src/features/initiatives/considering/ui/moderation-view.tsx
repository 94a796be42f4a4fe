"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { CheckboxGroup } from "@/ui/form/checkbox-group";
import { TextField } from "@/ui/form/text-field";
import { TextArea } from "@/ui/form/text-area";
import { Panel } from "@/ui/page/panel";
import { initiativeLimits } from "../../schema";
import type { ModerationRow } from "../moderation/schema";
import { consideringLimits, moderationChecks, publishInput, returnToAuthorInput, type HidingFields, type ModerationCheck, type PublishInput, type ReturnToAuthorInput, type StepOutput } from "../schema";
import { ProblemNotice } from "./problem-notice";
import { keptName, useKept } from "./use-kept";
import { isConflict, useStep } from "./use-step";
import { useDates, useDirectionName, useErrorWords } from "./use-words";

export interface ModerationCalls {
  readonly publish: (input: PublishInput) => Promise<StepOutput>;
  readonly returnToAuthor: (input: ReturnToAuthorInput) => Promise<StepOutput>;
}

interface Props {
  readonly row: ModerationRow;
  readonly now: Date;
  readonly calls: ModerationCalls;
  readonly onGone: () => void;
}

const hidden = { title: "hideTitle", essence: "hideEssence", expectedResult: "hideExpected", placeText: "hidePlace" } as const;

/** One that waits: its words, the checklist, publish, return with what to change, or publish with those words hidden. */
export function ModerationCard({ row, now, calls, onGone }: Props) {
  const t = useTranslations("considering.moderation");
  const errors = useErrorWords();
  const dates = useDates(now, row.timeZone);
  const directionName = useDirectionName();
  const [found, setFound] = useState<readonly ModerationCheck[]>([]);
  const { typed, keep, forget } = useKept<string>(keptName(row.id, "returnToAuthor"));
  const hiding = useKept<HidingFields>(keptName(row.id, "hide"));
  const on = { initiativeId: row.id, version: row.version };
  const gone = (said: string) => () => { forget(); hiding.forget(); toast({ title: said }); onGone(); };
  const publishing = useStep<Omit<PublishInput, "key">>(publishInput, calls.publish, gone(t("published")), () => undefined);
  const publishingHidden = useStep<Omit<PublishInput, "key">>(publishInput, calls.publish, gone(t("publishedHiding")), () => undefined);
  const returning = useStep<Omit<ReturnToAuthorInput, "key">>(returnToAuthorInput, calls.returnToAuthor, gone(t("returned")), () => undefined);
  const problem = publishing.problem ?? returning.problem ?? publishingHidden.problem;
  const words: HidingFields = hiding.typed ?? { title: row.title, essence: row.essence, expectedResult: row.expectedResult, placeText: row.placeText };
  const word = (field: keyof HidingFields) => ({
    id: `hide-${field}-${row.id}`, value: words[field] ?? "", onChange: (text: string) => hiding.keep({ ...words, [field]: text }),
    error: errors.field(publishingHidden.problem?.fields.find(({ path }) => path === `hiding.${field}`)),
  });
  const remarkId = `remark-${row.id}`;
  const foundId = `found-${row.id}`;
  return (
    <div id={row.id}>
      <Panel title={row.title}>
        <p className="small muted num">{t("facts", { number: row.publicNumber, date: dates.moment(row.submittedAt), direction: directionName(row.direction), municipality: row.municipality })}</p>
        <div className="read mt-3">
          {row.essence.split("\n").filter(Boolean).map((line, at) => <p key={at}>{line}</p>)}
          <p><b>{t("expected")}</b> {row.expectedResult}</p>
          {row.placeText ? <p className="muted">{t("place", { place: row.placeText })}</p> : null}
        </div>
        {row.asked ? <p className="small muted mt-3">{t("askedBefore", { text: row.asked })}</p> : null}
        <div className="mt-4">
          {problem && isConflict(problem) ? <p className="error" role="alert">{errors.problem(problem)}</p> : null}
          <ProblemNotice problem={problem} attempt={publishing.attempt + returning.attempt + publishingHidden.attempt} level={3} fields={{ remark: { id: remarkId, label: t("remark") }, found: { id: foundId, label: t("found") }, ...Object.fromEntries((["title", "essence", "expectedResult", "placeText"] as const).map((field) => [`hiding.${field}`, { id: `hide-${field}-${row.id}`, label: t(hidden[field]) }])) }} />
          <CheckboxGroup id={foundId} label={t("found")} hint={t("foundHint")} error={errors.field(problem?.fields.find(({ path }) => path === "found"))} value={[...found]} onChange={(values) => setFound(values as ModerationCheck[])} options={moderationChecks.map((value) => ({ value, label: t(`check.${value}`) }))} />
          {found.length > 0 ? (
            <div className="mt-4">
              <TextArea id={remarkId} label={t("remark")} hint={t("remarkHint")} rows={3} value={typed ?? ""} onChange={keep} limit={consideringLimits.remark} error={errors.field(problem?.fields.find(({ path }) => path === "remark"))} counter={() => null} />
            </div>
          ) : null}
          <div className="acts mt-4">
            {found.length === 0 ? <Button onPress={async () => await publishing.run({ ...on, checked: true })}>{t("publish")}</Button> : <Button onPress={async () => await returning.run({ ...on, found: [...found], remark: typed ?? "" })}>{t("return")}</Button>}
          </div>
          {found.length > 0 ? (
            <details className="mt-4">
              <summary className="link">{t("hide")}</summary>
              <p className="small muted mt-2">{t("hideHint")}</p>
              <div className="stack mt-3">
                <TextField {...word("title")} label={t("hideTitle")} />
                <TextArea {...word("essence")} label={t("hideEssence")} rows={6} limit={initiativeLimits.essence} counter={() => null} />
                <TextArea {...word("expectedResult")} label={t("hideExpected")} rows={3} limit={initiativeLimits.expected} counter={() => null} />
                {row.placeText === null ? null : <TextField {...word("placeText")} label={t("hidePlace")} />}
              </div>
              <div className="acts mt-4"><Button variant="quiet" onPress={async () => await publishingHidden.run({ ...on, checked: true, hiding: words })}>{t("hideSend")}</Button></div>
            </details>
          ) : null}
        </div>
      </Panel>
    </div>
  );
}
