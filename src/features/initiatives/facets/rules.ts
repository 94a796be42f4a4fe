import { plainDateIn } from "@/shared/dates/zone";
import { addDays, type PlainDate } from "@/shared/dates/plain-date";

export const periods = ["week", "month"] as const;
export type Period = (typeof periods)[number];

const lengthInDays: Readonly<Record<Period, number>> = { week: 7, month: 30 };

/** The first day of the last seven or thirty, today among them; days of the facets are those of UTC. */
export function firstDayOf(period: Period, now: Date): PlainDate {
  return addDays(plainDateIn("UTC", now), 1 - lengthInDays[period]);
}
