"use client";

import { useRef, useState } from "react";
import type * as z from "zod";
import { isErrorCode, type ErrorCode } from "@/shared/errors/catalogue";
import { fieldIssues, type FieldIssue } from "@/shared/errors/field-issues";
import { isFieldMessageKey } from "@/shared/errors/field-messages";
import { newId } from "@/shared/ids/id";
import { reasonMin } from "../rules";

/** Why a step was not taken: a sentence, and what is wrong with which field. */
export interface Problem {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldIssue[];
}

/** Somebody was there before: the record has to be looked at again. */
export function isConflict({ code }: Problem): boolean {
  return code === "initiative.changedMeanwhile" || code.startsWith("initiative.already") || code === "initiative.awaitingAuthor" || code === "initiative.notConsidered" || ["nominationAnswered", "redirectPending", "notOffered", "objectionAnswered", "objectionOpen", "moderationFirst"].some((one) => code === `initiative.${one}`);
}

/** In: whatever a call threw. Without an answer of the server the connection is to blame. */
export function problemFrom(error: unknown): Problem {
  const data = (error as { data?: { code?: unknown; params?: Problem["params"]; fields?: Readonly<Record<string, string>> } } | null)?.data;
  const code = typeof data?.code === "string" && isErrorCode(data.code) ? data.code : "request.unavailable";
  const fields = Object.entries(data?.fields ?? {}).flatMap(([path, key]) => (isFieldMessageKey(key) ? [{ path, key, params: { min: reasonMin } }] : []));
  return { code, params: data?.params ?? {}, fields };
}

interface Step<Input> {
  readonly problem: Problem | null;
  /** grows with each refusal, so that the summary takes the focus */
  readonly attempt: number;
  /** Out: was it done? */
  readonly run: (input: Input) => Promise<boolean>;
  readonly refuse: (problem: Problem) => void;
}

/**
 * Sends a step once: the key is made at the first attempt and kept until one succeeds, so that neither a double click nor
 * a lost connection acts twice. What is wrong with the fields is found before anything is sent.
 */
export function useStep<Input extends object>(schema: z.ZodType, send: (input: Input & { key: string }) => Promise<unknown>, onDone: () => void, onConflict: (problem: Problem) => void): Step<Input> {
  const key = useRef<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const refuse = (found: Problem) => {
    setProblem(found);
    setAttempt((count) => count + 1);
  };
  const run = async (input: Input): Promise<boolean> => {
    key.current ??= newId();
    const checked = schema.safeParse({ ...input, key: key.current });
    if (!checked.success) {
      refuse({ code: "request.invalid", params: {}, fields: fieldIssues(checked.error) });
      return false;
    }
    try {
      await send({ ...input, key: key.current });
      key.current = null;
      setProblem(null);
      onDone();
      return true;
    } catch (error) {
      const found = problemFrom(error);
      // what was refused was undone with its key; only a lost answer may have been a success
      if (found.code !== "request.unavailable") key.current = null;
      refuse(found);
      if (isConflict(found)) onConflict(found);
      return false;
    }
  };
  return { problem, attempt, run, refuse };
}
