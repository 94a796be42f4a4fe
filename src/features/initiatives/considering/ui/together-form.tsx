"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Answered } from "@/ui/dialogue/answered";
import { Button } from "@/ui/form/button";
import { Checkbox } from "@/ui/form/checkbox";
import { RadioGroup } from "@/ui/form/radio-group";
import { TextArea } from "@/ui/form/text-area";
import { Link } from "@/ui/page/link";
import { LinkButton } from "@/ui/page/link-button";
import { Notice } from "@/ui/page/notice";
import { decisions, type Decision } from "../../lifecycle";
import { competencesFor, problemOf, type Competence } from "../rules";
import { consideringLimits } from "../schema";
import { fillTemplate } from "../together/rules";
import { prepareTogetherInput, type AlikeRow, type PrepareTogetherInput, type TogetherOutput } from "../together/schema";
import { ProblemNotice } from "./problem-notice";
import { keptName, useKept } from "./use-kept";
import { useStep } from "./use-step";
import { useErrorWords } from "./use-words";

interface Props {
  /** the one that it began with stands first */
  readonly rows: readonly AlikeRow[];
  readonly prepare: (input: PrepareTogetherInput) => Promise<TogetherOutput>;
}

interface Typed {
  readonly decision: Decision | null;
  readonly competence: Competence | null;
  readonly template: string;
}

const ids = { decision: "together-decision", competence: "together-competence", template: "together-template" };

/** Like ones answered by one template; each answer is shown as its author will read it. */
export function TogetherForm({ rows, prepare }: Props) {
  const t = useTranslations("considering");
  const errors = useErrorWords();
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set(rows.filter((row, at) => at > 0 && row.hasProposal).map(({ id }) => id)));
  const [result, setResult] = useState<TogetherOutput | null>(null);
  const { typed, keep, forget } = useKept<Typed>(keptName(rows[0]?.id ?? "", "together"));
  const value: Typed = typed ?? { decision: null, competence: null, template: "" };
  const { problem, attempt, run, refuse } = useStep<Omit<PrepareTogetherInput, "key">>(prepareTogetherInput, async (input) => setResult(await prepare(input)), forget, () => undefined);
  const chosen = rows.filter(({ id }) => !left.has(id));
  const issueOf = (path: string) => errors.field(problem?.fields.find((issue) => issue.path === path));
  const toggle = (id: string) => (isOn: boolean) => setLeft((before) => { const after = new Set(before); if (isOn) after.delete(id); else after.add(id); return after; });
  const isBeyond = value.decision === "beyondCompetence";
  const send = async () => {
    const { decision, template } = value;
    if (decision === null) return refuse({ code: "request.invalid", params: {}, fields: [{ path: "decision", key: "field.choice", params: {} }] });
    const competence = isBeyond ? value.competence : "municipal";
    const wrong = problemOf({ decision, competence, text: template });
    if (wrong) return refuse({ code: "request.invalid", params: {}, fields: [{ path: wrong.field === "text" ? "template" : wrong.field, key: wrong.message, params: { min: 10 } }] });
    await run({ items: chosen.map(({ id, version }) => ({ initiativeId: id, version })), decision, competence, template });
  };
  if (result) return <TogetherResult result={result} />;
  return (
    <>
      <ProblemNotice problem={problem} attempt={attempt} level={2} fields={{ decision: { id: ids.decision, label: t("form.decision") }, competence: { id: ids.competence, label: t("form.competence") }, template: { id: ids.template, label: t("together.template") } }} />
      <div className="stack">
        <RadioGroup id={ids.decision} label={t("form.decision")} error={issueOf("decision")} value={value.decision} onChange={(decision) => keep({ ...value, decision: decision as Decision })} options={decisions.map((one) => ({ value: one, label: t(`decision.${one}`) }))} />
        {isBeyond ? <RadioGroup id={ids.competence} label={t("form.competence")} error={issueOf("competence")} value={value.competence} onChange={(competence) => keep({ ...value, competence: competence as Competence })} options={competencesFor("beyondCompetence").map((one) => ({ value: one, label: t(`competence.${one}`) }))} /> : null}
        <TextArea
          id={ids.template} label={t("together.template")} hint={t("together.templateHint")} rows={6} value={value.template} onChange={(template) => keep({ ...value, template })} error={issueOf("template")}
          limit={consideringLimits.answer} counter={(remaining) => (remaining < 0 ? t("form.over", { count: -remaining }) : remaining <= 400 ? t("form.left", { count: remaining }) : null)}
        />
      </div>
      <ul className="mt-6 grid gap-6">
        {rows.map((row) => (
          <li key={row.id}>
            <Checkbox isSelected={!left.has(row.id)} onChange={toggle(row.id)} note={<span className="num">{row.publicNumber}{row.hasProposal ? ` · ${t("queue.awaitsLead")}` : ""}</span>}><b>{row.title}</b></Checkbox>
            <p className="small muted mt-1">{row.essence.length > 240 ? `${row.essence.slice(0, 237).trimEnd()}…` : row.essence}</p>
            {!left.has(row.id) && value.template.trim() !== "" ? (
              <Answered draft who={t("together.preview")} level={2} title={value.decision ? t(`decision.${value.decision}`) : undefined}>
                {fillTemplate(value.template, { number: String(row.number), title: row.title }).split("\n").filter(Boolean).map((line, at) => <p key={at}>{line}</p>)}
              </Answered>
            ) : null}
            <p className="small mt-1"><Link className="link" href={`/desk/queue/${row.id}`}>{t("batch.separately")}</Link></p>
          </li>
        ))}
      </ul>
      <div className="acts mt-6">
        <Button onPress={send} isDisabled={chosen.length === 0}>{t("together.send", { count: chosen.length })}</Button>
        <LinkButton variant="plain" href="/desk/queue">{t("batch.toQueue")}</LinkButton>
      </div>
    </>
  );
}

function TogetherResult({ result }: { readonly result: TogetherOutput }) {
  const t = useTranslations("considering");
  const changed = result.results.filter((one) => one.outcome === "changedMeanwhile");
  return (
    <Notice tone={changed.length === 0 ? "done" : "soon"} live title={t("together.result", { prepared: result.results.length - changed.length })} actions={<LinkButton href="/desk/queue?filter=proposal">{t("together.toProposals")}</LinkButton>}>
      {changed.length > 0 ? (
        <>
          <p>{t("batch.changed", { changed: changed.length })}</p>
          <ul className="mt-2 grid gap-1">{changed.map((one) => <li key={one.initiativeId}><Link className="link" href={`/desk/queue/${one.initiativeId}`}>{one.title}</Link></li>)}</ul>
        </>
      ) : null}
    </Notice>
  );
}
