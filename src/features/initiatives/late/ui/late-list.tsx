"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { formatMoment } from "@/shared/dates/format";
import { newId } from "@/shared/ids/id";
import { InputField } from "@/ui/form/input-field";
import { buttonClass } from "@/ui/page/button-class";
import { Facts } from "@/ui/page/facts";
import { refusalOf } from "../../drafts/ui/draft-api";
import { lateLimits, type DecideLateInput, type DecideLateOutput, type LateSheet } from "../schema";

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
  const key = useRef("");
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [settled, setSettled] = useState<DecideLateOutput | null>(null);
  const run = async (letIn: boolean) => {
    if (isBusy) return;
    setBusy(true);
    setRefused(null);
    try {
      setSettled(await decide({ id: row.id, letIn, reason: letIn ? "" : reason, key: (key.current ||= newId()) }));
      router.refresh();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) key.current = "";
      const [field] = Object.values(refusal?.fields ?? {});
      setRefused(errors((field ?? refusal?.code ?? "request.unavailable") as "request.failed", refusal?.params));
      setBusy(false);
    }
  };
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
            <button type="button" className={buttonClass({ variant: "primary" })} aria-disabled={isBusy} onClick={() => void run(true)}>{t("letIn")}</button>
            <button type="button" className={buttonClass({ variant: "quiet" })} aria-disabled={isBusy} onClick={() => void run(false)}>{t("decline")}</button>
          </div>
        </>
      )}
    </article>
  );
}
