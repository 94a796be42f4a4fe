"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/ui/dialog/dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { Select } from "@/ui/form/select";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { addRegionInput, russianZones } from "../schema";

export function AddRegionDialog() {
  const t = useTranslations("structure");
  const errors = useErrorWords();
  const { addRegion, refresh } = useCalls();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState({ name: "", timeZone: "Europe/Moscow" });
  const send = useSend(addRegionInput, addRegion, () => { toast({ tone: "done", title: t("admin.regionAdded") }); setOpen(false); setTyped({ name: "", timeZone: "Europe/Moscow" }); refresh(); });
  return (
    <>
      <Button variant="plain" onPress={() => setOpen(true)}>{t("admin.addRegion")}</Button>
      <Dialog title={t("admin.addRegion")} isOpen={isOpen} onOpenChange={setOpen} keepOpenOutside labels={{ close: t("form.close") }}>
        <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run(typed); }}>
          <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{ name: { id: "region-name", label: t("admin.regionName") }, timeZone: { id: "region-zone", label: t("admin.timeZone") } }} />
          <TextField id="region-name" label={t("admin.regionName")} hint={t("admin.regionNameHint")} value={typed.name} onChange={(name) => setTyped({ ...typed, name })} error={errors.field(send.problem, "name")} />
          <Select id="region-zone" label={t("admin.timeZone")} placeholder={t("act.choose")} value={typed.timeZone} onChange={(timeZone) => setTyped({ ...typed, timeZone: timeZone ?? "" })} error={errors.field(send.problem, "timeZone")} options={russianZones.map((zone) => ({ id: zone, label: t(`admin.zones.${zone.replace("/", "_") as "Europe_Moscow"}`) }))} />
          <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("admin.add")}</Button></div>
        </form>
      </Dialog>
    </>
  );
}
