import type { AccessName } from "./rules/all";

/** What anybody may look at, whoever sits beside; signing up is open, too. */
const forEverybody: readonly (AccessName | "public")[] = [
  "public", "initiative.readPublic", "unit.read", "body.read", "marathon.read", "participation.read", "posterLink.follow", "indicator.readPublic", "regulation.read", "keyQuestion.read", "person.register",
];

/** What is done with the person beside: the rows are theirs alone (`whileAssisting` and «assisted» in rules/). */
const together: readonly AccessName[] = ["person.assist", "person.issueSlip", "draft.list", "draft.read", "draft.write", "draft.submit", "draft.discard", "initiative.read"];

const open: ReadonlySet<string> = new Set([...forEverybody, ...together]);

/** May an entry point that stands for this right be called while a desk works with somebody? The helper's own account and workplace may not. */
export function isOpenWhileAssisting(access: AccessName | "public"): boolean {
  return open.has(access);
}
