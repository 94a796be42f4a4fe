export const remarkKinds = ["report", "question"] as const;
export type RemarkKind = (typeof remarkKinds)[number];
export const remarkStates = ["waiting", "withAuthor", "answered", "published", "refused", "unfounded", "passedOn"] as const;
export type RemarkState = (typeof remarkStates)[number];

export const remarkActions = ["pass", "answer", "decline", "publish", "refuse", "dismiss", "passOn"] as const;
export type RemarkAction = (typeof remarkActions)[number];

export interface RemarkStep {
  readonly action: RemarkAction;
  readonly kind: RemarkKind;
  readonly from: readonly RemarkState[];
  readonly to: RemarkState;
  /** whose step it is: access/rules/remark.ts */
  readonly right: "settle" | "answer";
}

/**
 * A question reaches its author once a moderator has read it, and the public once the answer was read too. A report is
 * found unfounded, or passed on to the group as an internal note.
 */
export const remarkSteps: readonly RemarkStep[] = [
  { action: "pass", kind: "question", from: ["waiting"], to: "withAuthor", right: "settle" },
  { action: "answer", kind: "question", from: ["withAuthor"], to: "answered", right: "answer" },
  { action: "decline", kind: "question", from: ["withAuthor"], to: "refused", right: "answer" },
  { action: "publish", kind: "question", from: ["answered"], to: "published", right: "settle" },
  { action: "refuse", kind: "question", from: ["waiting", "answered"], to: "refused", right: "settle" },
  { action: "dismiss", kind: "report", from: ["waiting"], to: "unfounded", right: "settle" },
  { action: "passOn", kind: "report", from: ["waiting"], to: "passedOn", right: "settle" },
];

/** The step, or null where the table forbids it. */
export function stepFor(kind: RemarkKind, from: RemarkState, action: RemarkAction): RemarkStep | null {
  return remarkSteps.find((step) => step.kind === kind && step.action === action && step.from.includes(from)) ?? null;
}

/** What whoever moderates may do with it now. */
export function moderatorsActions(kind: RemarkKind, state: RemarkState): readonly RemarkAction[] {
  return remarkSteps.filter((step) => step.right === "settle" && step.kind === kind && step.from.includes(state)).map(({ action }) => action);
}
