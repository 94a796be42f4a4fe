"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formatMoment } from "@/shared/dates/format";
import { InputField } from "@/ui/form/input-field";
import { useSend } from "@/ui/form/use-send";
import { buttonClass } from "@/ui/page/button-class";
import { Facts } from "@/ui/page/facts";
import { decideLateInput, lateLimits, type DecideLateInput, type DecideLateOutput, type LateSheet } from "../schema";

interface Props {
  readonly rows: readonly LateSheet[];
  readonly now: Date;
  readonly decide: (input: DecideLateInput) => Promise<DecideLateOutput>;
}

/** What waits for the responsible person, each with what may be done. */
export function LateList({ rows, ...props }: Props) {
  return (
    <ul className="record-list">
      {rows.map((row) => <li key={row.id}><Item row={row} {...props} /></li>)}
    </ul>
  );
}

function Item({ row, now, decide }: Omit<Props, "rows"> & { readonly row: LateSheet }) {
  const [t, paper] = [useTranslations("initiatives.late"), useTranslations("initiatives.paper")];
  const errors = useTranslations("errors");
  const locale = useLocale();
  const router = useRouter();
  const [reason, setReason] = useState("");
  const [settled, setSettled] = useState<DecideLateOutput | null>(null);
  const send = useSend(decideLateInput, decide, (output) => { setSettled(output); router.refresh(); });
  const wrong = send.errorOf("reason");
  const refused = send.problem && errors((wrong?.key ?? send.problem.code) as "request.failed", wrong?.params ?? send.problem.params);
  const { title, essence, expectedResult, placeText } = row.content;
  const moment = (at: Date) => formatMoment(at, { now, zone: row.timeZone, locale });
  return (
    <article className="stack">
      <h2>{title}</h2>
      <p className="said max-w-measure">{essence}</p>
      <Facts
        items={[
          { term: t("result"), value: expectedResult },
          { term: t("author"), value: row.author },
          { term: t("organisation"), value: `${row.organisation}, ${row.municipality}` },
          ...(row.directionName ? [{ term: t("direction"), value: row.directionName }] : []),
          ...(placeText ? [{ term: t("place"), value: placeText }] : []),
          { term: paper("takenAt"), value: moment(row.takenAt) },
          { term: paper("received"), value: moment(row.arrivedAt) },
          { term: t("paperCase"), value: row.paperCase || paper("scanNote") },
        ]}
      />
      {settled ? <p role="status">{settled.publicNumber === null ? t("declined") : t("done", { number: settled.publicNumber })}</p> : (
        <>
          <InputField name={`reason-${row.id}`} label={t("reason")} hint={t("reasonHint")} error={refused ?? undefined} value={reason} maxLength={lateLimits.reason} onChange={({ target }) => setReason(target.value)} />
          <div className="acts">
            <button type="button" className={buttonClass({ variant: "primary" })} aria-disabled={send.isBusy} onClick={() => void send.run({ id: row.id, letIn: true })}>{t("letIn")}</button>
            <button type="button" className={buttonClass({ variant: "quiet" })} aria-disabled={send.isBusy} onClick={() => void send.run({ id: row.id, letIn: false, reason })}>{t("decline")}</button>
          </div>
        </>
      )}
    </article>
  );
}
