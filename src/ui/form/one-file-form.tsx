"use client";

import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { Button } from "./button";
import { FileDrop } from "./file-drop";
import { sendFile } from "./send-file";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly limitBytes: number;
  readonly accept: readonly string[];
  /** asks for the file's place; throws what a call throws, with the refusal in `data` */
  readonly begin: (file: { readonly fileId: string; readonly name: string; readonly bytes: number }) => Promise<unknown>;
  /** is what stands beside the file filled in? Where not, it says so itself */
  readonly isReady?: () => boolean;
  readonly onSent: () => void;
  /** the sentence of a refusal */
  readonly say: (code: string, params: Readonly<Record<string, string | number>> | undefined) => string;
  readonly words: { readonly drop: string; readonly choose: string; readonly send: string; readonly lost: string; readonly remove: (name: string) => string; readonly kilobytes: (count: number) => string; readonly progress: (percent: number) => string };
}

type Refusal = { readonly code: string; readonly params?: Readonly<Record<string, string | number>> };
const longestName = 300;

/** One file for one place: chosen, sent with its progress, and on the page until the server has it. */
export function OneFileForm({ id, label, hint, limitBytes, accept, begin, isReady = () => true, onSent, say, words }: Props) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // the same id as long as it is the same file: a second try makes no second one
  const fileId = useRef("");
  const running = useRef(false);
  const [file] = files;

  const bring = async (given: File): Promise<true | Refusal | null> => {
    if (given.size > limitBytes) return { code: "file.tooLarge", params: { megabytes: limitBytes / 1_000_000 } };
    if (given.size === 0) return { code: "file.empty" };
    try {
      await begin({ fileId: fileId.current, name: given.name.slice(-longestName), bytes: given.size });
    } catch (error) {
      return refusalIn((error as { readonly data?: unknown } | null)?.data);
    }
    const sent = await sendFile(`/files/${fileId.current}`, given, setShare);
    return sent.ok || refusalIn(sent.said);
  };
  const send = async () => {
    if (!file || running.current || !isReady()) return;
    running.current = true;
    setProblem(null);
    setShare(0);
    const said = await bring(file);
    running.current = false;
    setShare(null);
    if (said === true) {
      setFiles([]);
      return onSent();
    }
    // what was refused the server has forgotten: another try is another file
    if (said) fileId.current = newId();
    setProblem(said ? say(said.code, said.params) : words.lost);
  };
  const choose = (next: readonly File[]) => {
    setFiles(next);
    setProblem(null);
    fileId.current = newId();
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <FileDrop
        id={id} label={label} hint={hint} error={problem ?? undefined} files={files} onChange={choose} multiple={false} accept={accept} takesAny
        labels={{ drop: words.drop, choose: words.choose, remove: words.remove, size: (bytes) => words.kilobytes(Math.max(1, Math.round(bytes / 1000))) }}
      />
      {share === null ? null : <p className="small muted num mt-2" role="status">{words.progress(Math.round(share * 100))}</p>}
      {file ? <div className="acts mt-4"><Button type="submit" isPending={share !== null}>{words.send}</Button></div> : null}
    </form>
  );
}

function refusalIn(said: unknown): Refusal | null {
  return typeof said === "object" && said !== null && "code" in said ? (said as Refusal) : null;
}
