"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AlertDialog } from "@/ui/dialog/alert-dialog";
import { Answered } from "@/ui/dialogue/answered";
import { Button } from "@/ui/form/button";
import { Checkbox } from "@/ui/form/checkbox";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import type { QueueRow } from "../queue/schema";
import { confirmBatchInput, type BatchOutput } from "../schema";
import type { ConfirmBatch } from "./calls";
import { ProblemNotice } from "./problem-notice";
import { TermTag } from "./term-tag";
import { useStep } from "./use-step";

interface Props {
  readonly rows: readonly QueueRow[];
  readonly confirm: ConfirmBatch;
}

/** The lead reads what was prepared and confirms it together; each goes with the version that he has read. */
export function BatchForm({ rows, confirm }: Props) {
  const t = useTranslations("considering");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const [result, setResult] = useState<BatchOutput | null>(null);
  const chosen = rows.filter((row) => !left.has(row.id));
  const { problem, attempt, run, refuse } = useStep<{ items: { initiativeId: string; version: number }[] }>(confirmBatchInput, async (input) => setResult(await confirm(input)), () => undefined, () => undefined);
  if (result) return <BatchResult result={result} />;
  const toggle = (id: string) => (isOn: boolean) => setLeft((before) => { const after = new Set(before); if (isOn) after.delete(id); else after.add(id); return after; });
  return (
    <>
      <ul className="grid gap-6">
        {rows.map((row) => (
          <li key={row.id}>
            <Checkbox isSelected={!left.has(row.id)} onChange={toggle(row.id)} note={<span className="num">{row.publicNumber}</span>}><b>{row.title}</b></Checkbox>
            <Answered draft who={<TermTag term={row.term} dueAt={row.dueAt} timeZone={row.timeZone} />} level={2} title={row.proposal ? verdictOf(row.proposal) : undefined}>
              {row.proposal?.text ? row.proposal.text.split("\n").filter(Boolean).map((line, at) => <p key={at}>{line}</p>) : <p className="muted">{t("batch.answerEmpty")}</p>}
              <p className="small mt-2"><Link className="link" href={`/desk/queue/${row.id}`}>{t("batch.separately")}</Link></p>
            </Answered>
          </li>
        ))}
      </ul>
      <div className="mt-6">
        <ProblemNotice problem={problem} attempt={attempt} level={2} fields={{}} />
        <div className="acts">
          <Button onPress={() => (chosen.length > 0 ? setAsking(true) : refuse({ code: "request.invalid", params: {}, fields: [] }))} isDisabled={chosen.length === 0}>{t("batch.confirm", { count: chosen.length })}</Button>
          <LinkButton variant="plain" href="/desk/queue">{t("batch.toQueue")}</LinkButton>
        </div>
        {chosen.length === 0 ? <p className="small muted mt-2">{t("batch.none")}</p> : null}
      </div>
      <AlertDialog
        title={t("batch.ask", { count: chosen.length })} isOpen={isAsking} onOpenChange={setAsking} cancel={t("form.cancel")}
        confirm={{ label: t("batch.confirm", { count: chosen.length }), onPress: async () => await run({ items: chosen.map(({ id, version }) => ({ initiativeId: id, version })) }) }}
      >
        <p>{t("batch.askText")}</p>
      </AlertDialog>
    </>
  );

  function verdictOf({ decision, competence }: NonNullable<QueueRow["proposal"]>): string {
    return decision === "beyondCompetence" && competence ? `${t(`decision.${decision}`)}: ${t(`competence.${competence}`)}` : t(`decision.${decision}`);
  }
}

function BatchResult({ result }: { readonly result: BatchOutput }) {
  const t = useTranslations("considering.batch");
  const status = useTranslations("initiatives.status");
  const changed = result.results.filter((one) => one.outcome === "changedMeanwhile");
  const confirmed = result.results.length - changed.length;
  return (
    <Notice tone={changed.length === 0 ? "done" : "soon"} live title={t("result", { confirmed })} actions={<LinkButton href="/desk/queue">{t("toQueue")}</LinkButton>}>
      {changed.length > 0 ? (
        <>
          <p>{t("changed", { changed: changed.length })}</p>
          <ul className="mt-2 grid gap-1">
            {changed.map((one) => <li key={one.initiativeId}><Link className="link" href={`/desk/queue/${one.initiativeId}`}>{one.title}</Link> <span className="small muted">{status(one.status)}</span></li>)}
          </ul>
        </>
      ) : null}
    </Notice>
  );
}
