import { addDays, type PlainDate } from "@/shared/dates/plain-date";

/** A sheet lies for no longer than a marathon lasts. */
const oldestDays = 366;

/** In: the day on the sheet, today where it was gathered. Out: may it stand there? */
export function isSheetDay(day: PlainDate, today: PlainDate): boolean {
  return day <= today && day > addDays(today, -oldestDays);
}
