"use client";

import { useTranslations } from "next-intl";
import type { Problem } from "@/ui/form/use-send";

type Params = Problem["params"];

/** Sentences of what was refused. */
export function useErrorWords() {
  const t = useTranslations("errors");
  const say = t as unknown as (key: string, params: Params) => string;
  return {
    problem: ({ code, params }: Problem) => say(code, params),
    field: (problem: Problem | null, path: string) => {
      const issue = problem?.fields.find((one) => one.path === path);
      return issue && say(issue.key, issue.params);
    },
    say,
  };
}
