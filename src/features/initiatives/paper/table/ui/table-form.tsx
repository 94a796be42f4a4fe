"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { Button } from "@/ui/form/button";
import { FileDrop } from "@/ui/form/file-drop";
import { problemFrom } from "@/ui/form/use-send";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { emptyStack, StackFields } from "../../ui/stack-fields";
import type { StackProps } from "../../ui/stack-form";
import { StackRows } from "../../ui/stack-rows";
import { StackStanding } from "../../ui/stack-standing";
import { useStack } from "../../ui/use-stack";
import { tableLimits, type ReadTable } from "../schema";
import { CellProblems } from "./cell-problems";
import { checkRows, freshRows, needsChoice, rowsToSend, type Choices } from "./chosen";
import { readFile } from "./read-file";
import { ReadySheets } from "./ready-sheets";

const byHand = "/desk/people/sheets";

/** A stack from a table: file → what it would do, cell by cell and person by person → entered sheet by sheet, as if typed in. */
export function TableForm({ api, ownerId, places, processingDocumentId, today }: Omit<StackProps, "directions">) {
  const t = useTranslations("initiatives.paper.table");
  const [errors, format] = [useTranslations("errors"), useFormatter()];
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}) => errors(key as "request.failed", params);
  const [stack, setStack] = useState(() => emptyStack(places, today));
  const [files, setFiles] = useState<readonly File[]>([]);
  const [read, setRead] = useState<ReadTable | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [missing, setMissing] = useState<readonly number[]>([]);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const [sent, setSent] = useState(0);
  const { rows, add, change, ...sending } = useStack(api, ownerId);
  const running = useRef(false);
  const [file] = files;
  const fresh = read ? freshRows(read.rows) : [];
  const count = fresh.filter(({ row }) => choices[row] !== "skip").length;

  const forget = () => {
    setRead(null);
    setChoices({});
    setMissing([]);
  };
  const look = async () => {
    if (running.current) return;
    forget();
    setSent(0);
    const refusal = !file ? t("noFile") : file.size > tableLimits.bytes ? say("file.tooLarge", { megabytes: tableLimits.bytes / 1_000_000 }) : undefined;
    setProblems(refusal ? { file: refusal } : {});
    if (!file || refusal) return;
    running.current = true;
    setBusy(true);
    try {
      setRead(await readFile(file, stack.atUnitId));
    } catch (error) {
      const { code, params } = problemFrom(error);
      setProblems({ file: code === "request.unavailable" ? t("lost") : say(code, params) });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const confirm = () => {
    const unsaid = fresh.filter(({ row, sheet }) => needsChoice(sheet) && !choices[row]).map(({ row }) => row);
    setMissing(unsaid);
    const checked = checkRows(rowsToSend(fresh, choices, stack, processingDocumentId));
    const next = Object.fromEntries(checked.issues.map(({ path, key, params }) => [path === "signedOnPaper" ? "signed" : path, say(key, params)]));
    setProblems(next);
    const first = stackOrder.find((field) => next[field] !== undefined) ?? (unsaid[0] === undefined ? undefined : `who-${unsaid[0]}`);
    if (first !== undefined || checked.issues.length > 0) {
      document.getElementById(first ?? "takenOn")?.focus();
      return;
    }
    for (const row of checked.rows) add(row);
    setSent(checked.rows.length);
    setFiles([]);
    forget();
  };
  return (
    <>
      <StackFields stack={stack} places={places} today={today} problems={problems} onChange={(next) => { if (next.atUnitId !== stack.atUnitId) forget(); setStack(next); }} beginScan={api.beginScan} />
      <div className="mt-6">
        <Panel title={t("step1")}>
          <p className="mb-4">{t("sampleText")} <a className="link" href={`/api/export/sheets.xlsx?organisation=${stack.atUnitId}`} download>{t("sampleFile")}</a></p>
          <FileDrop
            id="sheets-file" label={t("file")} hint={t("fileHint", { megabytes: tableLimits.bytes / 1_000_000, rows: tableLimits.rows })} files={files} multiple={false} error={problems.file}
            onChange={(next) => { setFiles(next); setProblems({}); forget(); }}
            labels={{ drop: t("drop"), choose: t("choose"), remove: (name) => t("remove", { name }), size: (bytes) => t("size", { kilobytes: format.number(Math.max(1, Math.round(bytes / 1000))) }) }}
          />
          <div className="acts mt-4"><Button isPending={isBusy} onPress={look}>{t("look")}</Button></div>
        </Panel>
      </div>
      {read ? (
        <section className="mt-6 stack" aria-labelledby="sheets-preview">
          <h2 id="sheets-preview">{t("step2")}</h2>
          <p role="status">{t("summary", { all: read.rows.length, ready: fresh.length, taken: read.rows.filter(({ sheet }) => sheet?.taken).length, problems: read.rows.filter((one) => one.problems.length > 0).length })}</p>
          <details className="facet">
            <summary>{t("recognised")}</summary>
            <ul>{read.columns.map(({ field, heading }) => <li key={field}>{heading === t(`columns.${field}`) ? heading : `${heading} → ${t(`columns.${field}`)}`}</li>)}</ul>
            {read.ignored.length > 0 ? <p className="muted">{t("ignored", { columns: read.ignored.join(", ") })}</p> : null}
          </details>
          {read.skipped.length > 0 ? (
            <details className="facet">
              <summary>{t("skipped", { count: read.skipped.length })}</summary>
              <ul>{read.skipped.map(({ row, text }) => <li key={row}><span className="muted">{t("row", { row })}</span> {text}</li>)}</ul>
            </details>
          ) : null}
          <CellProblems rows={read.rows} />
          <ReadySheets rows={read.rows} fresh={fresh} choices={choices} missing={missing} onChoose={setChoices} />
          {count > 0 ? <div className="acts"><Button onPress={confirm}>{t("confirm", { count })}</Button></div> : <p>{t("nothing")}</p>}
        </section>
      ) : null}
      {sent > 0 ? <div className="mt-6"><Notice tone="done" live><p>{t("sent", { count: sent })}</p></Notice></div> : null}
      <StackStanding {...sending} here="/desk/people/sheets/table" />
      <StackRows
        rows={rows} mendAt={byHand} onKnown={(row, id) => change(row.sheet.id, { personId: id, state: "waiting" })}
        onAnother={(row) => change(row.sheet.id, { registration: row.registration && { ...row.registration, isAnother: true, key: newId() }, state: "waiting" })}
      />
    </>
  );
}

const stackOrder = ["takenOn", "paperCase", "signed"];
