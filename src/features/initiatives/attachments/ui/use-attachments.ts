"use client";

import { useCallback, useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { sendFile } from "@/ui/form/send-file";
import { refusalOf, type DraftApi, type Refusal } from "../../drafts/ui/draft-api";
import { attachmentLimits, type Attachment } from "../schema";

export interface AttachedItem {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** of one that is on its way: how much has gone out, 0–1 */
  readonly state: { readonly kind: "done" } | { readonly kind: "lost" } | { readonly kind: "sending"; readonly share: number } | { readonly kind: "refused"; readonly refusal: Refusal };
}

interface Start {
  readonly attached: readonly Attachment[];
  /** the draft as the server has it; null while it can't be reached */
  readonly settled: () => Promise<{ readonly draftId: string } | null>;
  readonly api: Pick<DraftApi, "beginAttachment" | "removeAttachment">;
}

interface Underway {
  readonly file: File;
  readonly abort: AbortController;
  done: Promise<unknown>;
}

/** Files go to the server as they are chosen, whatever step is shown. What is refused says why; what is lost can be sent again. */
export function useAttachments({ attached, settled, api }: Start) {
  const [items, setItems] = useState<readonly AttachedItem[]>(() => attached.map(({ id, name, bytes }) => ({ id, name, bytes, state: { kind: "done" } })));
  const [isWaited, setWaited] = useState(false);
  const now = useRef(items);
  const underway = useRef(new Map<string, Underway>());

  const put = useCallback((change: (items: readonly AttachedItem[]) => readonly AttachedItem[]) => {
    now.current = change(now.current);
    setItems(now.current);
  }, []);
  const mark = useCallback((id: string, state: AttachedItem["state"]) => put((all) => all.map((item) => (item.id === id ? { ...item, state } : item))), [put]);

  const send = useCallback(async (id: string, file: File, signal: AbortSignal) => {
    mark(id, { kind: "sending", share: 0 });
    const sent = await begin(async () => {
      const stored = await settled();
      if (stored === null) return { ok: false, refusal: null };
      await api.beginAttachment({ draftId: stored.draftId, fileId: id, name: file.name.slice(-attachmentLimits.name), bytes: file.size });
      const sent = await sendFile(`/files/${id}`, file, (share) => mark(id, { kind: "sending", share }), signal);
      return sent.ok ? sent : { ok: false, refusal: refusalOf({ data: sent.said }) };
    });
    mark(id, sent.ok ? { kind: "done" } : sent.refusal && isFinal(sent.refusal) ? { kind: "refused", refusal: sent.refusal } : { kind: "lost" });
  }, [api, settled, mark]);

  const start = useCallback((id: string, file: File) => {
    const abort = new AbortController();
    underway.current.set(id, { file, abort, done: send(id, file, abort.signal) });
  }, [send]);

  const add = useCallback((files: readonly File[]) => {
    for (const file of files) {
      const id = newId();
      const taken = now.current.filter(({ state }) => state.kind !== "refused").length;
      const refusal = refusedHere(file, taken);
      put((all) => [...all, { id, name: file.name, bytes: file.size, state: refusal ? { kind: "refused", refusal } : { kind: "sending", share: 0 } }]);
      if (!refusal) start(id, file);
    }
  }, [put, start]);

  const again = useCallback((id: string) => {
    const known = underway.current.get(id);
    if (known) start(id, known.file);
  }, [start]);

  const remove = useCallback(async (id: string) => {
    const item = now.current.find((one) => one.id === id);
    underway.current.get(id)?.abort.abort();
    underway.current.delete(id);
    put((all) => all.filter((one) => one.id !== id));
    if (!item || item.state.kind === "refused") return;
    // one that never reached the server isn't there to be removed; what can't be removed now comes back
    await api.removeAttachment({ fileId: id }).catch((error: unknown) => {
      if (item.state.kind === "done" && refusalOf(error)?.code !== "request.notFound") put((all) => [...all, item]);
    });
  }, [api, put]);

  /** Waits for what is on its way. Out: has everything come through? */
  const arrived = useCallback(async (): Promise<boolean> => {
    setWaited(true);
    await Promise.all([...underway.current.values()].map(async ({ done }) => await done));
    setWaited(false);
    return now.current.every(({ state }) => state.kind === "done");
  }, []);

  return { items, add, again, remove, arrived, isWaited };
}

type Sent = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal | null };

/** What the device knows without asking. */
function refusedHere(file: File, taken: number): Refusal | null {
  if (taken >= attachmentLimits.count) return { code: "file.tooMany", params: { count: attachmentLimits.count } };
  if (file.size === 0) return { code: "file.empty" };
  return file.size > attachmentLimits.bytes ? { code: "file.tooLarge", params: { megabytes: attachmentLimits.bytes / 1_000_000 } } : null;
}

/** What another try would not change. */
function isFinal({ code }: Refusal): boolean {
  return !["request.failed", "request.unavailable", "file.uploadGone", "idempotency.inProgress"].includes(code);
}

async function begin(work: () => Promise<Sent>): Promise<Sent> {
  try {
    return await work();
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}
