"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { AlertDialog } from "@/ui/dialog/alert-dialog";
import { Dialog } from "@/ui/dialog/dialog";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { EmptyState } from "@/ui/page/empty-state";
import { Notice } from "@/ui/page/notice";
import { useSend } from "@/ui/form/use-send";
import type { Chart } from "../../chart/schema";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { endGroupInput, saveGroupInput } from "../schema";
import { GroupForm } from "./group-form";

interface Props {
  readonly chart: Chart;
}

/** «Кто рассматривает инициативы?»: each direction has one group; what is left stands on top. */
export function GroupsStep({ chart }: Props) {
  const t = useTranslations("structure");
  const locale = useLocale();
  const { refresh, endGroup, saveGroup } = useCalls();
  const [edited, setEdited] = useState<{ groupId: string | null } | null>(null);
  const [closing, setClosing] = useState<string | null>(null);
  const groups = chart.bodies.filter(({ kind }) => kind === "workingGroup");
  const free = chart.directions.filter(({ groupId }) => groupId === null);
  const nameOf = (one: Chart["directions"][number]) => (locale === "en" ? one.nameEn : one.name);
  const one = useSend(saveGroupInput, saveGroup, () => { toast({ tone: "done", title: t("setup.groups.saved") }); refresh(); });
  const end = useSend(endGroupInput, endGroup, () => { toast({ tone: "done", title: t("setup.groups.closed") }); refresh(); });
  const all = async () => await one.run({ municipalityId: chart.place.id, groupId: null, name: groups.length === 0 ? t("setup.groups.oneName") : t("setup.groups.restName"), directionIds: free.map(({ id }) => id), seen: null });
  const oneButton = free.length > 0 ? <Button variant={groups.length === 0 ? "quiet" : "plain"} onPress={all}>{groups.length === 0 ? t("setup.groups.one") : t("setup.groups.rest")}</Button> : null;
  const add = <Button variant={groups.length === 0 ? "primary" : "quiet"} onPress={() => setEdited({ groupId: null })}>{t("setup.groups.add")}</Button>;
  return (
    <>
      <ProblemNotice problem={one.problem ?? end.problem} attempt={one.attempt + end.attempt} ids={{}} />
      {groups.length > 0 && free.length > 0 ? (
        <div className="mb-5">
          <Notice tone="soon" title={t("setup.groups.free", { count: free.length })} actions={oneButton}>
            <p>{free.map(nameOf).join(", ")}</p>
          </Notice>
        </div>
      ) : null}
      {groups.length === 0 ? (
        <EmptyState title={t("setup.groups.emptyTitle")} actions={<>{add}{oneButton}</>}><p>{t("setup.groups.emptyText")}</p></EmptyState>
      ) : (
        <>
          <ul className="record-list">
            {groups.map((group) => (
              <li key={group.id}>
                <h2 className="row-title">{group.name}</h2>
                <p className="muted">{chart.directions.filter(({ groupId }) => groupId === group.id).map(nameOf).join(", ") || t("chart.noDirections")}</p>
                <div className="acts">
                  <Button variant="quiet" onPress={() => setEdited({ groupId: group.id })} aria-label={`${t("setup.groups.change")}: ${group.name}`}>{t("setup.groups.change")}</Button>
                  <Button variant="plain" onPress={() => setClosing(group.id)} aria-label={`${t("setup.groups.close")}: ${group.name}`}>{t("setup.groups.close")}</Button>
                </div>
              </li>
            ))}
          </ul>
          <div className="acts mt-5">{add}</div>
        </>
      )}
      <Dialog title={edited?.groupId ? t("setup.groups.changeTitle") : t("setup.groups.addTitle")} isOpen={edited !== null} onOpenChange={(isOpen) => (isOpen ? null : setEdited(null))} keepOpenOutside labels={{ close: t("form.close") }}>
        {edited ? <GroupForm key={edited.groupId ?? "new"} chart={chart} groupId={edited.groupId} onDone={() => { setEdited(null); refresh(); }} /> : null}
      </Dialog>
      <AlertDialog
        title={t("setup.groups.closeTitle")} isOpen={closing !== null} onOpenChange={(isOpen) => (isOpen ? null : setClosing(null))} cancel={t("form.cancel")}
        confirm={{ label: t("setup.groups.close"), danger: true, onPress: async () => await end.run({ municipalityId: chart.place.id, groupId: closing ?? "" }) }}
      >
        <p>{t("setup.groups.closeText")}</p>
      </AlertDialog>
    </>
  );
}
