import { plainDate, type PlainDate } from "@/shared/dates/plain-date";

/** Whole years: 14 with a representative's consent, 16 alone, 18 asked for nothing (MODEL.md, «People»; ст. 26 ГК РФ, ст. 9 152-ФЗ). */
export const ages = { least: 14, alone: 16, adult: 18 } as const;

export type Standing = "unknown" | "tooYoung" | "needsRepresentative" | "alone" | "adult";

/** Whole years on a day. Born on 29 February, one is a year older on 1 March of an ordinary year. Negative before birth. */
export function ageOn(birthDate: PlainDate, today: PlainDate): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** In: a birth date, none where it was not asked; the day on which it is asked. */
export function standingOf(birthDate: PlainDate | null, today: PlainDate): Standing {
  if (birthDate === null) return "unknown";
  const age = ageOn(birthDate, today);
  if (age < ages.least) return "tooYoung";
  if (age < ages.alone) return "needsRepresentative";
  return age < ages.adult ? "alone" : "adult";
}

/** The day in UTC, which comes last in all of the country's zones: whoever is that close to an age waits some hours, and nobody is let in early. */
export function legalToday(now: Date): PlainDate {
  return plainDate(now.toISOString().slice(0, 10));
}
