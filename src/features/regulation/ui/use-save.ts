"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type * as z from "zod";
import { isErrorCode } from "@/shared/errors/catalogue";
import { fieldIssues } from "@/shared/errors/field-issues";
import { isFieldMessageKey } from "@/shared/errors/field-messages";
import { newId } from "@/shared/ids/id";

type Params = Readonly<Record<string, string | number>>;

/** Why a form was not taken: a code, and what is wrong with which field. */
export interface Problem {
  readonly code: string;
  readonly fields: readonly { readonly path: string; readonly key: string; readonly params: Params }[];
}

function problemFrom(error: unknown): Problem {
  const data = (error as { data?: { code?: unknown; fields?: Readonly<Record<string, string>> } } | null)?.data;
  const code = typeof data?.code === "string" && isErrorCode(data.code) ? data.code : "request.unavailable";
  return { code, fields: Object.entries(data?.fields ?? {}).flatMap(([path, key]) => (isFieldMessageKey(key) || isErrorCode(key) ? [{ path, key, params: {} }] : [])) };
}

/** Sentences of what was refused. */
export function useErrorWords(): (key: string, params?: Params) => string {
  const t = useTranslations("errors") as unknown as (key: string, params: Params) => string;
  return (key, params = {}) => t(key, params);
}

/** Sends a form once: the key of the first attempt is kept until the server has answered, so that a lost answer is asked for again. */
export function useSave<Sent extends { readonly key: string }>(schema: z.ZodType, send: (input: Sent) => Promise<unknown>, onSaved: () => void) {
  const key = useRef<string | null>(null);
  const running = useRef(false);
  const [state, setState] = useState<{ readonly problem: Problem | null; readonly attempt: number; readonly isBusy: boolean }>({ problem: null, attempt: 0, isBusy: false });
  const refuse = (problem: Problem) => setState(({ attempt }) => ({ problem, attempt: attempt + 1, isBusy: false }));
  const run = async (input: Omit<Sent, "key">): Promise<void> => {
    if (running.current) return;
    key.current ??= newId();
    const sent = { ...input, key: key.current } as Sent;
    const checked = schema.safeParse(sent);
    if (!checked.success) return refuse({ code: "request.invalid", fields: fieldIssues(checked.error) });
    running.current = true;
    setState((was) => ({ ...was, isBusy: true }));
    try {
      await send(sent);
      key.current = null;
      setState((was) => ({ ...was, problem: null, isBusy: false }));
      onSaved();
    } catch (error) {
      const problem = problemFrom(error);
      if (problem.code !== "request.unavailable") key.current = null;
      refuse(problem);
    } finally {
      running.current = false;
    }
  };
  return { ...state, run, errorOf: (path: string) => state.problem?.fields.find((one) => one.path === path) };
}
