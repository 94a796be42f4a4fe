import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { stackLimits } from "@/features/people/stacks/schema";
import { newId } from "@/shared/ids/id";
import { Button } from "@/ui/form/button";
import { FileDrop } from "@/ui/form/file-drop";
import { sendFile } from "@/ui/form/send-file";
import { problemFrom } from "@/ui/form/use-send";

const accept = ["application/pdf", "image/jpeg", "image/png", "image/webp"] as const;

export type BeginScan = (input: { readonly atUnitId: string; readonly fileId: string; readonly name: string; readonly bytes: number }) => Promise<unknown>;
type Scan = { readonly id: string; readonly name: string } | null;

interface Props {
  readonly atUnitId: string;
  readonly scan: Scan;
  readonly beginScan: BeginScan;
  readonly onChange: (scan: Scan) => void;
}

/** One scan of all the sheets, instead of a number of a file: sent as soon as it is chosen, sent again by a press when the connection was lost. */
export function StackScan({ atUnitId, scan, beginScan, onChange }: Props) {
  const t = useTranslations("initiatives.paper");
  const [errors, format] = [useTranslations("errors"), useFormatter()];
  const [files, setFiles] = useState<readonly File[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  // the same id as long as it is the same file: a second try makes no second one
  const fileId = useRef("");
  const kilobytes = (bytes: number) => t("scanSize", { kilobytes: format.number(Math.max(1, Math.round(bytes / 1000))) });

  const send = async (file: File) => {
    const id = fileId.current;
    setShare(0);
    setProblem(undefined);
    const refused = await bring(file, id, atUnitId, beginScan, setShare);
    // another file was chosen meanwhile
    if (fileId.current !== id) return;
    setShare(null);
    if (refused === null) return onChange({ id, name: file.name });
    if (refused.code !== lost) fileId.current = newId();
    setProblem(refused.code === lost ? t("scanLost") : errors(refused.code as "request.failed", refused.params));
  };
  const choose = (next: readonly File[]) => {
    setFiles(next);
    onChange(null);
    setProblem(undefined);
    fileId.current = newId();
    const [file] = next;
    if (file) void send(file);
  };
  const [file] = files;
  return (
    <div>
      <FileDrop
        id="stack-scan" label={t("scan")} hint={t("scanHint", { megabytes: stackLimits.bytes / 1_000_000 })} error={problem} files={files} onChange={choose} multiple={false} accept={accept} takesAny
        labels={{ drop: t("scanDrop"), choose: t("scanChoose"), remove: (name) => t("scanRemove", { name }), size: kilobytes }}
      />
      <p className="small muted num mt-2" role="status">{share !== null ? t("scanProgress", { percent: Math.round(share * 100) }) : scan ? t("scanSent") : null}</p>
      {file && problem !== undefined ? <div className="acts mt-3"><Button variant="quiet" onPress={async () => await send(file)}>{t("scanAgain")}</Button></div> : null}
    </div>
  );
}

const lost = "request.unavailable";
type Refused = { readonly code: string; readonly params: Readonly<Record<string, string | number>> };

/** Out: why it was not taken; null: the server has it. */
async function bring(file: File, fileId: string, atUnitId: string, beginScan: BeginScan, tell: (share: number) => void): Promise<Refused | null> {
  if (file.size > stackLimits.bytes) return { code: "file.tooLarge", params: { megabytes: stackLimits.bytes / 1_000_000 } };
  if (file.size === 0) return { code: "file.empty", params: {} };
  try {
    await beginScan({ atUnitId, fileId, name: file.name.slice(-stackLimits.name), bytes: file.size });
  } catch (error) {
    return problemFrom(error);
  }
  const sent = await sendFile(`/files/${fileId}`, file, tell);
  return sent.ok ? null : problemFrom({ data: sent.said });
}
