import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatFullMoment, formatMoment, type DateContext } from "@/shared/dates/format";
import { plainDateIn } from "@/shared/dates/zone";
import type { FieldIssue } from "@/shared/errors/field-issues";
import type { Problem } from "./use-step";

/** Dates as people of the municipality say them. In: the page's moment, the municipality's zone. */
export function useDates(now: Date, zone: string) {
  const locale = useLocale();
  const context: DateContext = { now, zone, locale };
  return {
    day: (instant: Date) => formatDay(plainDateIn(zone, instant), context),
    moment: (instant: Date) => formatMoment(instant, context),
    full: (instant: Date) => formatFullMoment(instant, zone, locale),
  };
}

/** A state's word at the head of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A direction's name in the language of the page. */
export function useDirectionName() {
  const locale = useLocale();
  return ({ name, nameEn }: { readonly name: string; readonly nameEn: string }) => (locale === "en" ? nameEn : name);
}

/** Sentences of refusals and of what is wrong with a field. */
export function useErrorWords() {
  const t = useTranslations("errors");
  const say = t as unknown as (key: string, params: Readonly<Record<string, string | number>>) => string;
  return {
    problem: ({ code, params }: Problem) => say(code, params),
    field: (issue: FieldIssue | undefined) => (issue ? say(issue.key, issue.params) : undefined),
  };
}
