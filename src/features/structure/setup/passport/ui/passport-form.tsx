"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { Select } from "@/ui/form/select";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import { russianZones } from "../../../administration/schema";
import { structureLimits } from "../../../schema";
import { useCalls } from "../../../ui/calls";
import { ProblemNotice } from "../../../ui/problem-notice";
import { useErrorWords } from "../../../ui/use-error-words";
import { setPassportInput, type Passport } from "../schema";

/** The words that papers put a municipality's name and its head into, and the zone in which its days begin. */
export function PassportForm({ passport }: { readonly passport: Passport }) {
  const t = useTranslations("structure");
  const errors = useErrorWords();
  const { setPassport, refresh } = useCalls();
  const { place, nameGenitive, headTitle, timeZone, maySetZone } = passport;
  const [typed, setTyped] = useState({ nameGenitive: nameGenitive ?? "", headTitle: headTitle ?? "", timeZone });
  const send = useSend(setPassportInput, setPassport, () => { toast({ tone: "done", title: t("passport.saved") }); refresh(); });
  const zoneName = (zone: string) => (russianZones.some((one) => one === zone) ? t(`admin.zones.${zone.replace("/", "_") as "Europe_Moscow"}`) : zone);
  const zones = [...new Set([...russianZones, timeZone])];
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ municipalityId: place.id, ...typed, seen: { nameGenitive, headTitle, timeZone } }); }}>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{ nameGenitive: { id: "name-genitive", label: t("passport.nameGenitive") }, headTitle: { id: "head-title", label: t("passport.headTitle") }, timeZone: { id: "time-zone", label: t("passport.timeZone") } }} />
      <TextField id="name-genitive" label={t("passport.nameGenitive")} hint={t("passport.nameGenitiveHint")} value={typed.nameGenitive} onChange={(value) => setTyped((last) => ({ ...last, nameGenitive: value }))} error={errors.field(send.problem, "nameGenitive")} maxLength={structureLimits.name} />
      <TextField id="head-title" label={t("passport.headTitle")} hint={t("passport.headTitleHint")} value={typed.headTitle} onChange={(value) => setTyped((last) => ({ ...last, headTitle: value }))} error={errors.field(send.problem, "headTitle")} maxLength={structureLimits.headTitle} />
      {maySetZone
        ? <Select id="time-zone" label={t("passport.timeZone")} placeholder={t("act.choose")} value={typed.timeZone} onChange={(value) => setTyped((last) => ({ ...last, timeZone: value ?? timeZone }))} error={errors.field(send.problem, "timeZone")} options={zones.map((zone) => ({ id: zone, label: zoneName(zone) }))} />
        : <p className="mt-4">{t("passport.zoneIs", { zone: zoneName(timeZone) })} <span className="muted">{t("passport.zoneNote")}</span></p>}
      <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("passport.save")}</Button></div>
    </form>
  );
}
