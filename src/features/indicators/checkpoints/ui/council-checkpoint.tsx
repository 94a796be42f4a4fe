"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { Panel } from "@/ui/page/panel";
import { Tag } from "@/ui/page/tag";
import { Table } from "@/ui/table/table";
import { codeOf, type IndicatorCalls } from "../../ui/calls";
import { dayOfMonth } from "../../ui/names";
import { useErrorSentence } from "../../ui/use-error-sentence";
import { useNumbers } from "../../ui/use-numbers";
import { clockOf } from "../rules";
import type { CouncilCheckpoint } from "../schema";

interface Props {
  readonly checkpoint: CouncilCheckpoint;
  readonly now: Date;
  readonly calls: Pick<IndicatorCalls, "takeNote" | "refresh">;
}

const zone = "Europe/Moscow";
type Row = CouncilCheckpoint["rows"][number];

/** What the last checkpoint showed: the council takes note of what heads have approved. */
export function CouncilCheckpointPanel({ checkpoint, now, calls }: Props) {
  const all = useTranslations("indicators");
  const t = useTranslations("indicators.council");
  const locale = useLocale();
  const { whole } = useNumbers();
  const sentence = useErrorSentence();
  const day = (instant: Date) => formatDay(plainDateIn(zone, instant), { now, zone, locale });
  const waiting = checkpoint.rows.filter(({ figures }) => figures.approvedAt !== null && figures.notedAt === null);
  const takeNote = async (rows: readonly Row[]) => {
    try {
      const count = await calls.takeNote({ checkpointId: checkpoint.id, municipalityIds: rows.map(({ municipalityId }) => municipalityId) });
      toast({ title: t("noteTaken", { count }), tone: "done" });
    } catch (error) {
      toast({ title: sentence(codeOf(error)), tone: "late" });
    }
    calls.refresh();
  };
  const of = (actual: number, target: number | null) => (target === null ? whole(actual) : all("morning.actualOf", { actual: whole(actual), target: whole(target) }));
  const state = (row: Row) => {
    const { approvedAt, approvedOnPaper, notedAt } = row.figures;
    if (!approvedAt) return <span className="muted">{t("notApproved")}</span>;
    if (notedAt) return <Tag tone="done">{all("checkpoints.noted", { date: day(notedAt) })}</Tag>;
    const approved = all(approvedOnPaper ? "checkpoints.approvedOnPaper" : "checkpoints.approved", { date: day(approvedAt) });
    return <span className="acts">{approved}<Button variant="plain" aria-label={`${t("takeNote")}: ${row.shortName}`} onPress={async () => await takeNote([row])}>{t("takeNote")}</Button></span>;
  };
  const date = checkpoint.minutes === 1440 ? all("checkpoints.atEndOfDay", { date: dayOfMonth(checkpoint.date, locale) }) : all("checkpoints.at", { date: dayOfMonth(checkpoint.date, locale), time: clockOf(checkpoint.minutes) });
  return (
    <Panel title={t("checkpoint", { name: checkpoint.name, date })} id="checkpoint">
      <p className="muted mb-3">{t("checkpointNote")}</p>
      {waiting.length > 0 ? <p className="mb-4"><Button variant="quiet" onPress={async () => await takeNote(waiting)}>{t("takeNoteAll", { count: waiting.length })}</Button></p> : null}
      <details>
        <summary className="link">{t("table")}: {checkpoint.rows.length}</summary>
        <Table
          caption={t("checkpoint", { name: checkpoint.name, date })}
          captionHidden
          rows={checkpoint.rows}
          rowKey={(row) => row.municipalityId}
          columns={[
            { id: "name", header: t("column.name"), rowHeader: true, cell: (row) => row.shortName },
            { id: "users", header: t("column.users"), align: "end", cell: (row) => of(row.figures.users, row.figures.usersTarget) },
            { id: "net", header: t("column.net"), align: "end", cell: (row) => of(row.figures.net, row.figures.initiativesTarget) },
            { id: "state", header: t("column.state"), cell: state },
          ]}
        />
      </details>
    </Panel>
  );
}
