import { policy } from "../policy";

/** What a head or a group asks initiatives about: everybody reads it. */
export const keyQuestion = policy(
  "keyQuestion",
  { municipality: { municipalityOfPost: "municipalityId" }, considering: { body: "bodyId" } },
  [
    { role: "anyone", actions: ["read"], through: "everywhere" },
    { role: "head", actions: ["publish"], through: "municipality" },
    { role: "workingGroupLead", actions: ["publish"], through: "considering" },
  ],
);
