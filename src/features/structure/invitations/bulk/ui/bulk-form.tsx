"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/feedback/toast-queue";
import { Button } from "@/ui/form/button";
import { Select } from "@/ui/form/select";
import { TextArea } from "@/ui/form/text-area";
import { Notice } from "@/ui/page/notice";
import { Panel } from "@/ui/page/panel";
import { Tag } from "@/ui/page/tag";
import { Table } from "@/ui/table/table";
import { capital } from "../../../appointments/ui/capital";
import { useCalls } from "../../../ui/calls";
import { ProblemNotice } from "../../../ui/problem-notice";
import { problemFrom, useErrorWords, useSend, type Problem } from "../../../ui/use-send";
import { CodeMaker } from "../../ui/code-maker";
import { bulkRoles, inviteAllInput, type BulkRole, type Invited, type PreviewLine } from "../schema";

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
  const send = useSend(inviteAllInput, inviteAll, (done) => {
    toast({ tone: "done", title: t("done", { count: done.appointed.length }) });
    setInvited(done);
    setText(done.left);
    setPreview(null);
  });
  const wish = `${role}\n${text}`;
  const shown = preview?.of === wish ? preview : null;
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
      {invited ? (
        <div className="mb-6">
          <Notice tone="done" live title={t("done", { count: invited.appointed.length })}>
            <p>{t("doneText")}{invited.left ? ` ${t("leftText")}` : ""}</p>
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
          <div className="acts mt-5">
            {shown.ready > 0 ? <Button isPending={send.isBusy} onPress={async () => await send.run({ municipalityId, role, text, expected: shown.ready })}>{t("submit", { count: shown.ready })}</Button> : <p className="muted">{t("nothingReady")}</p>}
          </div>
        </div>
      ) : null}
    </>
  );
}
