"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AlertDialog } from "@/ui/dialog/alert-dialog";
import { Dialog } from "@/ui/dialog/dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { TextField } from "@/ui/form/text-field";
import { Tag } from "@/ui/page/tag";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { retireDirectionInput, saveOwnDirectionInput, type OwnDirection } from "../schema";

interface Props {
  readonly municipalityId: string;
  readonly directions: readonly OwnDirection[];
}

/** The municipality's own themes: added, renamed, taken out of use. */
export function OwnDirections({ municipalityId, directions }: Props) {
  const [t, form] = [useTranslations("structure.directions"), useTranslations("structure.form")];
  const { retireDirection, refresh } = useCalls();
  const [edited, setEdited] = useState<OwnDirection | "new" | null>(null);
  const [retired, setRetired] = useState<OwnDirection | null>(null);
  const retire = useSend(retireDirectionInput, retireDirection, () => { toast({ tone: "done", title: t("saved") }); refresh(); });
  return (
    <>
      <ProblemNotice problem={retire.problem} attempt={retire.attempt} ids={{}} />
      {directions.length === 0 ? <p className="muted">{t("noOwn")}</p> : null}
      <ol className="gap-rows">
        {directions.map((one) => (
          <li key={one.id} className="gap-row">
            <span>{one.name}{one.retiredAt ? <> <Tag>{t("retired")}</Tag></> : null}<span className="small muted num block">{one.group ? `${t("group", { name: one.group })}, ` : ""}{t("initiatives", { count: one.initiatives })}</span></span>
            <span className="acts">
              <Button variant="plain" onPress={() => setEdited(one)} aria-label={`${t("rename")}: ${one.name}`}>{t("rename")}</Button>
              {one.retiredAt
                ? <Button variant="plain" onPress={async () => await retire.run({ municipalityId, directionId: one.id, isRetired: false })} aria-label={`${t("restore")}: ${one.name}`}>{t("restore")}</Button>
                : <Button variant="plain" onPress={() => setRetired(one)} aria-label={`${t("retire")}: ${one.name}`}>{t("retire")}</Button>}
            </span>
          </li>
        ))}
      </ol>
      <div className="acts mt-4"><Button onPress={() => setEdited("new")}>{t("add")}</Button></div>
      <Dialog title={edited === "new" ? t("add") : t("rename")} isOpen={edited !== null} onOpenChange={(isOpen) => (isOpen ? null : setEdited(null))} keepOpenOutside labels={{ close: form("close") }}>
        {edited ? <DirectionForm municipalityId={municipalityId} direction={edited === "new" ? null : edited} onDone={() => { setEdited(null); refresh(); }} /> : null}
      </Dialog>
      <AlertDialog title={t("retireTitle")} isOpen={retired !== null} onOpenChange={(isOpen) => (isOpen ? null : setRetired(null))} cancel={form("cancel")} confirm={{ label: t("retire"), danger: true, onPress: async () => await retire.run({ municipalityId, directionId: retired?.id ?? "", isRetired: true }) }}>
        <p>{t("retireText", { name: retired?.name ?? "" })}</p>
      </AlertDialog>
    </>
  );
}

function DirectionForm({ municipalityId, direction, onDone }: { readonly municipalityId: string; readonly direction: OwnDirection | null; readonly onDone: () => void }) {
  const t = useTranslations("structure.directions");
  const errors = useErrorWords();
  const { saveOwnDirection } = useCalls();
  const [typed, setTyped] = useState({ name: direction?.name ?? "", nameEn: direction?.nameEn ?? "" });
  const send = useSend(saveOwnDirectionInput, saveOwnDirection, () => { toast({ tone: "done", title: t("saved") }); onDone(); });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ municipalityId, directionId: direction?.id ?? null, ...typed, seen: direction?.name ?? null }); }}>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{ name: { id: "own-direction-name", label: t("name") }, nameEn: { id: "own-direction-nameEn", label: t("nameEn") } }} />
      <TextField id="own-direction-name" label={t("name")} hint={t("nameHint")} value={typed.name} onChange={(name) => setTyped({ ...typed, name })} error={errors.field(send.problem, "name")} />
      <TextField id="own-direction-nameEn" label={t("nameEn")} mark={t("optional")} value={typed.nameEn} onChange={(nameEn) => setTyped({ ...typed, nameEn })} error={errors.field(send.problem, "nameEn")} />
      <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("save")}</Button></div>
    </form>
  );
}
