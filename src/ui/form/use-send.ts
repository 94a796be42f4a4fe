"use client";

import { useRef, useState } from "react";
import type * as z from "zod";
import { isErrorCode } from "@/shared/errors/catalogue";
import { fieldIssues } from "@/shared/errors/field-issues";
import { isFieldMessageKey } from "@/shared/errors/field-messages";
import { newId } from "@/shared/ids/id";

type Params = Readonly<Record<string, string | number>>;

/** Why something was not taken: a code, and what is wrong with which field. */
export interface Problem {
  readonly code: string;
  readonly params: Params;
  readonly fields: readonly { readonly path: string; readonly key: string; readonly params: Params }[];
}

/** In: whatever a call threw. Without an answer of the server the connection is to blame. */
export function problemFrom(error: unknown): Problem {
  const data = (error as { data?: { code?: unknown; params?: Params; fields?: Readonly<Record<string, string>> } } | null)?.data;
  const code = typeof data?.code === "string" && isErrorCode(data.code) ? data.code : "request.unavailable";
  const params = data?.params ?? {};
  const fields = Object.entries(data?.fields ?? {}).flatMap(([path, key]) => (isFieldMessageKey(key) || isErrorCode(key) ? [{ path, key, params }] : []));
  return { code, params, fields };
}

/** Of each kind of input, if there are several: what its key is left out of. */
type Unsent<Sent> = Sent extends unknown ? Omit<Sent, "key"> : never;

export interface Send<Input> {
  readonly problem: Problem | null;
  /** grows with each refusal, so that the summary takes the focus */
  readonly attempt: number;
  readonly isBusy: boolean;
  /** Out: was it done? */
  readonly run: (input: Input) => Promise<boolean>;
  /** what is wrong with a field */
  readonly errorOf: (path: string) => Problem["fields"][number] | undefined;
}

/**
 * Sends a form once: its key is made at the first attempt and kept until one succeeds, so that neither a double click nor a
 * lost connection acts twice. What is wrong with the fields is found before anything is sent.
 */
export function useSend<Sent extends { readonly key: string }, Output>(schema: z.ZodType, send: (input: Sent) => Promise<Output>, onDone: (output: Output) => void): Send<Unsent<Sent>> {
  const key = useRef<string | null>(null);
  const running = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const refuse = (found: Problem): false => {
    setProblem(found);
    setAttempt((count) => count + 1);
    return false;
  };
  const run = async (input: Unsent<Sent>): Promise<boolean> => {
    if (running.current) return false;
    key.current ??= newId();
    const sent = { ...input, key: key.current } as unknown as Sent;
    const checked = schema.safeParse(sent);
    if (!checked.success) return refuse({ code: "request.invalid", params: {}, fields: fieldIssues(checked.error) });
    running.current = true;
    setBusy(true);
    try {
      const output = await send(sent);
      key.current = null;
      setProblem(null);
      onDone(output);
      return true;
    } catch (error) {
      const found = problemFrom(error);
      // what was refused was undone with its key; only a lost answer may have been a success
      if (found.code !== "request.unavailable") key.current = null;
      return refuse(found);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { problem, attempt, isBusy, run, errorOf: (path) => problem?.fields.find((one) => one.path === path) };
}
