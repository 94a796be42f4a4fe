import { policy } from "../policy";

/** Units: their names are public; their people and settings are the municipality's. */
export const unit = policy(
  "unit",
  { municipality: { municipalityOfPost: "municipalityId" }, municipalityNow: { municipalityOfPost: "municipalityId", standing: true }, itself: { unit: "id" }, below: { below: "path" } },
  [
    { role: "anyone", actions: ["read"], through: "everywhere" },
    { role: "director", actions: ["readStaff"], through: "itself" },
    { role: "workingGroupLead", actions: ["readStaff"], through: "municipality" },
    { role: "workingGroupSecretary", actions: ["readStaff"], through: "municipality" },
    { role: "coordinationGroupMember", actions: ["readStaff"], through: "municipality" },
    { role: "head", actions: ["readStaff"], through: "municipality" },
    { role: "head", actions: ["manage"], through: "municipalityNow" },
    { role: "responsiblePerson", actions: ["readStaff"], through: "municipality" },
    { role: "responsiblePerson", actions: ["manage"], through: "municipalityNow" },
    { role: "workingGroupLead", actions: ["readHistory"], through: "municipality" },
    { role: "workingGroupSecretary", actions: ["readHistory"], through: "municipality" },
    { role: "coordinationGroupMember", actions: ["readHistory"], through: "municipality" },
    { role: "head", actions: ["readHistory"], through: "municipality" },
    { role: "responsiblePerson", actions: ["readHistory"], through: "municipality" },
    { role: "councilStaff", actions: ["readHistory"], through: "below" },
    // municipalities, their codes, and what goes from one to another: by a law, not by their own wish
    { role: "administrator", actions: ["readHistory", "reform"], through: "everywhere" },
    // settings, no people: an administrator sees of them only whom he appoints himself (below)
    { role: "administrator", actions: ["manage", "importBoundary"], through: "everywhere" },
  ],
);

/** Bodies of a municipality in a marathon. */
export const body = policy(
  "body",
  { municipalityNow: { municipalityOfPost: "municipalityId", standing: true }, itself: { body: "id" } },
  [
    { role: "anyone", actions: ["read"], through: "everywhere" },
    { role: "head", actions: ["manage"], through: "municipalityNow" },
    { role: "responsiblePerson", actions: ["manage"], through: "municipalityNow" },
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
    unitNow: { unit: "unitId", standing: true },
    municipality: { municipalityOfPost: "municipalityId" },
    municipalityNow: { municipalityOfPost: "municipalityId", standing: true },
    /** groups that the organisation of the appointment is linked to */
    linkedGroup: { bodies: "linkedBodyIds" },
  },
  [
    { role: "person", actions: ["read", "acknowledgeBriefing"], through: "holder" },
    { role: "director", actions: ["read"], through: "unit" },
    // «замещающий на время»: from a phone, in a minute; the act follows
    { role: "director", actions: ["substitute"], through: "unitNow", when: { role: ["coordinator", "executor"] } },
    { role: "workingGroupLead", actions: ["read", "appoint", "substitute", "end", "brief"], through: "linkedGroup", when: { role: ["coordinator", "executor"] } },
    { role: "workingGroupSecretary", actions: ["read", "brief"], through: "linkedGroup", when: { role: ["coordinator", "executor"] } },
    { role: "coordinationGroupMember", actions: ["read"], through: "municipality" },
    { role: "head", actions: ["read", "review"], through: "municipality" },
    { role: "head", actions: ["appoint", "substitute", "end"], through: "municipalityNow", when: { role: [...municipalRoles, "responsiblePerson"] } },
    { role: "responsiblePerson", actions: ["read"], through: "municipality" },
    { role: "responsiblePerson", actions: ["appoint", "substitute", "end", "brief", "resetSecondFactor"], through: "municipalityNow", when: { role: municipalRoles } },
    // who holds which right; names of those whom he doesn't appoint for a reason that is logged
    { role: "administrator", actions: ["review"], through: "everywhere" },
    { role: "administrator", actions: ["read"], through: "everywhere", when: { role: ["head", "responsiblePerson", "councilStaff", "countryObserver", "administrator"] } },
    { role: "administrator", actions: ["appoint", "end", "resetSecondFactor"], through: "everywhere", when: { role: ["head", "responsiblePerson", "councilStaff", "countryObserver", "administrator"] } },
  ],
);

/** Who is at the hotline, and when. In public only whether somebody is there. */
export const duty = policy(
  "duty",
  { municipality: { municipalityOfPost: "municipalityId" }, municipalityNow: { municipalityOfPost: "municipalityId", standing: true }, hotline: { body: "hotlineId" }, holder: { person: "personId" } },
  [
    { role: "person", actions: ["readOwn"], through: "holder" },
    { role: "operator", actions: ["read", "take"], through: "hotline" },
    { role: "operator", actions: ["offer"], through: "hotline", when: { personId: "me" } },
    { role: "coordinationGroupMember", actions: ["read"], through: "municipality" },
    { role: "head", actions: ["read"], through: "municipality" },
    { role: "head", actions: ["plan"], through: "municipalityNow" },
    { role: "responsiblePerson", actions: ["read"], through: "municipality" },
    { role: "responsiblePerson", actions: ["plan"], through: "municipalityNow" },
  ],
);
