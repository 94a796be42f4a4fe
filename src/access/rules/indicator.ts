import { policy } from "../policy";

const scopes = {
  municipality: { municipalityOfPost: "municipalityId" },
  municipalityNow: { municipalityOfPost: "municipalityId", standing: true },
  /** the municipality's ancestors: a район sees the indicators of its поселения, a council those of its region */
  above: { below: "path" },
  organisation: { unit: "organisationId" },
} as const;

/** Figures, never people. The council sees what it may ask about; the public what the head released. */
export const indicator = policy("indicator", scopes, [
  { role: "anyone", actions: ["readPublic"], through: "everywhere", when: { figuresPublic: true } },
  { role: "coordinator", actions: ["readOrganisation"], through: "organisation" },
  { role: "director", actions: ["readOrganisation"], through: "organisation" },
  { role: "workingGroupMember", actions: ["read"], through: "municipality" },
  { role: "workingGroupSecretary", actions: ["read"], through: "municipality" },
  { role: "workingGroupLead", actions: ["read"], through: "municipality" },
  { role: "coordinationGroupMember", actions: ["read"], through: "municipality" },
  { role: "responsiblePerson", actions: ["read", "export"], through: "municipality" },
  { role: "head", actions: ["read", "export"], through: "above" },
  { role: "councilStaff", actions: ["read", "compare", "export"], through: "above" },
  { role: "countryObserver", actions: ["read", "compare", "export"], through: "above" },
]);

/** Targets are set by the head alone. */
export const target = policy("target", scopes, [
  { role: "coordinator", actions: ["read"], through: "organisation" },
  { role: "director", actions: ["read"], through: "organisation" },
  { role: "workingGroupLead", actions: ["read"], through: "municipality" },
  { role: "workingGroupSecretary", actions: ["read"], through: "municipality" },
  { role: "coordinationGroupMember", actions: ["read"], through: "municipality" },
  { role: "responsiblePerson", actions: ["read"], through: "municipality" },
  { role: "head", actions: ["read"], through: "municipality" },
  { role: "head", actions: ["set"], through: "municipalityNow" },
  { role: "councilStaff", actions: ["read"], through: "above" },
  { role: "countryObserver", actions: ["read"], through: "above" },
]);

/** The council takes note; it is no superior (MODEL.md). */
export const checkpoint = policy("checkpoint", scopes, [
  { role: "workingGroupLead", actions: ["read"], through: "municipality" },
  { role: "workingGroupSecretary", actions: ["read"], through: "municipality" },
  { role: "coordinationGroupMember", actions: ["read"], through: "municipality" },
  { role: "responsiblePerson", actions: ["read", "recordPaperApproval"], through: "municipality" },
  // what was frozen before a merger is approved by the heir; a new one is the heir's own
  { role: "head", actions: ["read", "approve"], through: "municipality" },
  { role: "head", actions: ["create"], through: "municipalityNow" },
  { role: "councilStaff", actions: ["read", "takeNote"], through: "above" },
]);
