"use client";

import { useCallback, useEffect, useState } from "react";
import { typedAt } from "@/ui/form/typed-with";

/** Where the tab keeps what somebody has typed for a step of an initiative until it is sent. */
export function keptName(initiativeId: string, step: string): string {
  return `${prefix}${initiativeId}/${step}`;
}

const prefix = "considering/";

/** At sign-out: the next person in this tab finds none of it. */
export function sweepKept(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // a forbidden store holds nothing
  }
}

export interface Kept<T> {
  readonly typed: T | null;
  readonly keep: (value: T) => void;
  readonly forget: () => void;
}

/**
 * In: a name. Out: what was typed (null: nothing yet), how to change and to forget it. It outlives
 * another record, a reload and a refusal; read after the first paint, which the server has drawn without it.
 */
export function useKept<T>(name: string): Kept<T> {
  const [typed, setTyped] = useState<T | null>(null);
  useEffect(() => setTyped(read<T>(name)), [name]);
  const keep = useCallback(
    (value: T) => {
      setTyped(value);
      try {
        sessionStorage.setItem(typedAt(name), JSON.stringify(value));
      } catch {
        // a full or forbidden store: the page itself still holds it
      }
    },
    [name],
  );
  const forget = useCallback(() => {
    setTyped(null);
    try {
      sessionStorage.removeItem(typedAt(name));
    } catch {
      // nothing was kept there
    }
  }, [name]);
  return { typed, keep, forget };
}

function read<T>(name: string): T | null {
  try {
    const text = sessionStorage.getItem(typedAt(name));
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
