"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { formatDeadline } from "@/shared/dates/format";
import { newId } from "@/shared/ids/id";
import { FormErrorSummary } from "@/ui/form/form-error-summary";
import { InputField } from "@/ui/form/input-field";
import { SelectField, type OptionGroup } from "@/ui/form/select-field";
import { Submit } from "@/ui/form/submit";
import { TextareaField } from "@/ui/form/textarea-field";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import type { AskedOutput } from "../asking/schema";
import { refusalOf, useRefusalWords, type Refusal } from "./refusal";
import { readFields, useKept } from "./use-kept";

const empty = { key: "", municipalityId: "", subject: "", question: "", name: "", email: "", phone: "", website: "" };
type Fields = typeof empty;

interface Props {
  readonly send: (input: Fields) => Promise<AskedOutput>;
  /** the place that the page was opened for; empty: it is chosen here */
  readonly municipalityId: string;
  readonly municipalities: readonly OptionGroup[];
  readonly isSignedIn: boolean;
  /** characters, by field */
  readonly limits: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>;
  readonly now: Date;
}

const order = ["municipalityId", "subject", "question", "name", "email", "phone"] as const;

/** A question to the hotline: kept in the browser while it is written, sent once however often one presses. */
export function AskForm({ send, municipalityId, municipalities, isSignedIn, limits, now }: Props) {
  const t = useTranslations("hotline.ask");
  const words = useRefusalWords(limits);
  const kept = useKept("hotline.ask", empty, now, () => readFields({ municipalityId: "municipalityId", subject: "subject", question: "question", name: "name", email: "email", phone: "phone" }));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [isSending, setSending] = useState(false);
  const [asked, setAsked] = useState<{ readonly got: AskedOutput; readonly fields: Fields } | null>(null);
  const fields = { ...kept.value, municipalityId: municipalityId || kept.value.municipalityId };
  const put = (name: keyof Fields) => ({ target }: { readonly target: { readonly value: string } }) => kept.change({ ...kept.value, key: kept.value.key || newId(), [name]: target.value });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const sent = { ...fields, key: fields.key || newId() };
    kept.change(sent);
    setSending(true);
    try {
      setAsked({ got: await send(sent), fields: sent });
      setRefusal(null);
      kept.forget();
    } catch (error) {
      const said = refusalOf(error);
      // what was sent before has arrived: the next press is another question
      if (said.code === "idempotency.keyReused") kept.change({ ...sent, key: newId() });
      setRefusal(said);
      setAttempt((count) => count + 1);
    } finally {
      setSending(false);
    }
  };

  if (asked) return <Done {...asked} isSignedIn={isSignedIn} now={now} onMore={() => setAsked(null)} />;
  const labels = Object.fromEntries(order.map((name) => [name, t(name === "municipalityId" ? "municipality" : name)]));
  const errors = refusal ? words.listFields(refusal, labels) : [];
  const field = (name: (typeof order)[number]) => ({ name, id: name, value: fields[name], onChange: put(name), error: errors.find((one) => one.id === name)?.error });
  const left = (limits.question?.max ?? 0) - fields.question.length;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <FormErrorSummary attempt={attempt} title={words.summary} errors={errors} />
      {refusal && errors.length === 0 ? <div className="mb-6"><Notice tone="late" live>{words.say(refusal)}</Notice></div> : null}
      {kept.restoredAt ? <div className="mb-6"><Notice live>{t("restored")}</Notice></div> : null}
      {municipalityId ? null : <SelectField {...field("municipalityId")} label={t("municipality")} options={[{ value: "", label: t("municipalityEmpty") }, ...municipalities]} />}
      <InputField {...field("subject")} label={t("subject")} autoComplete="off" />
      <TextareaField {...field("question")} label={t("question")} hint={t("questionHint")} rows={7} />
      {left < 300 ? <p className="counter" data-over={left < 0 || undefined} aria-live="polite">{left < 0 ? t("over", { count: -left }) : t("left", { count: left })}</p> : null}
      {isSignedIn ? <p className="muted mt-6">{t("signedIn")}</p> : (
        <>
          <InputField {...field("name")} label={t("name")} mark={t("optional")} autoComplete="given-name" />
          <InputField {...field("email")} label={t("email")} hint={t("emailHint")} mark={t("optional")} type="email" autoComplete="email" />
          <InputField {...field("phone")} label={t("phone")} hint={t("phoneHint")} mark={t("optional")} type="tel" autoComplete="tel" />
          {fields.email || fields.phone ? null : <p className="muted small mt-2">{t("noContact")}</p>}
        </>
      )}
      <div className="visually-hidden" aria-hidden="true">
        <label htmlFor="website">{t("website")}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" value={fields.website} onChange={put("website")} />
      </div>
      <div className="acts mt-8">
        <Submit size="large" disabled={!kept.isReady} aria-disabled={isSending || undefined}>{isSending ? t("sending") : t("send")}</Submit>
        {fields.question || fields.subject ? <span className="small muted">{t("kept")}</span> : null}
      </div>
    </form>
  );
}

interface DoneProps {
  readonly got: AskedOutput;
  readonly fields: Fields;
  readonly isSignedIn: boolean;
  readonly now: Date;
  readonly onMore: () => void;
}

/** What happens next and when, by which way, under which number. */
function Done({ got, fields, isSignedIn, now, onMore }: DoneProps) {
  const t = useTranslations("hotline.ask");
  const locale = useLocale();
  const { number, ticketId, resolutionDueAt, timeZone } = got;
  const way = isSignedIn ? null : fields.email ? t("doneEmail", { email: fields.email.trim() }) : fields.phone ? t("donePhone") : t("doneNumberOnly");
  return (
    <Notice
      tone="done"
      live
      title={number === null ? t("done") : t("doneNumber", { number: String(number) })}
      actions={
        <>
          {ticketId ? <LinkButton href={`/my/questions/${ticketId}`}>{t("doneOpen")}</LinkButton> : <LinkButton variant="quiet" href={fields.municipalityId ? `/help?municipality=${fields.municipalityId}` : "/help"}>{t("doneHelp")}</LinkButton>}
          <button type="button" className="button button-plain" onClick={onMore}>{t("doneMore")}</button>
        </>
      }
    >
      {resolutionDueAt ? <p>{t("doneText", { deadline: formatDeadline(resolutionDueAt, { now, zone: timeZone, locale }) })}</p> : null}
      {way ? <p>{way}</p> : null}
    </Notice>
  );
}
