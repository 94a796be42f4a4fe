import { describe, expect, it } from "vitest";
import {
  formatDay, formatDeadline, formatFullDate, formatFullMoment, formatMoment, formatNumericDate, formatPeriod, formatTime,
  type DateContext,
} from "./format";
import { plainDate } from "./plain-date";
import { endOfDayIn, zonedDateToInstant } from "./zone";

const zone = "Asia/Kamchatka";
const now = zonedDateToInstant(plainDate("2026-03-05"), "09:30", zone);
const ru: DateContext = { now, zone, locale: "ru" };
const en: DateContext = { now, zone, locale: "en" };
const at = (day: string, time: string) => zonedDateToInstant(plainDate(day), time, zone);
/** Tests read better with plain spaces; that the number and the month never part has a test of its own. */
const plain = (text: string) => text.replace(/\u00a0/g, " ");

describe("даты, как их говорят", () => {
  it.each([
    ["2026-03-05", "сегодня"], ["2026-03-06", "завтра"], ["2026-03-04", "вчера"], ["2026-03-07", "7 марта"],
    ["2025-03-06", "6 марта 2025 года"], ["2027-01-01", "1 января 2027 года"],
  ])("день %s: «%s»", (day, text) => {
    expect(plain(formatDay(plainDate(day), ru))).toBe(text);
  });

  it.each([
    ["2026-03-05", "18:00", "сегодня, до 18:00"], ["2026-03-06", "18:00", "завтра, до 18:00"],
    ["2026-03-12", "09:05", "12 марта, до 09:05"], ["2026-03-15", "24:00", "до 15 марта включительно"],
    ["2026-03-05", "24:00", "сегодня, до 24:00"], ["2026-03-06", "24:00", "завтра, до 24:00"],
    ["2026-12-31", "24:00", "до 31 декабря включительно"], ["2027-01-15", "24:00", "до 15 января 2027 года включительно"],
  ])("срок %s %s: «%s»", (day, time, text) => {
    expect(plain(formatDeadline(at(day, time), ru))).toBe(text);
  });

  it("срок в конце дня показан по часам читателя, а не сервера", () => {
    const inMoscow = { now, zone: "Europe/Moscow", locale: "ru" } as const;
    expect(plain(formatDeadline(endOfDayIn("Europe/Moscow", plainDate("2026-03-15")), inMoscow))).toBe("до 15 марта включительно");
    expect(plain(formatDeadline(endOfDayIn(zone, plainDate("2026-03-15")), inMoscow))).toBe("15 марта, до 15:00");
  });

  it("время события названо без предлога", () => {
    expect(plain(formatMoment(at("2026-02-25", "19:40"), ru))).toBe("25 февраля, 19:40");
    expect(formatMoment(at("2026-03-05", "00:00"), ru)).toBe("сегодня, 00:00");
    expect(formatTime(at("2026-03-05", "08:00"), zone, "ru")).toBe("08:00");
  });

  it("полная дата для заголовков называет день недели и год", () => {
    expect(plain(formatFullDate(plainDate("2026-03-06"), "ru"))).toBe("пятница, 6 марта 2026 года");
    expect(plain(formatFullMoment(at("2026-03-06", "18:00"), zone, "ru"))).toBe("пятница, 6 марта 2026 года, 18:00");
    expect(formatNumericDate(plainDate("2026-03-06"), "ru")).toBe("06.03.2026");
  });

  it("период называет месяц один раз", () => {
    const period = (from: string, to: string) => plain(formatPeriod(plainDate(from), plainDate(to), ru));
    expect(period("2026-02-14", "2026-03-31")).toBe("с 14 февраля по 31 марта");
    expect(period("2026-03-03", "2026-03-10")).toBe("с 3 по 10 марта");
    expect(period("2025-12-25", "2026-01-10")).toBe("с 25 декабря 2025 года по 10 января");
    expect(period("2026-03-03", "2026-03-03")).toBe("3 марта");
  });

  it("число не отрывается от месяца", () => {
    expect(formatDay(plainDate("2026-03-07"), ru)).toBe("7\u00a0марта");
  });

  it("то же по-английски", () => {
    expect(formatDeadline(at("2026-03-06", "18:00"), en)).toBe("tomorrow, by 18:00");
    expect(plain(formatDeadline(at("2026-03-15", "24:00"), en))).toBe("until 15 March inclusive");
    expect(plain(formatDay(plainDate("2025-03-06"), en))).toBe("6 March 2025");
    expect(plain(formatFullDate(plainDate("2026-03-06"), "en"))).toBe("Friday, 6 March 2026");
  });
});
