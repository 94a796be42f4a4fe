import fc from "fast-check";
import { expect, test } from "vitest";
import { leftAt, resume } from "@/features/regulation/rules";
import { OfficeCalendar } from "@/shared/dates/office-calendar";
import { decisions, initiativeStatuses, lifecycle, type InitiativeStatus } from "../lifecycle";
import { competencesFor, isOpen, needsReason, problemOf, reasonMin, refusalOf, steps, termOf } from "./rules";

const zone = fc.constantFrom("Europe/Kirov", "Europe/Moscow", "Asia/Vladivostok", "Europe/Kaliningrad");
const instant = fc.date({ min: new Date("2024-02-01"), max: new Date("2027-10-01"), noInvalidDate: true });
const runs = { numRuns: 2000 };
const standing = (status: InitiativeStatus, hasProposal = false) => ({ status, hasProposal, moderatesFirst: false, dueAt: null, authorDueAt: null, remindedAt: null, isAppeal: false, isShared: false, offeredToId: null, arbiterId: null, objectionAtId: null, hasObjected: false });

test("срок, вышедший до вопроса автору, после ответа остаётся вышедшим на столько же", () => {
  const dueAt = new Date("2026-11-12T21:00:00Z");
  const office = new OfficeCalendar("Europe/Moscow");
  const left = leftAt(new Date("2026-11-16T09:00:00Z"), dueAt, "workingDays", office);
  const resumed = resume(new Date("2026-11-19T09:00:00Z"), left, "workingDays", office);
  expect(termOf(new Date("2026-11-19T09:00:00Z"), { dueAt: resumed, pausedLeft: null, termUnit: "workingDays" }, "Europe/Moscow")).toEqual({ kind: "overdue", workingDays: 2 });
});

test("срок словами: просрочено, сегодня, осталось, остановлен", () => {
  const now = new Date("2026-11-20T09:00:00Z");
  const term = (dueAt: string | null, paused: number | null = null) => termOf(now, { dueAt: dueAt === null ? null : new Date(dueAt), pausedLeft: paused, termUnit: "workingDays" }, "Europe/Moscow");
  expect(term("2026-11-17T21:00:00Z")).toEqual({ kind: "overdue", workingDays: 3 });
  expect(term("2026-11-20T08:00:00Z")).toEqual({ kind: "overdue", workingDays: 0 });
  expect(term("2026-11-20T15:00:00Z")).toEqual({ kind: "today" });
  expect(term("2026-11-20T21:00:00Z")).toEqual({ kind: "today" });
  expect(term("2026-11-24T21:00:00Z")).toEqual({ kind: "left", workingDays: 2 });
  expect(term(null, 4)).toEqual({ kind: "paused", left: 4, unit: "workingDays" });
  expect(term(null)).toEqual({ kind: "none" });
});

test("срок бывает просрочен тогда и только тогда, когда его мгновение прошло", () => {
  fc.assert(
    fc.property(instant, instant, zone, (now, dueAt, place) => {
      const term = termOf(now, { dueAt, pausedLeft: null, termUnit: "workingDays" }, place);
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
  for (const status of ["withdrawn", "merged"] as const) for (const step of steps) expect(isOpen(step, standing(status, true), new Date())).toBe(false);
});

test("шаг открыт только там, где его разрешает таблица хода", () => {
  for (const status of initiativeStatuses) {
    for (const step of ["accept", "clarify", "decide", "nominate", "answerNomination"] as const) {
      expect(isOpen(step, standing(status), new Date())).toBe(lifecycle.some((row) => row.action === step && row.from.includes(status)));
    }
    expect(isOpen("return", standing(status), new Date())).toBe(false);
  }
});

test("отказ называет то, что случилось", () => {
  expect(refusalOf("decide", "withdrawn")).toBe("initiative.alreadyWithdrawn");
  expect(refusalOf("decide", "clarification")).toBe("initiative.awaitingAuthor");
  expect(refusalOf("decide", "notSupported")).toBe("initiative.alreadyDecided");
  expect(refusalOf("decide", "submitted")).toBe("initiative.notConsidered");
  expect(refusalOf("nominate", "inConsideration")).toBe("initiative.notForNomination");
});
