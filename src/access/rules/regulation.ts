import { policy } from "../policy";

/** Who reacts to what, by when: public. The marathon sets it, a municipality tightens it and says when its offices are open. */
export const regulation = policy(
  "regulation",
  { municipalityNow: { municipalityOfPost: "municipalityId", standing: true } },
  [
    { role: "anyone", actions: ["read"], through: "everywhere" },
    { role: "administrator", actions: ["set"], through: "everywhere" },
    { role: "responsiblePerson", actions: ["tighten", "setHours"], through: "municipalityNow" },
  ],
);

/** A term that ran out: numbers and dates, nobody's words. Whoever had to react sees it too. */
export const missedTerm = policy(
  "missedTerm",
  { municipality: { municipalityOfPost: "municipalityId" }, itself: { body: "bodyId" } },
  [
    { role: "head", actions: ["read"], through: "municipality" },
    { role: "responsiblePerson", actions: ["read"], through: "municipality" },
    { role: "coordinationGroupMember", actions: ["read"], through: "municipality", when: { wentUpTo: "coordinationGroup" } },
    { role: "workingGroupLead", actions: ["read"], through: "itself" },
    { role: "workingGroupSecretary", actions: ["read"], through: "itself" },
    { role: "operator", actions: ["read"], through: "itself" },
  ],
);
