import { isBlocking } from "../chart/rules";
import type { Chart } from "../chart/schema";
import type { SetupStep } from "./schema";

export type StepState = "done" | "open";

/**
 * What each step still lacks. A step without a gap is done; dates are done once somebody has looked at them; the last one is done once the
 * municipality is set up. In: the structure, and whether the head has set the targets of the whole.
 */
export function stepStates({ hotline, directions, bodies, organisations, gaps, isSetUp, areDatesChecked }: Pick<Chart, "hotline" | "directions" | "bodies" | "organisations" | "gaps" | "isSetUp" | "areDatesChecked">, hasTargets: boolean): Readonly<Record<SetupStep, StepState>> {
  const lacks = (...kinds: readonly Chart["gaps"][number]["kind"][]) => gaps.some(({ kind }) => kinds.includes(kind));
  const groups = bodies.filter(({ kind }) => kind === "workingGroup");
  const state = (isDone: boolean): StepState => (isDone ? "done" : "open");
  return {
    hotline: state(hotline.phone !== null),
    groups: state(groups.length > 0 && directions.length > 0 && !lacks("directionWithoutGroup")),
    people: state(groups.length > 0 && !lacks("groupWithoutLead", "hotlineWithoutOperator")),
    organisations: state(organisations.length > 0 && !lacks("organisationWithoutGroup")),
    coordinators: state(organisations.length > 0 && !lacks("organisationWithoutCoordinator")),
    dates: state(areDatesChecked || isSetUp),
    targets: state(hasTargets),
    check: state(isSetUp),
  };
}

/** Where to go on: the first step that is not done; what is set up can do without targets. */
export function nextStep(states: Readonly<Record<SetupStep, StepState>>): SetupStep {
  const order: readonly SetupStep[] = ["hotline", "groups", "people", "organisations", "coordinators", "dates"];
  return order.find((step) => states[step] === "open") ?? (states.targets === "open" && states.check === "open" ? "targets" : "check");
}

/** May it be called set up? Nobody would answer without a phone, a group for each direction and a lead for each group. */
export function isComplete(gaps: readonly Pick<Chart["gaps"][number], "kind">[], groupCount: number): boolean {
  return groupCount > 0 && !gaps.some(isBlocking);
}

/** Two lists of ids, each without order. */
export function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.toSorted().every((id, at) => id === b.toSorted()[at]);
}
