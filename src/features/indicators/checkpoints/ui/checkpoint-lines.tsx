import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import { Tag } from "@/ui/page/tag";
import { dayOfMonth } from "../../ui/names";
import { useNumbers } from "../../ui/use-numbers";
import { clockOf } from "../rules";
import type { Checkpoint } from "../schema";

interface Props {
  readonly checkpoints: readonly Checkpoint[];
  readonly zone: string;
  readonly now: Date;
  /** what may be done with one */
  readonly actions?: (checkpoint: Checkpoint) => ReactNode;
}

/** Dates with what each showed, whether it is approved and noted, and what has come since. */
export function CheckpointLines({ checkpoints, zone, now, actions }: Props) {
  const t = useTranslations("indicators.checkpoints");
  const locale = useLocale();
  if (checkpoints.length === 0) return <p className="muted">{t("emptyText")}</p>;
  return (
    <ol className="record-list">
      {checkpoints.map((one) => (
        <li key={one.id}>
          <h3>{one.name}</h3>
          <p className="muted">
            {one.minutes === 1440 ? t("atEndOfDay", { date: dayOfMonth(one.date, locale) }) : t("at", { date: dayOfMonth(one.date, locale), time: clockOf(one.minutes) })} · {t(one.common ? "common" : "own")}
          </p>
          <Shown checkpoint={one} zone={zone} now={now} />
          {actions?.(one)}
        </li>
      ))}
    </ol>
  );
}

function Shown({ checkpoint: { figures, since, deadline }, zone, now }: Omit<Props, "checkpoints" | "actions"> & { readonly checkpoint: Checkpoint }) {
  const t = useTranslations("indicators.checkpoints");
  const locale = useLocale();
  const { whole } = useNumbers();
  if (!figures) return <p>{deadline > now ? <Tag>{t("ahead")}</Tag> : <Tag tone="soon">{t("freezing")}</Tag>}</p>;
  const day = (instant: Date) => formatDay(plainDateIn(zone, instant), { now, zone, locale });
  const { users, net, usersTarget, initiativesTarget, approvedAt, approvedOnPaper, notedAt } = figures;
  const signed = (value: number) => (value > 0 ? `+${whole(value)}` : whole(value));
  return (
    <>
      <p className="num">
        {usersTarget !== null && initiativesTarget !== null ? t("frozenOf", { users: whole(users), usersTarget: whole(usersTarget), net: whole(net), initiativesTarget: whole(initiativesTarget) }) : t("frozen", { users, net })}
      </p>
      {since && (since.users !== 0 || since.net !== 0) ? <p className="small muted num">{t("since", { users: signed(since.users), net: signed(since.net) })}</p> : null}
      <p className="acts">
        {approvedAt ? <Tag tone="done" wrap>{t(approvedOnPaper ? "approvedOnPaper" : "approved", { date: day(approvedAt) })}</Tag> : <Tag tone="soon">{t("toApprove")}</Tag>}
        {notedAt ? <Tag wrap>{t("noted", { date: day(notedAt) })}</Tag> : null}
      </p>
    </>
  );
}
