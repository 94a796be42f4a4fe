"use client";

import { useTranslations } from "next-intl";

type Params = Readonly<Record<string, string | number>>;

/** Sentences of what was refused. */
export function useErrorWords(): (key: string, params?: Params) => string {
  const t = useTranslations("errors") as unknown as (key: string, params: Params) => string;
  return (key, params = {}) => t(key, params);
}
