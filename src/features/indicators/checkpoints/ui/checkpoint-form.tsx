"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { ErrorCode } from "@/shared/errors/catalogue";
import { newId } from "@/shared/ids/id";
import { Button } from "@/ui/form/button";
import { DatePicker } from "@/ui/form/date-picker";
import { FormErrorSummary } from "@/ui/form/form-error-summary";
import { TextField } from "@/ui/form/text-field";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { codeOf, type IndicatorCalls } from "../../ui/calls";
import { dayOfMonth } from "../../ui/names";
import { useErrorSentence } from "../../ui/use-error-sentence";
import { checkpointFields, type Checkpoints } from "../schema";

type FieldName = "name" | "date" | "time";
type Wrong = Partial<Record<FieldName, FieldName | "inPast">>;
const order: readonly FieldName[] = ["name", "date", "time"];
const emptyForm = { name: "", date: null as string | null, time: "24:00" };
/** What the server says of a date, beside the field. */
const wrongBy: Partial<Record<ErrorCode, Wrong>> = { "checkpoint.outsideMarathon": { date: "date" }, "checkpoint.inPast": { date: "inPast" } };

/** A day and an hour of the municipality's own. */
export function CheckpointForm({ of: { place, round }, calls }: { readonly of: Checkpoints; readonly calls: IndicatorCalls }) {
  const t = useTranslations("indicators.checkpoints");
  const locale = useLocale();
  const sentence = useErrorSentence();
  const [fields, setFields] = useState(emptyForm);
  const [wrong, setWrong] = useState<Wrong>({});
  const [refused, setRefused] = useState<ErrorCode | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = useRef<string | null>(null);
  const period = { from: dayOfMonth(round.startsOn, locale), to: dayOfMonth(round.closingEndsOn, locale) };
  const wordsOf = (name: FieldName) => (wrong[name] ? t(`error.${wrong[name]}`, period) : undefined);
  const refuse = (found: Wrong, code: ErrorCode | null) => {
    setWrong(found);
    setRefused(code);
    setAdded(null);
    setAttempt((count) => count + 1);
  };

  const create = async () => {
    const checked = checkpointFields.safeParse({ ...fields, time: fields.time.trim() });
    const found: Wrong = checked.success ? {} : Object.fromEntries(checked.error.issues.map(({ path }) => [String(path[0]), String(path[0])]));
    if (fields.date !== null && (fields.date < round.startsOn || fields.date > round.closingEndsOn)) found.date = "date";
    if (!checked.success || found.date) return refuse(found, null);
    key.current ??= newId();
    try {
      await calls.createCheckpoint({ municipalityId: place.id, marathonId: round.id, key: key.current, ...checked.data });
      key.current = null;
      setFields(emptyForm);
      refuse({}, null);
      setAdded(dayOfMonth(checked.data.date, locale));
      calls.refresh();
    } catch (error) {
      const code = codeOf(error);
      if (code !== "request.unavailable") key.current = null;
      refuse(wrongBy[code] ?? {}, wrongBy[code] ? null : code);
    }
  };

  return (
    <Panel title={t("new")} level={3}>
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        <FormErrorSummary attempt={attempt} title={t("errors")} errors={order.flatMap((name) => (wrong[name] ? [{ id: `checkpoint-${name}`, message: wordsOf(name) }] : []))} />
        {refused ? <Notice key={attempt} tone="late" live level={3} title={t("errors")}>{sentence(refused)}</Notice> : null}
        <TextField id="checkpoint-name" label={t("name")} hint={t("nameHint")} error={wordsOf("name")} value={fields.name} onChange={(name) => setFields({ ...fields, name })} maxLength={200} />
        <DatePicker id="checkpoint-date" label={t("date")} hint={t("dateHint", period)} error={wordsOf("date")} value={fields.date} onChange={(date) => setFields((all) => ({ ...all, date }))} />
        <TextField id="checkpoint-time" label={t("time")} hint={t("timeHint")} error={wordsOf("time")} value={fields.time} onChange={(time) => setFields({ ...fields, time })} narrow maxLength={10} />
        <div className="acts mt-4">
          <Button type="submit" onPress={create} pendingLabel={t("adding")}>{t("add")}</Button>
          <span role="status">{added ? t("added", { date: added }) : null}</span>
        </div>
      </form>
    </Panel>
  );
}
