import fc from "fast-check";
import { expect, test } from "vitest";
import { actionsFrom, countsInNet, initiativeStatuses, isDecided, lifecycle, obstacleTo, reachedBy, transitionFor, type InitiativeStatus, type LifecycleAction } from "./lifecycle";

const allActions = lifecycle.map((row) => row.action);
const step = fc.record({ action: fc.constantFrom(...allActions), to: fc.constantFrom(...initiativeStatuses) });

function walk(steps: readonly { action: LifecycleAction; to: InitiativeStatus }[]): InitiativeStatus[] {
  const path: InitiativeStatus[] = ["submitted"];
  for (const { action, to } of steps) if (transitionFor(path.at(-1)!, action, to)) path.push(to);
  return path;
}

test("отозванная и объединённая инициатива больше никуда не движется", () => {
  expect(actionsFrom("withdrawn")).toEqual([]);
  expect(actionsFrom("merged")).toEqual([]);
});

test("каждый шаг, который начинает срок или ждёт автора, называет срок регламента, остальные – нет", () => {
  for (const { action, term, starts } of lifecycle) expect(starts !== null, action).toBe(["starts", "pauses", "waits"].includes(term));
});

test("кто-то узнаёт о каждом шаге", () => {
  for (const { action, tells } of lifecycle) expect(tells.length, action).toBeGreaterThan(0);
});

test("где сначала смотрит модератор, мимо него не проходит ничего", () => {
  const row = { moderatesFirst: true, dueAt: null, authorDueAt: null, remindedAt: null, isAppeal: false, isShared: false, offeredToId: null, arbiterId: null, objectionAtId: null, hasObjected: false };
  const past = (status: InitiativeStatus) => actionsFrom(status).filter((action) => obstacleTo(action, status, row, new Date()) === null);
  expect(past("submitted").toSorted()).toEqual(["dispute", "offer", "publish", "redirect", "returnToAuthor", "withdraw", "merge"].toSorted());
});

test("решить можно только то, что принято к рассмотрению", () => {
  for (const from of initiativeStatuses) expect(transitionFor(from, "decide", "notSupported") !== null).toBe(from === "inConsideration");
});

test("никакая последовательность действий не приводит к решению мимо рассмотрения", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const path = walk(steps);
      const decided = path.findIndex(isDecided);
      return decided === -1 || path.slice(0, decided).includes("inConsideration");
    }),
    { numRuns: 3000 },
  );
});

test("решённая инициатива не возвращается в работу и не выпадает из счёта", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const path = walk(steps);
      const decided = path.findIndex(isDecided);
      return decided === -1 || path.slice(decided).every((status) => isDecided(status) && countsInNet(status));
    }),
    { numRuns: 3000 },
  );
});

test("до каждого состояния можно дойти", () => {
  const reached = new Set<InitiativeStatus>(["submitted"]);
  for (let grew = true; grew; ) {
    const before = reached.size;
    for (const row of lifecycle) if (row.from.some((from) => reached.has(from))) row.from.filter((from) => reached.has(from)).flatMap((from) => reachedBy(row, from)).forEach((to) => reached.add(to));
    grew = reached.size > before;
  }
  expect([...reached].toSorted()).toEqual([...initiativeStatuses].toSorted());
});
