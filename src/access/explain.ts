import type { Policy, PolicyRow, When } from "./policy";
import { roles, type Role } from "./roles";
import { policies, type AccessName, type PolicyNoun } from "./rules/all";

/** What a role lets its holder do with a noun through one scope: a line of the review of rights. Every word of it has a name in messages, «access». */
export interface Allowed {
  readonly noun: PolicyNoun;
  readonly through: string;
  readonly actions: readonly string[];
  /** only for these roles (of an appointment), or but for what its author hid from his organisation */
  readonly onlyRoles: readonly string[];
  readonly butHidden: boolean;
  /** only while the person sits beside */
  readonly onlyTogether: boolean;
}

/** From the tables that decide, so that nothing is said that isn't so. Throws for a condition that nobody has put into words. */
export function allowedTo(role: Role): readonly Allowed[] {
  return Object.values(policies).flatMap((table) => {
    const policy = table as unknown as Policy<PolicyNoun, string, string>;
    return (policy.rows as readonly PolicyRow<string, string>[]).filter((row) => row.role === role).map((row) => ({ noun: policy.noun, through: row.through, actions: row.actions, ...conditions(row.when) }));
  });
}

/** «Registration by phone, not yet confirmed», a term that went up to them, their own shift that they ask to be relieved of: the words say it. */
const saidByNoun: ReadonlySet<string> = new Set(["assurance", "wentUpTo", "personId"]);

function conditions(when: When = {}): Pick<Allowed, "onlyRoles" | "butHidden" | "onlyTogether"> {
  const { role, hiddenFromOrganisation, ...rest } = when;
  const others = Object.entries(rest).filter(([name, wanted]) => !saidByNoun.has(name) && wanted !== "assisted").map(([name]) => name);
  if (others.length > 0) throw new Error(`no words for the condition «${others.join(", ")}»`);
  if (hiddenFromOrganisation !== undefined && hiddenFromOrganisation !== false) throw new Error("no words for this condition on hiddenFromOrganisation");
  return { onlyRoles: role === undefined ? [] : ([role].flat() as string[]), butHidden: hiddenFromOrganisation === false, onlyTogether: Object.values(rest).includes("assisted") };
}

/** Rights by which a resident's name, contact or words that are nobody else's are seen; names of staff are their colleagues' business. */
const personal: readonly AccessName[] = ["initiative.readAuthor", "ticket.read", "ticket.readAsker", "person.read", "phoneRegistration.read", "person.registerAtDesk", "person.issueSlip", "person.assist", "draft.read", "lateSheet.read"];

/** Does the role let somebody see residents' personal data? */
export function seesPersonalData(role: Role): boolean {
  return allowedTo(role).some(({ noun, actions }) => actions.some((action) => (personal as readonly string[]).includes(`${noun}.${action}`)));
}

export const rolesWithPersonalData: readonly Role[] = roles.filter(seesPersonalData);
