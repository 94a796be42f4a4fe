import { policy } from "../policy";

/** Units: their names are public; their people and settings are the municipality's. */
export const unit = policy(
  "unit",
  { municipality: { municipalityOfPost: "municipalityId" }, itself: { unit: "id" }, below: { below: "path" } },
  [
    { role: "anyone", actions: ["read"], through: "everywhere" },
    { role: "director", actions: ["readStaff"], through: "itself" },
    { role: "workingGroupLead", actions: ["readStaff"], through: "municipality" },
    { role: "workingGroupSecretary", actions: ["readStaff"], through: "municipality" },
    { role: "coordinationGroupMember", actions: ["readStaff"], through: "municipality" },
    { role: "head", actions: ["readStaff", "manage"], through: "municipality" },
    { role: "responsiblePerson", actions: ["readStaff", "manage"], through: "municipality" },
    // settings, no people: an administrator sees of them only whom he appoints himself (below)
    { role: "administrator", actions: ["manage", "importBoundary"], through: "everywhere" },
  ],
);

/** Bodies of a municipality in a marathon. */
export const body = policy(
  "body",
  { municipality: { municipalityOfPost: "municipalityId" }, itself: { body: "id" } },
  [
    { role: "anyone", actions: ["read"], through: "everywhere" },
    { role: "head", actions: ["manage"], through: "municipality" },
    { role: "responsiblePerson", actions: ["manage"], through: "municipality" },
    { role: "administrator", actions: ["manage"], through: "everywhere" },
  ],
);

const municipalRoles = ["coordinator", "executor", "director", "workingGroupMember", "workingGroupSecretary", "workingGroupLead", "coordinationGroupMember", "operator", "moderator"] as const;

/** Who appoints whom (seed 002: working groups appoint and brief the coordinators). */
export const appointment = policy(
  "appointment",
  {
    holder: { person: "personId" },
    unit: { unit: "unitId" },
    municipality: { municipalityOfPost: "municipalityId" },
    /** groups that the organisation of the appointment is linked to */
    linkedGroup: { bodies: "linkedBodyIds" },
  },
  [
    { role: "person", actions: ["read", "acknowledgeBriefing"], through: "holder" },
    { role: "director", actions: ["read"], through: "unit" },
    // «замещающий на время»: from a phone, in a minute; the act follows
    { role: "director", actions: ["substitute"], through: "unit", when: { role: ["coordinator", "executor"] } },
    { role: "workingGroupLead", actions: ["read", "appoint", "substitute", "end", "brief"], through: "linkedGroup", when: { role: ["coordinator", "executor"] } },
    { role: "workingGroupSecretary", actions: ["read", "brief"], through: "linkedGroup", when: { role: ["coordinator", "executor"] } },
    { role: "coordinationGroupMember", actions: ["read"], through: "municipality" },
    { role: "head", actions: ["read"], through: "municipality" },
    { role: "head", actions: ["appoint", "substitute", "end"], through: "municipality", when: { role: [...municipalRoles, "responsiblePerson"] } },
    { role: "responsiblePerson", actions: ["read"], through: "municipality" },
    { role: "responsiblePerson", actions: ["appoint", "substitute", "end", "brief"], through: "municipality", when: { role: municipalRoles } },
    { role: "administrator", actions: ["read"], through: "everywhere", when: { role: ["head", "responsiblePerson", "councilStaff", "countryObserver", "administrator"] } },
    { role: "administrator", actions: ["appoint", "end"], through: "everywhere", when: { role: ["head", "responsiblePerson", "councilStaff", "countryObserver", "administrator"] } },
  ],
);
