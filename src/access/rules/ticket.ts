import { policy } from "../policy";

/** The hotline, and the group that a question was handed to; leaders see figures, not questions. */
export const ticket = policy(
  "ticket",
  {
    hotline: { body: "hotlineId" },
    handedTo: { body: "handedToId" },
    person: { person: "personId" },
    municipality: { municipalityOfPost: "municipalityId" },
  },
  [
    { role: "anyone", actions: ["ask"], through: "everywhere" },
    { role: "person", actions: ["read", "reply", "reopen"], through: "person" },
    { role: "operator", actions: ["read", "readAsker", "takeCall", "claim", "answer", "note", "close", "reopen", "handUp"], through: "hotline" },
    { role: "workingGroupLead", actions: ["read", "readAsker", "answer", "note"], through: "handedTo" },
    { role: "workingGroupSecretary", actions: ["read", "readAsker", "answer", "note"], through: "handedTo" },
    { role: "workingGroupMember", actions: ["read", "note"], through: "handedTo" },
    { role: "head", actions: ["readFigures"], through: "municipality" },
    { role: "responsiblePerson", actions: ["readFigures"], through: "municipality" },
  ],
);
