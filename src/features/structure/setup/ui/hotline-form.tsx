"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/form/button";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { setHotlineInput } from "../schema";

interface Props {
  readonly municipalityId: string;
  readonly hotline: { readonly phone: string | null; readonly hours: string | null };
  /** the number as people write it */
  readonly shownPhone: string;
  readonly next: string;
}

/** «Куда звонить с вопросами?» */
export function HotlineForm({ municipalityId, hotline, shownPhone, next }: Props) {
  const t = useTranslations("structure.setup.hotline");
  const errors = useErrorWords();
  const { setHotline, onePerson, goTo } = useCalls();
  const [phone, setPhone] = useState(shownPhone);
  const [hours, setHours] = useState(hotline.hours ?? "");
  const send = useSend(setHotlineInput, setHotline, () => goTo(next));
  const alone = useSend(setHotlineInput, onePerson, () => goTo(`/desk/setup/check?m=${municipalityId}`));
  const problem = alone.problem ?? send.problem;
  // a number that was not touched goes back as it is stored
  const wanted = phone === shownPhone && hotline.phone !== null ? hotline.phone : phone;
  const input = { municipalityId, phone: wanted, hours, seen: { phone: hotline.phone, hours: hotline.hours } };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run(input); }}>
      <ProblemNotice problem={problem} attempt={send.attempt + alone.attempt} ids={{ phone: { id: "phone", label: t("phone") }, hours: { id: "hours", label: t("hours") } }} />
      <TextField id="phone" type="tel" inputMode="tel" autoComplete="off" label={t("phone")} hint={t("phoneHint")} value={phone} onChange={setPhone} error={errors.field(problem, "phone")} />
      <TextField id="hours" label={t("hours")} hint={t("hoursHint")} value={hours} onChange={setHours} error={errors.field(problem, "hours")} />
      <div className="acts mt-3">
        {(["weekdays", "daily"] as const).map((usual) => <Button key={usual} variant="plain" onPress={() => setHours(t(`usual.${usual}`))}>{t(`usual.${usual}`)}</Button>)}
      </div>
      <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("submit")}</Button></div>
      <section className="notice mt-6" aria-labelledby="alone">
        <h2 id="alone" className="row-title">{t("aloneTitle")}</h2>
        <p className="mt-2">{t("aloneText")}</p>
        <div className="acts mt-3"><Button variant="quiet" isPending={alone.isBusy} onPress={async () => await alone.run(input)}>{t("alone")}</Button></div>
      </section>
    </form>
  );
}
