"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod";
import { Button } from "@/ui/form/button";
import { FileDrop } from "@/ui/form/file-drop";
import { Select } from "@/ui/form/select";
import { Panel } from "@/ui/page/panel";
import { useSend } from "@/ui/form/use-send";
import { ProblemNotice } from "../../ui/problem-notice";
import { useErrorWords } from "../../ui/use-error-words";
import { fieldsOf, sheetKinds } from "../columns";
import { directoryLimits, type DirectoryOpening } from "../schema";
import { sendFile } from "./upload";

interface Props {
  readonly municipalityId: string | null;
  readonly regions: DirectoryOpening["regions"];
  readonly onSent: (importId: string) => void;
}

const anything = z.object({}).loose();
const named = "named";

/** A file, and for an administrator the region of rows that name none. */
export function UploadStep({ municipalityId, regions, onSent }: Props) {
  const t = useTranslations("structure.directory");
  const format = useFormatter();
  const errors = useErrorWords();
  const [files, setFiles] = useState<File[]>([]);
  const [regionId, setRegion] = useState<string>(named);
  const [isMissing, setMissing] = useState(false);
  const [file] = files;
  const send = useSend(anything, async (_: { key: string }) => await sendFile(file as File, { municipalityId, regionId: regionId === named ? null : regionId, fileName: (file?.name ?? "").slice(-directoryLimits.fileName) }), ({ importId }) => onSent(importId));
  const isTooLarge = (file?.size ?? 0) > directoryLimits.bytes;
  const kinds = municipalityId === null ? sheetKinds : sheetKinds.slice(1);
  const exportPath = `/api/export/directory.xlsx?${municipalityId === null ? `region=${regionId}` : `municipality=${municipalityId}`}`;
  return (
    <Panel title={t("step1")}>
      <ProblemNotice problem={send.problem} attempt={send.attempt} ids={{}} />
      <FileDrop
        id="directory-file" label={t("file")} hint={t.rich("fileHint", { en: (name) => <span lang="en">{name}</span> })} files={files} onChange={(next) => { setFiles(next); setMissing(false); }} multiple={false}
        error={isTooLarge ? errors.say("file.tooLarge", { megabytes: directoryLimits.bytes / 1_000_000 }) : isMissing ? errors.say("field.required", {}) : undefined}
        labels={{ drop: t("drop"), choose: t("choose"), remove: (name) => t("removeFile", { name }), size: (bytes) => t("size", { kilobytes: format.number(Math.max(1, Math.round(bytes / 1000))) }) }}
      />
      {municipalityId === null ? (
        <div className="mt-5">
          <Select id="directory-region" label={t("region")} hint={t("regionHint")} placeholder={t("noRegion")} value={regionId} onChange={(id) => setRegion(id ?? named)} options={[{ id: named, label: t("noRegion") }, ...regions.map(({ id, name }) => ({ id, label: name }))]} />
        </div>
      ) : null}
      <div className="acts mt-5">
        <Button isPending={send.isBusy} onPress={async () => { setMissing(!file); if (file && !isTooLarge) await send.run({}); }}>{t("look")}</Button>
      </div>
      {municipalityId !== null || regionId !== named ? (
        <>
          <p className="mt-5">{t("exportText")}{" "}<a className="link" href={exportPath} download>{t("exportFile")}</a></p>
          <p className="mt-3">{t("exportPeopleText")}{" "}<a className="link" href={`${exportPath}&kind=people`} download>{t("exportPeople")}</a></p>
        </>
      ) : null}
      <details className="facet mt-5">
        <summary>{t("sample")}</summary>
        <ul>{kinds.map((kind) => <li key={kind}>{t("columnsOf", { kind: t(`kinds.${kind}`), columns: fieldsOf[kind].map((field) => t(`columns.${kind}.${field}` as "columns.people.role")).join(", ") })}</li>)}</ul>
      </details>
    </Panel>
  );
}
