import { policy } from "../policy";

/** Statuses that anybody may see: a moderator has published it, or the group has accepted it. */
export const publicInitiativeStatuses = ["moderated", "inConsideration", "clarification", "nominated", "includedInProgramme", "alreadyUnderWay", "beyondCompetence", "notSupported", "carriedOut"] as const;

export const initiative = policy(
  "initiative",
  {
    municipality: { municipalityOfPost: "municipalityId" },
    considering: { body: "consideringId" },
    originating: { unit: "originatingId" },
    handedTo: { unit: "handedToId" },
    // units that put it forward keep it in sight
    way: { units: "wayIds" },
    offeredTo: { municipalityOfPost: "offeredToId" },
    arbiter: { unit: "arbiterId" },
    objection: { unit: "objectionAtId" },
    objectionHere: { municipalityOfPost: "objectionAtId" },
    author: { person: "authorId" },
    coAuthor: { people: "coAuthorIds" },
    helper: { person: "helperId" },
  },
  [
    { role: "anyone", actions: ["readPublic", "report"], through: "everywhere", when: { status: publicInitiativeStatuses } },
    { role: "person", actions: ["support", "watch", "ask"], through: "everywhere", when: { status: publicInitiativeStatuses, authorId: { not: "me" } } },

    { role: "person", actions: ["read", "readAuthor", "withdraw", "answerClarification", "resubmit", "object", "correctPlace", "openQuestions", "inviteAuthors"], through: "author" },
    { role: "person", actions: ["agreeAuthors"], through: "everywhere" },
    { role: "person", actions: ["read", "readAuthor", "leaveAuthors"], through: "coAuthor" },

    { role: "coordinator", actions: ["read"], through: "originating", when: { hiddenFromOrganisation: false } },
    { role: "coordinator", actions: ["read", "readAuthor"], through: "helper", whileAssisting: "authorId" },
    { role: "executor", actions: ["read", "readAuthor"], through: "helper", whileAssisting: "authorId" },
    { role: "director", actions: ["read"], through: "originating", when: { hiddenFromOrganisation: false } },

    { role: "workingGroupMember", actions: ["read", "note"], through: "considering" },
    { role: "workingGroupSecretary", actions: ["read", "readAuthor", "note", "accept", "prepare", "clarify", "goOn", "assign", "redirect", "record"], through: "considering" },
    { role: "workingGroupLead", actions: ["read", "readAuthor", "note", "accept", "prepare", "clarify", "goOn", "assign", "redirect", "record", "decide", "combine", "nominate"], through: "considering" },

    { role: "coordinationGroupMember", actions: ["read"], through: "municipality" },
    { role: "coordinationGroupMember", actions: ["answerObjection"], through: "objectionHere" },
    { role: "moderator", actions: ["read", "moderate", "accept"], through: "municipality" },
    { role: "responsiblePerson", actions: ["read", "readAuthor"], through: "municipality" },
    { role: "responsiblePerson", actions: ["read", "answerOffer"], through: "offeredTo" },
    { role: "responsiblePerson", actions: ["arbitrate"], through: "arbiter" },
    { role: "head", actions: ["read", "nominate"], through: "municipality" },
    { role: "head", actions: ["read", "answerOffer"], through: "offeredTo" },
    { role: "head", actions: ["answerObjection"], through: "objection" },

    { role: "councilStaff", actions: ["read", "answerNomination", "nominate"], through: "handedTo" },
    { role: "councilStaff", actions: ["read"], through: "way" },
    { role: "councilStaff", actions: ["read", "arbitrate"], through: "arbiter" },
    { role: "councilStaff", actions: ["read", "answerObjection"], through: "objection" },
    { role: "countryObserver", actions: ["read", "answerNomination"], through: "handedTo" },
    { role: "countryObserver", actions: ["read", "answerObjection"], through: "objection" },
  ],
);
