import fc from "fast-check";
import { expect, test } from "vitest";
import { russianCalendar } from "@/shared/dates/working-days";
import { plainDateIn } from "@/shared/dates/zone";
import { decisions, initiativeStatuses, lifecycle } from "../lifecycle";
import { competencesFor, isOpen, needsReason, pauseTerm, problemOf, reasonMin, refusalOf, resumeTerm, startTerm, steps, termOf } from "./rules";

const zone = fc.constantFrom("Europe/Kirov", "Europe/Moscow", "Asia/Vladivostok", "Europe/Kaliningrad");
const instant = fc.date({ min: new Date("2024-02-01"), max: new Date("2027-10-01"), noInvalidDate: true });
const runs = { numRuns: 2000 };

test("остановка и возобновление не убавляют и не прибавляют рабочих дней", () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: -20, max: 40 }), fc.integer({ min: 0, max: 90 * 24 }), zone, (asked, term, hoursLater, place) => {
      const dueAt = russianCalendar.workingDeadline(asked, term, place);
      const left = pauseTerm(asked, dueAt, place);
      const answered = new Date(asked.getTime() + hoursLater * 3_600_000);
      const after = pauseTerm(answered, resumeTerm(answered, left, place), place);
      const onDayOff = left === 0 && !russianCalendar.isWorkingDay(plainDateIn(place, answered));
      expect(after).toBe(onDayOff ? 1 : left);
    }),
    runs,
  );
});

test("сколько раз ни останавливай срок в один день, он не сдвинется", () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5 }), zone, (now, term, times, place) => {
      const first = startTerm(now, term, place);
      let dueAt = first;
      for (let turn = 0; turn < times; turn += 1) dueAt = resumeTerm(now, pauseTerm(now, dueAt, place), place);
      expect(dueAt).toEqual(first);
    }),
    runs,
  );
});

test("срок ответа считается со дня после принятия, по рабочим дням муниципалитета", () => {
  expect(startTerm(new Date("2022-02-28T12:00:00Z"), 5, "Europe/Moscow").toISOString()).toBe("2022-03-05T21:00:00.000Z");
  // in Vladivostok 20:00 UTC is already the next day
  expect(startTerm(new Date("2026-11-16T20:00:00Z"), 1, "Asia/Vladivostok").toISOString()).toBe("2026-11-18T14:00:00.000Z");
});

test("срок, вышедший до вопроса автору, после ответа остаётся вышедшим на столько же", () => {
  const dueAt = new Date("2026-11-12T21:00:00Z");
  const left = pauseTerm(new Date("2026-11-16T09:00:00Z"), dueAt, "Europe/Moscow");
  const resumed = resumeTerm(new Date("2026-11-19T09:00:00Z"), left, "Europe/Moscow");
  expect(termOf(new Date("2026-11-19T09:00:00Z"), { dueAt: resumed, pausedWorkingDaysLeft: null }, "Europe/Moscow")).toEqual({ kind: "overdue", workingDays: 2 });
});

test("без остатка в выходной срок кончается следующим рабочим днём", () => {
  expect(resumeTerm(new Date("2026-11-21T09:00:00Z"), 0, "Europe/Moscow").toISOString()).toBe("2026-11-23T21:00:00.000Z");
});

test("срок словами: просрочено, сегодня, осталось, остановлен", () => {
  const now = new Date("2026-11-20T09:00:00Z");
  const term = (dueAt: string | null, paused: number | null = null) => termOf(now, { dueAt: dueAt === null ? null : new Date(dueAt), pausedWorkingDaysLeft: paused }, "Europe/Moscow");
  expect(term("2026-11-17T21:00:00Z")).toEqual({ kind: "overdue", workingDays: 3 });
  expect(term("2026-11-20T08:00:00Z")).toEqual({ kind: "overdue", workingDays: 0 });
  expect(term("2026-11-20T15:00:00Z")).toEqual({ kind: "today" });
  expect(term("2026-11-20T21:00:00Z")).toEqual({ kind: "today" });
  expect(term("2026-11-24T21:00:00Z")).toEqual({ kind: "left", workingDays: 2 });
  expect(term(null, 4)).toEqual({ kind: "paused", workingDays: 4 });
  expect(term(null)).toEqual({ kind: "none" });
});

test("срок бывает просрочен тогда и только тогда, когда его мгновение прошло", () => {
  fc.assert(
    fc.property(instant, instant, zone, (now, dueAt, place) => {
      const term = termOf(now, { dueAt, pausedWorkingDaysLeft: null }, place);
      expect(term.kind === "overdue").toBe(dueAt <= now);
      if ("workingDays" in term) expect(term.workingDays).toBeGreaterThanOrEqual(0);
    }),
    runs,
  );
});

test("не поддержать и признать вне компетенции без причины нельзя, остальное можно", () => {
  for (const decision of decisions) {
    const competence = competencesFor(decision)[0] ?? null;
    for (const text of ["", "   ", "коротко"]) expect(problemOf({ decision, competence, text }) !== null).toBe(needsReason(decision));
    expect(problemOf({ decision, competence, text: "а".repeat(reasonMin) })).toBeNull();
  }
  expect(decisions.filter(needsReason)).toEqual(["beyondCompetence", "notSupported"]);
});

test("вне компетенции муниципалитета бывает только региональное и федеральное", () => {
  const text = "Дорога принадлежит области.";
  expect(problemOf({ decision: "beyondCompetence", competence: "municipal", text })).toEqual({ field: "competence", message: "field.choice" });
  expect(problemOf({ decision: "beyondCompetence", competence: null, text })).toEqual({ field: "competence", message: "field.choice" });
  expect(problemOf({ decision: "beyondCompetence", competence: "federal", text })).toBeNull();
});

test("по отозванной и объединённой не открыт ни один шаг", () => {
  for (const status of ["withdrawn", "merged"] as const) for (const step of steps) expect(isOpen(step, { status, hasProposal: true })).toBe(false);
});

test("шаг открыт только там, где его разрешает таблица хода", () => {
  for (const status of initiativeStatuses) {
    for (const step of ["accept", "clarify", "decide", "nominate", "answerNomination"] as const) {
      expect(isOpen(step, { status, hasProposal: false })).toBe(lifecycle.some((row) => row.action === step && row.from.includes(status)));
    }
    expect(isOpen("return", { status, hasProposal: false })).toBe(false);
  }
});

test("отказ называет то, что случилось", () => {
  expect(refusalOf("decide", "withdrawn")).toBe("initiative.alreadyWithdrawn");
  expect(refusalOf("decide", "clarification")).toBe("initiative.awaitingAuthor");
  expect(refusalOf("decide", "notSupported")).toBe("initiative.alreadyDecided");
  expect(refusalOf("decide", "submitted")).toBe("initiative.notConsidered");
  expect(refusalOf("nominate", "inConsideration")).toBe("initiative.notForNomination");
});
