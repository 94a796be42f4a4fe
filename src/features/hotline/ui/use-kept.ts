"use client";

import { useEffect, useState } from "react";
import { typedAt } from "@/ui/form/typed-with";

/** What is older is nobody's call any more. */
const longestMs = 24 * 60 * 60 * 1000;

export interface Kept<T> {
  readonly value: T;
  /** when what was found on the device had been written; null when nothing was found */
  readonly restoredAt: Date | null;
  /** is it known yet what the device holds? */
  readonly isReady: boolean;
  readonly change: (value: T) => void;
  readonly forget: () => void;
}

/**
 * What is being typed, kept on the device with each stroke: a lost tab or connection loses nothing. In: the place in the
 * device's store, the empty value, the present time, and how to read what was typed before the script came. Another form
 * of the value is taken for nothing.
 */
export function useKept<T extends object>(place: string, empty: T, now: Date, typedEarly: () => Partial<NoInfer<T>> = () => ({})): Kept<T> {
  const [value, setValue] = useState(empty);
  const [restoredAt, setRestoredAt] = useState<Date | null>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const found = read(place, empty, now);
    setValue({ ...(found?.value ?? empty), ...typedEarly() });
    setRestoredAt(found?.at ?? null);
    setReady(true);
    // looked up once for each place
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [place]);
  return {
    value, restoredAt, isReady,
    change: (next) => {
      setValue(next);
      write(place, { at: now.getTime(), value: next });
    },
    forget: () => {
      setValue(empty);
      setRestoredAt(null);
      write(place, null);
    },
  };
}

/** In: ids of fields by name. Out: what already stands in those that are not empty. */
export function readFields<Name extends string>(ids: Readonly<Record<Name, string>>): Partial<Record<Name, string>> {
  const found = Object.entries<string>(ids).map(([name, id]) => {
    const field = document.getElementById(id);
    return [name, field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field.value : ""] as const;
  });
  return Object.fromEntries(found.filter(([, text]) => text !== "")) as Partial<Record<Name, string>>;
}

function read<T extends object>(place: string, empty: T, now: Date): { value: T; at: Date } | null {
  try {
    const found = JSON.parse(localStorage.getItem(typedAt(place)) ?? "null") as { at?: unknown; value?: unknown } | null;
    if (typeof found?.at !== "number" || typeof found.value !== "object" || found.value === null || now.getTime() - found.at > longestMs) return null;
    const value = found.value as Record<string, unknown>;
    const fits = Object.entries(empty).every(([name, wanted]) => typeof value[name] === typeof wanted);
    return fits ? { value: value as T, at: new Date(found.at) } : null;
  } catch {
    return null;
  }
}

function write(place: string, kept: { at: number; value: unknown } | null): void {
  try {
    if (kept) localStorage.setItem(typedAt(place), JSON.stringify(kept));
    else localStorage.removeItem(typedAt(place));
  } catch {
    // the store is closed or full: what is typed stays on the page
  }
}
