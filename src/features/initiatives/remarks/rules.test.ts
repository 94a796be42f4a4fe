import fc from "fast-check";
import { expect, test } from "vitest";
import { moderatorsActions, remarkKinds, remarkStates, remarkSteps, stepFor, type RemarkState } from "./rules";

const actions = [...new Set(remarkSteps.map(({ action }) => action))];
const walk = fc.record({ kind: fc.constantFrom(...remarkKinds), tried: fc.array(fc.constantFrom(...actions), { maxLength: 12 }) });

test("в общем виде вопрос появляется только после двух проверок и ответа автора, в каком бы порядке ни нажимали", () => {
  fc.assert(fc.property(walk, ({ kind, tried }) => {
    const done: string[] = [];
    let state: RemarkState = "waiting";
    for (const action of tried) {
      const step = stepFor(kind, state, action);
      if (!step) continue;
      done.push(action);
      state = step.to;
    }
    if (state === "published") expect(done).toEqual(["pass", "answer", "publish"]);
    if (kind === "report") expect(["waiting", "unfounded", "passedOn"]).toContain(state);
  }));
});

test("законченное не продолжается, а у проверяющего есть что нажать, пока ждут его", () => {
  for (const kind of remarkKinds) {
    for (const state of ["published", "refused", "unfounded", "passedOn"] as const) for (const action of actions) expect(stepFor(kind, state, action)).toBeNull();
    expect(moderatorsActions(kind, "waiting").length).toBeGreaterThan(1);
  }
  expect(remarkStates.filter((state) => moderatorsActions("question", state).length > 0)).toEqual(["waiting", "answered"]);
});
