import { policy } from "../policy";

/** People see themselves; coordinators those whom they registered; the responsible person those of the municipality. */
export const person = policy(
  "person",
  {
    self: { person: "id" },
    registrar: { person: "registeredById" },
    registeredAt: { unit: "registeredAtUnitId" },
    municipality: { municipalityOfPost: "municipalityId" },
  },
  [
    { role: "anyone", actions: ["register"], through: "everywhere" },
    { role: "person", actions: ["read", "edit", "join"], through: "self" },
    { role: "coordinator", actions: ["read", "issueSlip", "assist"], through: "registrar" },
    { role: "executor", actions: ["read", "issueSlip", "assist"], through: "registrar" },
    { role: "coordinator", actions: ["registerAtDesk"], through: "registeredAt" },
    { role: "executor", actions: ["registerAtDesk"], through: "registeredAt" },
    { role: "responsiblePerson", actions: ["read"], through: "municipality" },
  ],
);
