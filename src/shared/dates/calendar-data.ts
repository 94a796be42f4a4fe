/**
 * Production calendars of Russia, 2021–2027: facts of the Government's decrees on moving days off
 * and of the President's decrees on paid non-working days.
 * Source: xmlcalendar/data, commits ccba74a and 7296460 (постановления Правительства РФ).
 * All days are MM-DD of their year.
 */
export interface ProductionYear {
  /** Days off: holidays, moved days off, paid non-working days. Ordinary weekends are not listed. */
  readonly daysOff: readonly string[];
  /** Working days an hour shorter; one that falls on a weekend is a working day all the same. */
  readonly shortDays: readonly string[];
  /** Full working days that fall on a weekend. */
  readonly workingDays: readonly string[];
}

/** Non-working holidays of ст. 112 ТК РФ, the same every year. */
export const fixedHolidays: readonly string[] = [
  "01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08",
  "02-23", "03-08", "05-01", "05-09", "06-12", "11-04",
];

export const productionCalendars: Readonly<Record<number, ProductionYear>> = {
  2021: {
    daysOff: [
      "01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08", "02-22", "02-23", "03-08", "05-01",
      "05-03", "05-04", "05-05", "05-06", "05-07", "05-09", "05-10", "06-12", "06-14", "10-30", "10-31", "11-01",
      "11-02", "11-03", "11-04", "11-05", "12-31",
    ],
    shortDays: ["02-20", "04-30", "06-11"],
    workingDays: [],
  },
  2022: {
    daysOff: [
      "01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08", "02-23", "03-07", "03-08", "05-01",
      "05-02", "05-03", "05-09", "05-10", "06-12", "06-13", "11-04",
    ],
    shortDays: ["02-22", "03-05", "11-03"],
    workingDays: [],
  },
  2023: {
    daysOff: [
      "01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08", "02-23", "02-24", "03-08", "05-01",
      "05-08", "05-09", "06-12", "11-04", "11-06",
    ],
    shortDays: ["02-22", "03-07", "11-03"],
    workingDays: [],
  },
  2024: {
    daysOff: [
      "01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08", "02-23", "03-08", "04-29", "04-30",
      "05-01", "05-09", "05-10", "06-12", "11-04", "12-30", "12-31",
    ],
    shortDays: ["02-22", "03-07", "05-08", "06-11", "11-02"],
    workingDays: ["04-27", "12-28"],
  },
  2025: {
    daysOff: [
      "01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08", "02-23", "03-08", "05-01", "05-02",
      "05-08", "05-09", "06-12", "06-13", "11-03", "11-04", "12-31",
    ],
    shortDays: ["03-07", "04-30", "06-11", "11-01"],
    workingDays: [],
  },
  2026: {
    daysOff: [
      "01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08", "01-09", "02-23", "03-08", "03-09",
      "05-01", "05-09", "05-11", "06-12", "11-04", "12-31",
    ],
    shortDays: ["04-30", "05-08", "06-11", "11-03"],
    workingDays: [],
  },
  2027: {
    daysOff: [
      "01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08", "02-22", "02-23", "03-08", "05-01",
      "05-03", "05-09", "05-10", "06-12", "06-14", "11-04", "11-05", "12-31",
    ],
    shortDays: ["02-20", "04-30", "06-11", "11-03"],
    workingDays: [],
  },
};
