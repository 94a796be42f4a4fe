"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/shared/ids/id";
import { refusalOf } from "../../drafts/ui/draft-api";

/** One act at a time, sent once per key however often it is pressed; a refusal is said and what was typed stays. */
export function useAct() {
  const errors = useTranslations("errors");
  const key = useRef("");
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const run = async <T>(work: (key: string) => Promise<T>): Promise<T | null> => {
    if (isBusy) return null;
    setBusy(true);
    setRefused(null);
    key.current ||= newId();
    try {
      const done = await work(key.current);
      key.current = "";
      return done;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) key.current = "";
      setRefused(errors((refusal?.code ?? "request.unavailable") as "request.failed", refusal?.params));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, refused, run };
}
