import fc from "fast-check";
import { expect, test } from "vitest";
import { usualRegulation } from "@/features/regulation/rules";
import { OfficeCalendar } from "@/shared/dates/office-calendar";
import { addDays, daysBetween, plainDate } from "@/shared/dates/plain-date";
import { russianCalendar } from "@/shared/dates/working-days";
import { endOfDayIn, lastDayOf, plainDateIn } from "@/shared/dates/zone";
import { lifecycle, type InitiativeStatus } from "../../lifecycle";
import { termsAfter, type Terms } from "../rules";
import { appealDays, appealDueAt, capped, redirectBy, redirectDays } from "./rules";

const zone = fc.constantFrom("Europe/Kirov", "Europe/Moscow", "Asia/Vladivostok", "Europe/Kaliningrad");
const instant = fc.date({ min: new Date("2023-02-01"), max: new Date("2027-10-01"), noInvalidDate: true });
const runs = { numRuns: 3000 };
const on = (day: string) => new Date(`${day}T12:00:00Z`);
const dayOf = (registered: string, days = appealDays) => lastDayOf("Europe/Moscow", appealDueAt(on(registered), days, new OfficeCalendar("Europe/Moscow")));

test("на обращение отвечают за 30 календарных дней со дня регистрации; с выходного срок сдвигается назад, не вперёд", () => {
  expect(dayOf("2026-03-10")).toBe("2026-04-09");
  // the thirtieth day is a Saturday, the day before a Friday
  expect(dayOf("2026-03-12")).toBe("2026-04-10");
  // 4 January is a day off, and so are those before it
  expect(dayOf("2026-12-05")).toBe("2026-12-30");
  expect(dayOf("2026-03-10", 15)).toBe("2026-03-25");
  expect(dayOf("2026-03-10", 90)).toBe("2026-04-09");
});

test("срок закона не позже последнего дня и никогда не раньше регистрации, в любом поясе", () => {
  fc.assert(
    fc.property(instant, zone, fc.integer({ min: 1, max: 60 }), (registeredAt, place, days) => {
      const due = appealDueAt(registeredAt, days, new OfficeCalendar(place));
      const redirect = redirectBy(registeredAt, place);
      const from = plainDateIn(place, registeredAt);
      expect(due > registeredAt).toBe(true);
      expect(redirect > registeredAt).toBe(true);
      expect(due <= endOfDayIn(place, addDays(from, Math.min(days, appealDays)))).toBe(true);
      expect(daysBetween(from, lastDayOf(place, redirect))).toBeLessThanOrEqual(redirectDays);
      expect(redirect <= appealDueAt(registeredAt, appealDays, { days: russianCalendar, zone: place })).toBe(true);
    }),
    runs,
  );
});

test("ни вопросы автору, ни возвраты, ни новый срок группы не уводят обращение за срок закона", () => {
  const terms = usualRegulation.map((term) => ({ ...term, amount: term.subject === "initiativeAnswer" ? 40 : term.amount, shortenedFrom: null }));
  const actions = fc.array(fc.tuple(fc.constantFrom("accept", "clarify", "answerClarification", "goOn", "returnToAuthor", "resubmit", "remind"), fc.integer({ min: 0, max: 400 })), { maxLength: 12 });
  fc.assert(
    fc.property(instant, zone, actions, (registeredAt, place, taken) => {
      const office = new OfficeCalendar(place);
      const law = appealDueAt(registeredAt, appealDays, office);
      let row: Terms & { isAppeal: boolean; appealDueAt: Date; status: InitiativeStatus } = { dueAt: capped(law, law), pausedLeft: null, termUnit: "workingDays", authorDueAt: null, isAppeal: true, appealDueAt: law, status: "submitted" };
      let now = registeredAt;
      for (const [action, hours] of taken) {
        now = new Date(now.getTime() + hours * 3_600_000);
        const step = lifecycle.find((one) => one.action === action && one.from.includes(row.status));
        if (!step) continue;
        const to = step.to === "same" ? row.status : step.to[0]!;
        row = { ...row, ...termsAfter(step, to, row, { terms, office }, now), status: to };
        expect(row.pausedLeft, action).toBeNull();
        expect(row.dueAt, action).not.toBeNull();
        expect(row.dueAt! <= law, action).toBe(true);
      }
    }),
    runs,
  );
});

test("дни считают по календарю: адрес отсчёта – день регистрации в поясе муниципалитета", () => {
  // late in the evening of Moscow it is the next day on Kamchatka
  const registeredAt = new Date("2026-03-09T20:00:00Z");
  expect(lastDayOf("Europe/Moscow", appealDueAt(registeredAt, 1, { days: russianCalendar, zone: "Europe/Moscow" }))).toBe(plainDate("2026-03-10"));
  expect(lastDayOf("Asia/Kamchatka", appealDueAt(registeredAt, 1, { days: russianCalendar, zone: "Asia/Kamchatka" }))).toBe(plainDate("2026-03-11"));
});
