"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { formatPhone, parsePhone, type Phone } from "@/shared/codes/phone";
import { formatMoment } from "@/shared/dates/format";
import { newId } from "@/shared/ids/id";
import { AlertDialog } from "@/ui/dialog/alert-dialog";
import { Button } from "@/ui/form/button";
import { FormErrorSummary } from "@/ui/form/form-error-summary";
import { RadioGroup } from "@/ui/form/radio-group";
import { Select } from "@/ui/form/select";
import { TextArea } from "@/ui/form/text-area";
import { TextField } from "@/ui/form/text-field";
import { Heading } from "@/ui/page/heading";
import { Notice } from "@/ui/page/notice";
import type { TakenCallOutput } from "../asking/schema";
import type { DeskOutput, EarlierOutput } from "../queue/schema";
import { hotlineLimits } from "../schema";
import { EarlierList } from "./earlier-list";
import { refusalOf, useRefusalWords, type Refusal } from "./refusal";
import { readFields, useKept } from "./use-kept";

export interface CallFields {
  readonly key: string;
  readonly hotlineId: string;
  readonly channel: string;
  readonly question: string;
  readonly subject: string;
  readonly name: string;
  readonly phone: string;
  readonly answer: string;
}

interface Props {
  readonly lines: DeskOutput["lines"];
  /** whose notes these are: two operators may share a computer */
  readonly owner: string;
  readonly now: Date;
  /** the page's only heading where the queue is hidden */
  readonly level: 1 | 2;
  readonly send: (fields: CallFields, toQueue: boolean) => Promise<TakenCallOutput>;
  readonly findEarlier: (phone: Phone) => Promise<EarlierOutput["rows"]>;
  readonly onSaved: (taken: TakenCallOutput) => void;
  readonly onOpen: (ticketId: string) => void;
}

export const callQuestionId = "call-question";
const order = ["question", "subject", "name", "phone", "answer"] as const;
const limits = { question: { min: hotlineLimits.questionMin, max: hotlineLimits.question }, subject: { max: hotlineLimits.subject }, name: { max: hotlineLimits.name }, answer: { min: hotlineLimits.answerMin, max: hotlineLimits.answer } };

/** Typed while listening: kept on the device with each stroke, saved once however often one presses. */
export function CallForm({ lines, owner, now, level, send, findEarlier, onSaved, onOpen }: Props) {
  const t = useTranslations("hotline.call");
  const locale = useLocale();
  const words = useRefusalWords(limits);
  const empty = { key: "", hotlineId: lines[0]?.id ?? "", channel: "phone", question: "", subject: "", name: "", phone: "", answer: "" };
  const kept = useKept(`hotline.call.${owner}`, empty, now, () => readFields({ question: "call-question", phone: "call-phone", name: "call-name", subject: "call-subject", answer: "call-answer" }));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [isClearing, setClearing] = useState(false);
  const fields = kept.value;
  const put = (name: keyof CallFields) => (value: string) => kept.change({ ...fields, key: fields.key || newId(), [name]: value });
  const earlier = useEarlier(fields.phone, findEarlier);
  const isBegun = [fields.question, fields.subject, fields.name, fields.phone, fields.answer].some((text) => text.trim() !== "");

  const save = async (toQueue: boolean) => {
    const sent = { ...fields, key: fields.key || newId() };
    kept.change(sent);
    try {
      const taken = await send(sent, toQueue);
      kept.forget();
      setRefusal(null);
      onSaved(taken);
    } catch (error) {
      const said = refusalOf(error);
      if (said.code === "idempotency.keyReused") kept.change({ ...sent, key: newId() });
      setRefusal(said);
      setAttempt((count) => count + 1);
    }
  };

  const labels = Object.fromEntries(order.map((name) => [name, t(name)]));
  const errors = refusal ? words.listFields(refusal, labels).map(({ id, ...one }) => ({ id: `call-${id}`, ...one })) : [];
  const field = (name: (typeof order)[number]) => ({ id: `call-${name}`, value: fields[name], onChange: put(name), error: errors.find((one) => one.id === `call-${name}`)?.error });
  const line = lines.find((one) => one.id === fields.hotlineId) ?? lines[0];
  return (
    <section aria-labelledby="call-title">
      <Heading level={level} id="call-title" className="text-lead">{t("title")}</Heading>
      {line && lines.length === 1 ? <p className="small muted num mt-1 mb-4">{line.phone ? t("line", { place: line.municipality, phone: formatPhone(line.phone as Phone) }) : line.municipality}</p> : null}
      <FormErrorSummary id="call-errors" attempt={attempt} title={words.summary} errors={errors} />
      {refusal && errors.length === 0 ? <div className="mb-4"><Notice tone="late" live level={3}>{words.say(refusal)}</Notice></div> : null}
      {kept.restoredAt && isBegun ? <div className="mb-4"><Notice live level={3}>{t("restored", { at: formatMoment(kept.restoredAt, { now, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, locale }) })}</Notice></div> : null}
      {lines.length > 1 ? <Select label={t("lineField")} placeholder={t("lineField")} value={fields.hotlineId} onChange={(id) => put("hotlineId")(id ?? "")} options={lines.map(({ id, municipality }) => ({ id, label: municipality }))} /> : null}
      <TextArea {...field("question")} label={t("question")} hint={t("questionHint")} rows={5} limit={fields.question.length > hotlineLimits.question - 300 ? hotlineLimits.question : undefined} counter={(left) => (left < 0 ? t("over", { count: -left }) : t("left", { count: left }))} />
      <TextField {...field("phone")} label={t("phone")} type="tel" autoComplete="off" />
      <EarlierList rows={earlier} now={now} onOpen={onOpen} />
      <TextField {...field("name")} label={t("name")} hint={t("nameHint")} autoComplete="off" />
      <TextField {...field("subject")} label={t("subject")} hint={t("subjectHint")} autoComplete="off" />
      <TextArea {...field("answer")} label={t("answer")} hint={t("answerHint")} rows={2} />
      <RadioGroup label={t("channel")} value={fields.channel} onChange={put("channel")} options={(["phone", "desk"] as const).map((value) => ({ value, label: t(`channels.${value}`) }))} />
      <div className="-mx-5 mt-6 bg-surface px-5 py-3 sm:sticky sm:bottom-0">
        <div className="acts">
          <Button isDisabled={!kept.isReady} onPress={async () => await save(false)}>{fields.answer.trim() ? t("keepAnswered") : t("keep")}</Button>
          {fields.answer.trim() ? null : <Button variant="quiet" onPress={async () => await save(true)}>{t("toQueue")}</Button>}
          {isBegun ? <Button variant="plain" onPress={() => setClearing(true)}>{t("clear")}</Button> : null}
        </div>
        <p className="small muted mt-2" aria-live="polite">{isBegun ? t("saved") : null}</p>
      </div>
      <AlertDialog title={t("clearTitle")} isOpen={isClearing} onOpenChange={setClearing} confirm={{ label: t("clear"), danger: true, onPress: () => { kept.forget(); setRefusal(null); } }} cancel={t("cancel")}>{t("clearText")}</AlertDialog>
    </section>
  );
}

/** Asked for once the number is whole. */
function useEarlier(text: string, find: Props["findEarlier"]): EarlierOutput["rows"] {
  const phone = text.trim() === "" ? null : parsePhone(text);
  const [found, setFound] = useState<{ readonly phone: string; readonly rows: EarlierOutput["rows"] } | null>(null);
  useEffect(() => {
    if (phone === null) return;
    let isCurrent = true;
    find(phone).then((rows) => isCurrent && setFound({ phone, rows }), () => {});
    return () => { isCurrent = false; };
  }, [phone, find]);
  return found !== null && found.phone === phone ? found.rows : [];
}
