import fc from "fast-check";
import { expect, test } from "vitest";
import { actionsFrom, countsInNet, initiativeStatuses, isDecided, lifecycle, transitionFor, type InitiativeStatus, type LifecycleAction } from "./lifecycle";

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
    for (const row of lifecycle) if (row.from.some((from) => reached.has(from))) row.to.forEach((to) => reached.add(to));
    grew = reached.size > before;
  }
  expect([...reached].toSorted()).toEqual([...initiativeStatuses].toSorted());
});
