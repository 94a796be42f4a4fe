"use client";

import { useCallback, useRef, useState } from "react";
import { refusalOf, type DraftApi, type Refusal } from "./draft-api";
import type { useDraft } from "./use-draft";

export type SubmitState =
  | { readonly kind: "none" | "needsAccount" | "notJoined" | "offline" }
  | { readonly kind: "refused"; readonly refusal: Refusal };

interface Props {
  readonly draft: Pick<ReturnType<typeof useDraft>, "settled" | "forget">;
  readonly api: DraftApi;
  readonly isSignedIn: boolean;
}

/** Submits once however often it is pressed: the draft's id is the key, and the server gives the first answer again. */
export function useSubmit({ draft: { settled, forget }, api, isSignedIn }: Props) {
  const [outcome, setOutcome] = useState<SubmitState>({ kind: "none" });
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);

  const send = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      const stored = await settled();
      if (!isSignedIn) return setOutcome({ kind: "needsAccount" });
      if (stored === null) return setOutcome({ kind: "offline" });
      const done = await api.submit(stored);
      if (!done.ok) return setOutcome({ kind: "notJoined" });
      forget();
      window.location.assign(`/my/${done.number}?submitted=1`);
      await new Promise(() => undefined); // the button stays busy until the next page is there
    } catch (error) {
      const refusal = refusalOf(error);
      setOutcome(refusal === null ? { kind: "offline" } : refusal.code === "request.notSignedIn" ? { kind: "needsAccount" } : { kind: "refused", refusal });
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, [api, isSignedIn, settled, forget]);

  /** What the server refused was said of what stood there then; another place makes all of it another. */
  const forgive = useCallback((changed: readonly string[]) => setOutcome((before) => {
    if (before.kind !== "refused" || !before.refusal.fields) return before;
    const left = Object.entries(before.refusal.fields).filter(([field]) => !changed.includes(field) && !changed.includes("municipalityId"));
    return left.length === 0 ? { kind: "none" } : { kind: "refused", refusal: { ...before.refusal, fields: Object.fromEntries(left) } };
  }), []);

  const fields = outcome.kind === "refused" ? (outcome.refusal.fields ?? {}) : {};
  return { outcome, fields, isBusy, send, forgive };
}
