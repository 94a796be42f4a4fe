"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { Select } from "@/ui/form/select";
import { TextArea } from "@/ui/form/text-area";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { Tag } from "@/ui/page/tag";
import { Table } from "@/ui/table/table";
import { problemFrom, useSend, type Problem } from "@/ui/form/use-send";
import { capital } from "../../../appointments/ui/capital";
import { useCalls } from "../../../ui/calls";
import { ProblemNotice } from "../../../ui/problem-notice";
import { useErrorWords } from "../../../ui/use-error-words";
import { CodeMaker } from "../../ui/code-maker";
import { partsOf } from "../rules";
import { bulkLimits, bulkRoles, inviteAllInput, type BulkRole, type Invited, type PreviewLine } from "../schema";

/** Many at once: paste, look at each line, appoint those that are in order; the others stay in the box to be mended. */
export function BulkForm({ municipalityId }: { readonly municipalityId: string }) {
  const t = useTranslations("structure.bulk");
  const roles = useTranslations("access.roles");
  const words = useErrorWords();
  const { previewAll, inviteAll } = useCalls();
  const [role, setRole] = useState<BulkRole>("coordinator");
  const [text, setText] = useState("");
  const [preview, setPreview] = useState<{ of: string; lines: readonly PreviewLine[]; ready: number } | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [invited, setInvited] = useState<Invited | null>(null);
  const [sent, setSent] = useState<{ readonly done: number; readonly all: number } | null>(null);
  const isSending = useRef(false);
  const send = useSend(inviteAllInput, inviteAll, (done) => setInvited((before) => ({ appointed: [...(before?.appointed ?? []), ...done.appointed], left: done.left })));
  const wish = `${role}\n${text}`;
  const shown = preview?.of === wish ? preview : null;
  /** A part at a time: what was appointed stays appointed, what a refused part holds goes back into the box. */
  const inviteShown = async ({ lines, ready }: NonNullable<typeof preview>) => {
    if (isSending.current) return;
    isSending.current = true;
    const { parts, rest } = partsOf(text, new Set(lines.flatMap(({ line, problem }) => (problem === null ? [line] : []))), bulkLimits.atOnce);
    setInvited(null);
    let done = 0;
    for (const part of parts) {
      setSent({ done, all: ready });
      // one after another: the server counts what it has done
      if (!(await send.run({ municipalityId, role, text: part.join("\n"), expected: part.length }))) break;
      done += part.length;
    }
    isSending.current = false;
    setSent(null);
    if (done > 0) toast({ tone: "done", title: t("done", { count: done }) });
    setText([...parts.flat().slice(done), ...rest].join("\n"));
    setPreview(null);
  };
  const look = async () => {
    setRefused(null);
    try {
      setPreview({ of: wish, ...(await previewAll({ municipalityId, role, text })) });
    } catch (error) {
      setRefused(problemFrom(error));
    }
  };
  const byCode = invited?.appointed.filter((one) => one.byCode).map(({ appointmentId }) => appointmentId) ?? [];
  return (
    <>
      {invited && !sent ? (
        <div className="mb-6">
          <Notice tone="done" live title={t("done", { count: invited.appointed.length })}>
            <p>{t("doneText")}{text && !sent ? ` ${t("leftText")}` : ""}</p>
          </Notice>
          {byCode.length > 0 ? <Panel title={t("codes", { count: byCode.length })}><CodeMaker key={byCode.join()} appointmentIds={byCode} label={t("printCodes")} /></Panel> : null}
        </div>
      ) : null}
      <form noValidate onSubmit={(event) => { event.preventDefault(); void look(); }} className="no-print">
        <ProblemNotice problem={refused ?? send.problem} attempt={send.attempt} ids={{ text: { id: "bulk-text", label: t("text") } }} />
        <Select id="bulk-role" label={t("role")} placeholder={t("role")} value={role} onChange={(next) => setRole((next ?? "coordinator") as BulkRole)} options={bulkRoles.map((one) => ({ id: one, label: capital(roles(one)) }))} />
        <TextArea id="bulk-text" label={t("text")} hint={t("textHint")} rows={8} value={text} onChange={setText} error={words.field(refused, "text")} />
        <div className="acts mt-5"><Button type="submit" variant={shown ? "quiet" : "primary"}>{t("look")}</Button></div>
      </form>
      {shown ? (
        <div className="mt-6 no-print">
          <Table<PreviewLine>
            caption={t("preview", { ready: shown.ready, all: shown.lines.length })} rows={shown.lines} rowKey={({ line }) => String(line)}
            columns={[
              { id: "line", header: t("line"), align: "end", cell: ({ line }) => line },
              { id: "name", header: t("name"), rowHeader: true, cell: ({ name }) => name || "—" },
              { id: "place", header: t("place"), cell: ({ place }) => place || "—" },
              { id: "email", header: t("how"), cell: ({ email }) => email ?? t("byCode") },
              { id: "problem", header: t("state"), cell: ({ problem }) => (problem === null ? <Tag tone="done">{t("ready")}</Tag> : <Tag tone="late" wrap>{t(`problem.${problem}`)}</Tag>) },
            ]}
          />
          {sent && sent.all > bulkLimits.atOnce ? <p className="mt-5" role="status">{t("sending", sent)}<progress className="progress" value={sent.done} max={sent.all} aria-label={t("sending", sent)} /></p> : null}
          <div className="acts mt-5">
            {shown.ready > 0 ? <Button isPending={sent !== null} onPress={async () => await inviteShown(shown)}>{t("submit", { count: shown.ready })}</Button> : <p className="muted">{t("nothingReady")}</p>}
          </div>
        </div>
      ) : null}
    </>
  );
}
