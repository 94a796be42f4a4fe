"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { draftContent, type DraftContent } from "../../schema";
import { isUntouched } from "../rules";
import type { Draft } from "../schema";
import { refusalOf, type DraftApi } from "./draft-api";
import { forgetDraft, keepDraft, keptDraft, lostDraft, type KeptDraft } from "./draft-storage";

export type SaveState =
  | { readonly kind: "idle" | "saving" | "offline" | "signedOut" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "refused"; readonly code: string; readonly params: Readonly<Record<string, string | number>> | undefined }
  | { readonly kind: "conflict"; readonly theirs: Draft };

interface Start {
  readonly draft: Draft | null;
  readonly content: DraftContent;
  readonly posterCode: string | undefined;
  /** who is signed in */
  readonly ownerId: string | null;
  readonly api: DraftApi;
}

const typingPause = 800;
const retryPause = 15_000;

/**
 * A draft that loses nothing: each change is on the device at once, on the server after a pause in typing, again when the
 * connection is back. One request at a time; what was typed meanwhile goes with the next.
 */
export function useDraft({ draft, content: begun, posterCode, ownerId, api }: Start) {
  const [content, setContent] = useState(draft?.content ?? begun);
  const [save, setSave] = useState<SaveState>({ kind: "idle" });
  const [isRestored, setRestored] = useState(false);
  const [lost, setLost] = useState<KeptDraft | null>(null);
  const [version, setVersion] = useState(draft?.version ?? null);
  const now = useRef({ id: draft?.id ?? "", version: draft?.version ?? null, content, isAhead: false, running: null as Promise<void> | null });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const again = useRef(() => undefined as void);
  const once = useRef({ broughtBack: false, begunAnew: false });
  // what the server has acknowledged needn't lie on a device that others may use
  const keep = useCallback(() => {
    const { id, version: over, content: typed, isAhead } = now.current;
    if (isAhead) keepDraft({ id, version: over, content: typed, ownerId });
    else forgetDraft(id);
  }, [ownerId]);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const state = now.current;
    while (state.running) await state.running;
    if (!state.isAhead) return;
    const sent = state.content;
    const work = async () => {
      setSave({ kind: "saving" });
      try {
        const started = state.version === null ? await api.start({ id: state.id, ...(posterCode ? { posterCode } : {}), content: sent }) : null;
        const answer = started ? { ok: true as const, version: started.version, savedAt: started.updatedAt } : await api.save({ id: state.id, version: state.version ?? 0, content: sent });
        if (!answer.ok) return setSave({ kind: "conflict", theirs: answer.draft });
        if (state.version === null) window.history.replaceState(null, "", addressOf(state.id));
        state.version = answer.version;
        setVersion(answer.version);
        // an answer to an earlier start may have been lost: then the server still has what was typed before
        state.isAhead = state.content !== sent || (started !== null && !isSameText(started.content, sent));
        keep();
        setSave({ kind: "saved", at: answer.savedAt });
        if (state.isAhead) timer.current = setTimeout(() => again.current(), typingPause);
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === null || refusal.code === "request.unavailable" || refusal.code === "request.failed") {
          setSave({ kind: "offline" });
          timer.current = setTimeout(() => again.current(), retryPause);
        } else if (refusal.code === "request.notSignedIn" && ownerId === null && !once.current.begunAnew) {
          // the visitor's cookie is gone, and the stored draft with it: what is on the page begins another
          once.current.begunAnew = true;
          forgetDraft(state.id);
          Object.assign(state, { id: newId(), version: null });
          keep();
          timer.current = setTimeout(() => again.current(), typingPause);
        } else if (refusal.code === "request.notSignedIn") setSave({ kind: "signedOut" });
        else setSave({ kind: "refused", code: refusal.code, params: refusal.params });
      }
    };
    state.running = work().finally(() => (state.running = null));
    await state.running;
  }, [api, posterCode, ownerId, keep]);

  const change = useCallback((patch: Partial<DraftContent>) => {
    const state = now.current;
    state.id ||= newId();
    state.content = { ...state.content, ...patch };
    state.isAhead = true;
    setContent(state.content);
    keep();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), typingPause);
  }, [flush, keep]);

  const restore = useCallback((kept: KeptDraft) => {
    const state = now.current;
    Object.assign(state, { id: kept.id, version: kept.version ?? state.version, content: kept.content, isAhead: true });
    setContent(kept.content);
    setRestored(true);
    keep();
  }, [keep]);

  // once the page is drawn: what was typed before its scripts came, else what the device alone knows
  const bringBack = useCallback(() => {
    const state = now.current;
    if (once.current.broughtBack) return;
    once.current.broughtBack = true;
    const early = typedEarly(state.content);
    if (early) return change(early);
    const kept = state.isAhead ? null : draft ? keptDraft(draft.id, ownerId) : lostDraft(ownerId);
    // what somebody has come with, and what was typed before they signed in, is not written over unasked
    const isAsked = kept !== null && !draft && (kept.ownerId !== ownerId || posterCode !== undefined || state.content.keyQuestionId !== null || !isUntouched(state.content));
    if (kept && isAsked) setLost(kept);
    else if (kept && !isUntouched(kept.content)) restore(kept);
    else if (draft && !state.isAhead) forgetDraft(draft.id);
    state.id ||= newId();
    if (state.version === null && !isUntouched(state.content)) state.isAhead = true;
    if (!state.isAhead) return;
    keep();
    void flush();
  }, [draft, ownerId, posterCode, keep, flush, change, restore]);

  useEffect(() => {
    again.current = () => void flush();
    const retry = () => void flush();
    void Promise.resolve().then(bringBack);
    window.addEventListener("online", retry);
    window.addEventListener("pagehide", retry);
    // the desk ends when this is written
    const finish = (event: Event) => void (event as CustomEvent<Promise<void>[]>).detail.push(flush());
    window.addEventListener("assisted-end", finish);
    return () => {
      window.removeEventListener("online", retry);
      window.removeEventListener("pagehide", retry);
      window.removeEventListener("assisted-end", finish);
      clearTimeout(timer.current);
    };
  }, [bringBack, flush]);

  const settle = useCallback((take: "mine" | "theirs", theirs: Draft) => {
    const state = now.current;
    state.version = theirs.version;
    if (take === "theirs") {
      state.content = draftContent.parse(theirs.content);
      state.isAhead = false;
      setContent(state.content);
      setVersion(theirs.version);
      forgetDraft(state.id);
      setSave({ kind: "saved", at: theirs.updatedAt });
    } else {
      state.isAhead = true;
      void flush();
    }
  }, [flush]);

  /** In: is the lost one to be gone on with? What stands on the page stays a draft of its own; what is left stays on the device. */
  const answerLost = useCallback(async (isTaken: boolean) => {
    setLost(null);
    if (!isTaken || lost === null) return;
    await flush();
    clearTimeout(timer.current);
    now.current.version = null;
    restore(lost);
    await flush();
  }, [lost, flush, restore]);

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    now.current.isAhead = false;
    forgetDraft(now.current.id);
  }, []);

  /** In: nothing. Out: id and version as the server has them, after what was typed last; null while it can't be reached. */
  const settled = useCallback(async () => {
    // what came with the address alone, without a key pressed, is a draft too
    if (now.current.version === null) now.current.isAhead = true;
    await flush();
    if (now.current.isAhead) await flush();
    const { id, version: stored, isAhead } = now.current;
    return stored === null || isAhead ? null : { draftId: id, version: stored };
  }, [flush]);

  return { id: () => now.current.id, content, version, save, isRestored, lost, answerLost, change, flush, settle, settled, forget };
}

/** React leaves what stands in a field, but hasn't heard of it. */
function typedEarly(content: DraftContent): Partial<DraftContent> | null {
  const found = (["title", "essence", "expectedResult"] as const).flatMap((name) => {
    const field = document.getElementById(name);
    const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
    return isField && field.value !== content[name] && field.value.trim() !== "" ? [[name, field.value]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : null;
}

function isSameText(one: DraftContent, other: DraftContent): boolean {
  return one.title === other.title && one.essence === other.essence && one.expectedResult === other.expectedResult && one.placeText === other.placeText;
}

/** The same page, at the same step, with the draft in its address: a reload finds it. */
function addressOf(id: string): string {
  const query = new URLSearchParams(window.location.search);
  query.delete("title");
  query.delete("poster");
  query.set("draft", id);
  return `/new?${query.toString()}`;
}
