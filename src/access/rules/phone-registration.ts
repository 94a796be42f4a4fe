import { policy } from "../policy";

const waiting = { assurance: "selfDeclared" } as const;

/** Somebody who registered by phone and waits to be seen in person: found by the whole number that they name, by whoever may help in the municipality. */
export const phoneRegistration = policy("phoneRegistration", { municipality: { municipalityOfPost: "municipalityId" } }, [
  { role: "coordinator", actions: ["read", "confirmInPerson"], through: "municipality", when: waiting },
  { role: "executor", actions: ["read", "confirmInPerson"], through: "municipality", when: waiting },
  { role: "responsiblePerson", actions: ["read", "confirmInPerson"], through: "municipality", when: waiting },
]);
