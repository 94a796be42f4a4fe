import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "@/shared/dates/plain-date";
import { inForce } from "@/features/regulation/rules";
import { OfficeCalendar } from "@/shared/dates/office-calendar";
import { russianCalendar } from "@/shared/dates/working-days";
import { plainDateIn, zonedDateToInstant } from "@/shared/dates/zone";
import { course, dueAtOf, isHeldByOther, isReopenTooLate, refusalOf, resumeTerm, startTerms, targetOf, subjectFrom, termKindOf, ticketActions, ticketStatuses } from "./rules";

const zone = "Europe/Kirov";
const at = (day: string, time = "12:00") => zonedDateToInstant(plainDate(day), time, zone);

describe("ход вопроса", () => {
  test("на закрытый и уже отвеченный вопрос не отвечают, не уточняют, не передают и не берут", () => {
    for (const status of ["answered", "closed"] as const) {
      for (const action of ["answer", "clarify", "handUp", "claim", "takeOver", "release", "reply"] as const) {
        expect(targetOf(action, status), `${action} ${status}`).toBeNull();
        expect(refusalOf(action, status)).toBe("ticket.alreadyClosed");
      }
    }
  });

  test("пока вопрос никто не взял, на него не отвечают", () => {
    expect(targetOf("answer", "open")).toBeNull();
    expect(refusalOf("answer", "open")).toBe("ticket.notClaimed");
  });

  test("открыть снова можно только законченный", () => {
    expect(ticketStatuses.filter((status) => targetOf("reopen", status))).toEqual(["answered", "closed"]);
    expect(refusalOf("reopen", "claimed")).toBe("ticket.notClosed");
  });

  test("у действия в одном состоянии одна строка", () => {
    for (const action of ticketActions) for (const status of ticketStatuses) expect(course.filter((row) => row.action === action && (row.from as readonly string[]).includes(status)).length, `${action} ${status}`).toBeLessThan(2);
  });

  test("каким путём ни идти, из любого состояния можно прийти к закрытому и открыть снова", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...ticketActions), { maxLength: 30 }), (actions) => {
      let status: (typeof ticketStatuses)[number] = "open";
      for (const action of actions) status = targetOf(action, status) ?? status;
      if (status === "open") status = targetOf("claim", status) ?? status;
      if (status !== "closed") status = targetOf("close", status) ?? status;
      expect(status).toBe("closed");
      expect(targetOf("reopen", status)).toBe("open");
    }));
  });
});

describe("чей вопрос", () => {
  const held = { status: "claimed", claimedById: "anna", handedToId: null } as const;
  test("за коллегу не отвечают и не закрывают, пока не взяли себе", () => {
    const colleague = { personId: "boris", bodyIds: ["line"] };
    expect(["answer", "clarify", "close", "handUp", "release", "recordReply"].every((action) => isHeldByOther(action as "answer", held, colleague))).toBe(true);
    expect(["note", "takeOver", "reopen"].some((action) => isHeldByOther(action as "note", held, colleague))).toBe(false);
    expect(isHeldByOther("answer", held, { personId: "anna", bodyIds: ["line"] })).toBe(false);
  });
  test("группа, которой передали, отвечает за себя; другая группа — нет", () => {
    const handed = { ...held, handedToId: "housing" };
    expect(isHeldByOther("answer", handed, { personId: "lead", bodyIds: ["housing"] })).toBe(false);
    expect(isHeldByOther("answer", handed, { personId: "lead", bodyIds: ["roads"] })).toBe(true);
  });
  test("отвеченный закрывает любой оператор", () => {
    expect(isHeldByOther("close", { ...held, status: "answered" }, { personId: "boris", bodyIds: ["line"] })).toBe(false);
  });
});

describe("сроки", () => {
  const office = new OfficeCalendar(zone);
  const regulation = { terms: inForce([], []), office };
  test("взять — через рабочие часы, решить — через рабочие дни, оба по календарю муниципалитета", () => {
    expect(startTerms(at("2026-03-06", "17:00"), regulation)).toEqual({ firstResponseDueAt: at("2026-03-10", "12:00"), resolutionDueAt: at("2026-03-12", "24:00"), resolutionUnit: "workingDays" });
  });
  test("у нового срок — взять, у взятого — решить, у ожидающего и законченного его нет", () => {
    const deadlines = startTerms(at("2026-03-10"), regulation);
    expect(dueAtOf({ status: "open", ...deadlines })).toEqual(deadlines.firstResponseDueAt);
    expect(dueAtOf({ status: "claimed", ...deadlines })).toEqual(deadlines.resolutionDueAt);
    expect((["waitingForPerson", "answered", "closed"] as const).map((status) => dueAtOf({ status, ...deadlines }))).toEqual([null, null, null]);
  });
  test("пауза прощает дни ожидания и не прощает просроченное", () => {
    const due = at("2026-03-13", "24:00");
    expect(resumeTerm(at("2026-03-11"), due, at("2026-03-20"), "workingDays", office)).toEqual(at("2026-03-24", "24:00"));
    expect(resumeTerm(at("2026-03-16"), due, at("2026-03-20"), "workingDays", office)).toEqual(due);
    expect(resumeTerm(at("2026-03-13"), due, at("2026-03-14"), "workingDays", office)).toEqual(at("2026-03-16", "24:00"));
  });
  test("после паузы осталось столько же рабочих дней, и никогда не меньше прежнего срока", () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => new Date(at("2026-01-12").getTime() + n * 86_400_000));
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 60 }), (pausedAt, left, waited) => {
      const due = russianCalendar.workingDeadline(pausedAt, left, zone);
      const now = new Date(pausedAt.getTime() + waited * 86_400_000);
      const resumed = resumeTerm(pausedAt, due, now, "workingDays", office);
      expect(resumed >= due).toBe(true);
      const counted = russianCalendar.workingDaysLeft(now, resumed, zone);
      // a last day that falls on a day off moves to the next working one
      expect(counted === left || (left === 0 && counted === 1 && !russianCalendar.isWorkingDay(plainDateIn(zone, now)))).toBe(true);
    }));
  });
  test("срок говорит о себе: просрочен, сегодня, остановлен", () => {
    expect(termKindOf(at("2026-03-10"), "claimed", at("2026-03-10", "11:00"), zone)).toBe("overdue");
    expect(termKindOf(at("2026-03-10"), "claimed", at("2026-03-10", "24:00"), zone)).toBe("today");
    expect(termKindOf(at("2026-03-10"), "claimed", at("2026-03-11", "24:00"), zone)).toBe("left");
    expect(termKindOf(at("2026-03-10"), "waitingForPerson", null, zone)).toBe("paused");
    expect(termKindOf(at("2026-03-10"), "closed", null, zone)).toBe("none");
  });
  test("открыть снова можно десять рабочих дней", () => {
    expect(isReopenTooLate(at("2026-03-10"), at("2026-03-24", "23:59"), zone)).toBe(false);
    expect(isReopenTooLate(at("2026-03-10"), at("2026-03-24", "24:00"), zone)).toBe(true);
    expect(isReopenTooLate(null, at("2027-01-01"), zone)).toBe(false);
  });
});

test("заголовок из вопроса: первая строка, не длиннее 80 знаков, слово не режется", () => {
  expect(subjectFrom("Как подать?\nИ ещё спросить")).toBe("Как подать?");
  const long = subjectFrom("Хочет предложить тёплую остановку у районной больницы, спрашивает, можно ли сказать это по телефону");
  expect(long).toBe("Хочет предложить тёплую остановку у районной больницы, спрашивает, можно ли…");
  fc.assert(fc.property(fc.string(), (text) => subjectFrom(text).length <= 81));
});
