/** Roles of MODEL.md, «Units and bodies». Initiator is any signed-in person; system is no role but a caller without a person. */
export const roles = [
  "coordinator",
  "executor",
  "director",
  "workingGroupMember",
  "workingGroupSecretary",
  "workingGroupLead",
  "coordinationGroupMember",
  "responsiblePerson",
  "head",
  "operator",
  "moderator",
  "councilStaff",
  "countryObserver",
  "administrator",
] as const;

export type Role = (typeof roles)[number];

/** Where each role is held: only such an appointment is valid. */
export const roleSeat: Record<Role, "organisation" | "workingGroup" | "coordinationGroup" | "hotline" | "municipality" | "region" | "country"> = {
  coordinator: "organisation",
  executor: "organisation",
  director: "organisation",
  workingGroupMember: "workingGroup",
  workingGroupSecretary: "workingGroup",
  workingGroupLead: "workingGroup",
  coordinationGroupMember: "coordinationGroup",
  responsiblePerson: "municipality",
  head: "municipality",
  operator: "hotline",
  moderator: "municipality",
  councilStaff: "region",
  countryObserver: "country",
  administrator: "country",
};
