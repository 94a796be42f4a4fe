import { policy } from "../policy";

/** Statuses that anybody may see: the group has accepted it, its words are checked. */
export const publicInitiativeStatuses = ["inConsideration", "clarification", "nominated", "includedInProgramme", "alreadyUnderWay", "beyondCompetence", "notSupported", "carriedOut"] as const;

export const initiative = policy(
  "initiative",
  {
    municipality: { municipalityOfPost: "municipalityId" },
    considering: { body: "consideringId" },
    originating: { unit: "originatingId" },
    handedTo: { unit: "handedToId" },
    author: { person: "authorId" },
    helper: { person: "helperId" },
  },
  [
    { role: "anyone", actions: ["readPublic", "report"], through: "everywhere", when: { status: publicInitiativeStatuses } },
    { role: "person", actions: ["support", "watch", "ask"], through: "everywhere", when: { status: publicInitiativeStatuses, authorId: { not: "me" } } },

    { role: "person", actions: ["read", "readAuthor", "withdraw", "answerClarification", "correctPlace", "openQuestions"], through: "author" },

    { role: "coordinator", actions: ["read"], through: "originating", when: { hiddenFromOrganisation: false } },
    { role: "coordinator", actions: ["read", "readAuthor"], through: "helper", whileAssisting: "authorId" },
    { role: "executor", actions: ["read", "readAuthor"], through: "helper", whileAssisting: "authorId" },
    { role: "director", actions: ["read"], through: "originating", when: { hiddenFromOrganisation: false } },

    { role: "workingGroupMember", actions: ["read", "note"], through: "considering" },
    { role: "workingGroupSecretary", actions: ["read", "readAuthor", "note", "accept", "prepare", "clarify"], through: "considering" },
    { role: "workingGroupLead", actions: ["read", "readAuthor", "note", "accept", "prepare", "clarify", "decide", "nominate"], through: "considering" },

    { role: "coordinationGroupMember", actions: ["read"], through: "municipality" },
    { role: "moderator", actions: ["read", "accept"], through: "municipality" },
    { role: "responsiblePerson", actions: ["read", "readAuthor"], through: "municipality" },
    { role: "head", actions: ["read", "nominate"], through: "municipality" },

    { role: "councilStaff", actions: ["read", "answerNomination", "nominate"], through: "handedTo" },
    { role: "countryObserver", actions: ["read", "answerNomination"], through: "handedTo" },
  ],
);
