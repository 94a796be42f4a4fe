"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { CheckboxGroup } from "@/ui/form/checkbox-group";
import { TextArea } from "@/ui/form/text-area";
import { Panel } from "@/ui/page/panel";
import type { ModerationRow } from "../moderation/schema";
import { consideringLimits, moderationChecks, publishInput, returnToAuthorInput, type ModerationCheck, type PublishInput, type ReturnToAuthorInput, type StepOutput } from "../schema";
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

/** One that waits: its words, the checklist, publish or return with what to change. */
export function ModerationCard({ row, now, calls, onGone }: Props) {
  const t = useTranslations("considering.moderation");
  const errors = useErrorWords();
  const dates = useDates(now, row.timeZone);
  const directionName = useDirectionName();
  const [found, setFound] = useState<readonly ModerationCheck[]>([]);
  const { typed, keep, forget } = useKept<string>(keptName(row.id, "returnToAuthor"));
  const on = { initiativeId: row.id, version: row.version };
  const gone = (said: string) => () => { forget(); toast({ title: said }); onGone(); };
  const publishing = useStep<Omit<PublishInput, "key">>(publishInput, calls.publish, gone(t("published")), () => undefined);
  const returning = useStep<Omit<ReturnToAuthorInput, "key">>(returnToAuthorInput, calls.returnToAuthor, gone(t("returned")), () => undefined);
  const problem = publishing.problem ?? returning.problem;
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
          <ProblemNotice problem={problem} attempt={publishing.attempt + returning.attempt} level={3} fields={{ remark: { id: remarkId, label: t("remark") }, found: { id: foundId, label: t("found") } }} />
          <CheckboxGroup id={foundId} label={t("found")} hint={t("foundHint")} error={errors.field(problem?.fields.find(({ path }) => path === "found"))} value={[...found]} onChange={(values) => setFound(values as ModerationCheck[])} options={moderationChecks.map((value) => ({ value, label: t(`check.${value}`) }))} />
          {found.length > 0 ? (
            <div className="mt-4">
              <TextArea id={remarkId} label={t("remark")} hint={t("remarkHint")} rows={3} value={typed ?? ""} onChange={keep} limit={consideringLimits.remark} error={errors.field(problem?.fields.find(({ path }) => path === "remark"))} counter={() => null} />
            </div>
          ) : null}
          <div className="acts mt-4">
            {found.length === 0 ? <Button onPress={async () => await publishing.run({ ...on, checked: true })}>{t("publish")}</Button> : <Button onPress={async () => await returning.run({ ...on, found: [...found], remark: typed ?? "" })}>{t("return")}</Button>}
          </div>
        </div>
      </Panel>
    </div>
  );
}
