"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { formatMoment } from "@/shared/dates/format";
import { newId } from "@/shared/ids/id";
import { InputField } from "@/ui/form/input-field";
import { buttonClass } from "@/ui/page/button-class";
import { Link } from "@/ui/page/link";
import { refusalOf } from "../../drafts/ui/draft-api";
import { moderatorsActions, type RemarkAction } from "../rules";
import type { Remark, SettleInput } from "../schema";

interface Props {
  readonly rows: readonly Remark[];
  readonly now: Date;
  readonly settle: (input: SettleInput) => Promise<unknown>;
}

/** What waits for a moderator, each with what may be done. */
export function RemarkList({ rows, now, settle }: Props) {
  return (
    <ul className="record-list">
      {rows.map((row) => <li key={`${row.id} ${row.state}`}><Item row={row} now={now} settle={settle} /></li>)}
    </ul>
  );
}

function Item({ row, now, settle }: Omit<Props, "rows"> & { readonly row: Remark }) {
  const t = useTranslations("initiatives.remarks");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const router = useRouter();
  const key = useRef("");
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const run = async (action: RemarkAction) => {
    if (isBusy) return;
    setBusy(true);
    setRefused(null);
    try {
      await settle({ remarkId: row.id, action: action as SettleInput["action"], reason, key: (key.current ||= newId()) });
      router.refresh();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) key.current = "";
      const [field] = Object.values(refusal?.fields ?? {});
      setRefused(errors((field ?? refusal?.code ?? "request.unavailable") as "request.failed", refusal?.params));
      setBusy(false);
    }
  };
  const actions = moderatorsActions(row.kind, row.state);
  return (
    <article className="stack">
      <p className="small muted num">{[row.kind === "report" ? t("kind.report", { reason: t(`reason.${row.reason ?? "other"}`) }) : t("kind.question"), row.municipality, formatMoment(row.at, { now, zone: row.timeZone, locale })].join(" · ")}</p>
      <h2><Link className="link" href={`/initiatives/${row.number}`}>{row.title}</Link></h2>
      {row.text ? <p className="said max-w-measure">{row.text}</p> : null}
      {row.answer ? <div className="answered max-w-measure"><p className="who">{t("answered")}</p><p>{row.answer}</p></div> : null}
      {actions.includes("refuse") ? <InputField name={`reason-${row.id}`} label={t("refuseReason")} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} /> : null}
      {refused ? <p className="error" role="alert">{refused}</p> : null}
      <div className="acts">
        {actions.map((action, at) => <button key={action} type="button" className={buttonClass({ variant: at === 0 ? "primary" : "quiet" })} aria-disabled={isBusy} onClick={() => void run(action)}>{t(`action.${action as SettleInput["action"]}`)}</button>)}
      </div>
    </article>
  );
}
