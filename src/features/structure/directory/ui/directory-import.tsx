"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Button } from "@/ui/form/button";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { useSend } from "@/ui/form/use-send";
import { useCalls } from "../../ui/calls";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { confirmInput, decideInput, discardInput, isUnderWay, noDecisions, type Decisions, type DirectoryImport as Import, type DirectoryOpening } from "../schema";
import { linesOf, PreviewStep } from "./preview-step";
import { ProblemList } from "./problem-list";
import { UploadStep } from "./upload-step";
import { useImport } from "./use-import";

interface Props {
  readonly municipalityId: string | null;
  readonly opening: DirectoryOpening;
}

/** File → what it would do, cell by cell → written. What was begun is found again after a reload. */
export function DirectoryImport({ municipalityId, opening }: Props) {
  const [importId, setImportId] = useState<string | null>(opening.openImportId);
  const { found, again } = useImport(importId);
  if (importId === null) return <UploadStep municipalityId={municipalityId} regions={opening.regions} onSent={setImportId} />;
  return found ? <Stage found={found} again={again} onLeave={() => setImportId(null)} /> : null;
}

interface StageProps {
  readonly found: Import;
  readonly again: () => void;
  readonly onLeave: () => void;
}

function Stage({ found, again, onLeave }: StageProps) {
  const t = useTranslations("structure.directory");
  const errors = useErrorWords();
  const calls = useCalls();
  const decide = useSend(decideInput, calls.decideImport, again);
  const confirm = useSend(confirmInput, calls.confirmImport, again);
  const discard = useSend(discardInput, calls.discardImport, onLeave);
  const leave = <Button variant="plain" isPending={discard.isBusy} onPress={async () => void (await discard.run({ importId: found.id }))}>{t("discard")}</Button>;
  const look = async (decisions: Decisions) => await decide.run({ importId: found.id, decisions });
  if (isUnderWay(found.state)) {
    return (
      <Progress found={found}>
        <ProblemNotice problem={discard.problem} attempt={discard.attempt} ids={{}} />
        <Button variant="quiet" isPending={discard.isBusy} onPress={async () => void (await discard.run({ importId: found.id }))}>{t("stop")}</Button>
      </Progress>
    );
  }
  if (found.state === "failed") {
    const canRepeat = found.preview !== null || found.problem?.code === "import.brokenOff" || found.problem?.code === "request.failed";
    return (
      <Notice tone="late" live title={t(found.preview ? "notWritten" : "failed")} actions={<>{canRepeat ? <Button isPending={decide.isBusy} onPress={async () => void (await look(found.decisions))}>{t("lookAgain")}</Button> : null}{leave}</>}>
        <p>{found.fileName}</p>
        <p>{found.problem ? errors.say(found.problem.code, found.problem.params) : null}</p>
      </Notice>
    );
  }
  const { preview } = found;
  if (!preview) return null;
  const lines = linesOf(preview);
  if (found.state === "done") {
    return (
      <Notice tone="done" live title={t("done")} actions={<Button onPress={onLeave}>{t("again")}</Button>}>
        {lines.map(({ kind, ...counts }) => <p key={kind}>{t("doneText", { name: t(`kinds.${kind}`), ...counts })}</p>)}
      </Notice>
    );
  }
  const sum = (of: "problem" | "new" | "changed") => lines.reduce((total, line) => total + line[of], 0);
  const [problems, writes] = [sum("problem"), sum("new") + sum("changed")];
  const repair = async (keys: readonly string[] | "all") => await look(keys === "all" ? { ...noDecisions, all: true } : { ...found.decisions, repairs: [...found.decisions.repairs, ...keys] });
  return (
    <div className="stack">
      <PreviewStep found={found} preview={preview} />
      <ProblemNotice problem={decide.problem ?? discard.problem} attempt={decide.attempt + discard.attempt} ids={{}} />
      {problems > 0 ? <ProblemList preview={preview} rows={problems} isBusy={decide.isBusy} onRepair={repair} /> : null}
      <Panel title={t("step3")}>
        <ProblemNotice problem={confirm.problem} attempt={confirm.attempt} ids={{}} />
        {problems > 0 || writes === 0 ? <p className="mb-4">{t(problems > 0 ? "hasProblems" : "nothing")}</p> : null}
        <div className="acts">
          {problems === 0 && writes > 0 ? <Button isPending={confirm.isBusy} onPress={async () => void (await confirm.run({ importId: found.id, hash: found.hash ?? "" }))}>{t("confirm", { count: writes })}</Button> : null}
          {found.changedSince ? <Button variant="quiet" isPending={decide.isBusy} onPress={async () => void (await look(found.decisions))}>{t("lookAgain")}</Button> : null}
          {leave}
        </div>
      </Panel>
    </div>
  );
}

function Progress({ found: { state, fileName, doneRows, allRows, isSilent }, children }: { readonly found: Import; readonly children: ReactNode }) {
  const t = useTranslations("structure.directory");
  return (
    <Panel title={t(state === "writing" ? "writing" : "looking", { name: fileName })}>
      <progress className="progress" aria-label={t(state === "writing" ? "writing" : "looking", { name: fileName })} {...(allRows ? { value: doneRows, max: allRows } : {})} />
      <p role="status">{allRows ? t("rowsOf", { done: doneRows, all: allRows }) : t("rows", { count: doneRows })}</p>
      {isSilent ? <p className="mb-3">{t("silent")}</p> : null}
      <p className="muted mb-4">{t("wait")}</p>
      {children}
    </Panel>
  );
}
