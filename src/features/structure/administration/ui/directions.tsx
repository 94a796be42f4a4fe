"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AlertDialog } from "@/ui/dialog/alert-dialog";
import { Dialog } from "@/ui/dialog/dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { TextField } from "@/ui/form/text-field";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { removeDirectionInput, saveDirectionInput, type AdminRound } from "../schema";

type Direction = AdminRound["directions"][number];

interface Props {
  readonly marathonId: string;
  readonly directions: readonly Direction[];
}

/** Common directions of the round, in their order. */
export function Directions({ marathonId, directions }: Props) {
  const t = useTranslations("structure");
  const { refresh, removeDirection } = useCalls();
  const [edited, setEdited] = useState<Direction | "new" | null>(null);
  const [removed, setRemoved] = useState<Direction | null>(null);
  const remove = useSend(removeDirectionInput, removeDirection, () => { toast({ tone: "done", title: t("round.directionRemoved") }); refresh(); });
  return (
    <>
      <ProblemNotice problem={remove.problem} attempt={remove.attempt} ids={{}} />
      <ol className="gap-rows">
        {directions.map((one) => (
          <li key={one.id} className="gap-row">
            <span>{one.name}<span className="small muted num block">{t("round.initiatives", { count: one.initiatives })}</span></span>
            <span className="acts">
              <Button variant="plain" onPress={() => setEdited(one)} aria-label={`${t("round.rename")}: ${one.name}`}>{t("round.rename")}</Button>
              {one.initiatives === 0 ? <Button variant="plain" onPress={() => setRemoved(one)} aria-label={`${t("round.remove")}: ${one.name}`}>{t("round.remove")}</Button> : null}
            </span>
          </li>
        ))}
      </ol>
      <div className="acts mt-4"><Button variant="quiet" onPress={() => setEdited("new")}>{t("round.addDirection")}</Button></div>
      <Dialog title={edited === "new" ? t("round.addDirection") : t("round.rename")} isOpen={edited !== null} onOpenChange={(isOpen) => (isOpen ? null : setEdited(null))} keepOpenOutside labels={{ close: t("form.close") }}>
        {edited ? <DirectionForm marathonId={marathonId} direction={edited === "new" ? null : edited} onDone={() => { setEdited(null); refresh(); }} /> : null}
      </Dialog>
      <AlertDialog title={t("round.removeTitle")} isOpen={removed !== null} onOpenChange={(isOpen) => (isOpen ? null : setRemoved(null))} cancel={t("form.cancel")} confirm={{ label: t("round.remove"), danger: true, onPress: async () => await remove.run({ marathonId, directionId: removed?.id ?? "" }) }}>
        <p>{removed?.name}</p>
      </AlertDialog>
    </>
  );
}

function DirectionForm({ marathonId, direction, onDone }: { readonly marathonId: string; readonly direction: Direction | null; readonly onDone: () => void }) {
  const t = useTranslations("structure.round");
  const errors = useErrorWords();
  const { saveDirection } = useCalls();
  const [typed, setTyped] = useState({ name: direction?.name ?? "", nameEn: direction?.nameEn ?? "" });
  const send = useSend(saveDirectionInput, saveDirection, () => { toast({ tone: "done", title: t("saved") }); onDone(); });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send.run({ marathonId, directionId: direction?.id ?? null, ...typed, seen: direction?.name ?? null }); }}>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{ name: { id: "direction-name", label: t("directionName") }, nameEn: { id: "direction-nameEn", label: t("directionNameEn") } }} />
      <TextField id="direction-name" label={t("directionName")} value={typed.name} onChange={(name) => setTyped({ ...typed, name })} error={errors.field(send.problem, "name")} />
      <TextField id="direction-nameEn" label={t("directionNameEn")} value={typed.nameEn} onChange={(nameEn) => setTyped({ ...typed, nameEn })} error={errors.field(send.problem, "nameEn")} />
      <div className="acts mt-6"><Button type="submit" isPending={send.isBusy}>{t("save")}</Button></div>
    </form>
  );
}
