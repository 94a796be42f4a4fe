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
    { role: "person", actions: ["read", "edit", "join", "takeOut", "erase"], through: "self" },
    { role: "coordinator", actions: ["read", "issueSlip", "assist"], through: "registrar", whileAssisting: "id" },
    { role: "executor", actions: ["read", "issueSlip", "assist"], through: "registrar", whileAssisting: "id" },
    { role: "coordinator", actions: ["registerAtDesk"], through: "registeredAt", whileAssisting: "id" },
    { role: "executor", actions: ["registerAtDesk"], through: "registeredAt", whileAssisting: "id" },
    // who lost the password and has no e-mail is found by the whole number that they name
    { role: "responsiblePerson", actions: ["read", "merge", "find", "issueSlip"], through: "municipality" },
  ],
);

/** One scan of a whole stack of signed sheets: it shows many people, so whoever considers one of them is only told that there is a scan. */
export const stackScan = policy(
  "stackScan",
  { gatherer: { person: "gatheredById" }, municipality: { municipalityOfPost: "municipalityId" } },
  [
    { role: "coordinator", actions: ["read"], through: "gatherer" },
    { role: "executor", actions: ["read"], through: "gatherer" },
    { role: "responsiblePerson", actions: ["read"], through: "municipality" },
  ],
);

/** Where somebody is signed in: theirs alone. */
export const session = policy("session", { person: { person: "personId" } }, [{ role: "person", actions: ["read", "end"], through: "person" }]);

/** A code from one's own phone. Whose lost one may be taken away stands with the appointments (structure.ts). */
export const secondFactor = policy("secondFactor", { person: { person: "personId" } }, [{ role: "person", actions: ["edit"], through: "person" }]);

/** One's own sign-ins by organisations. */
export const identity = policy("identity", { person: { person: "personId" } }, [{ role: "person", actions: ["read", "edit"], through: "person" }]);
