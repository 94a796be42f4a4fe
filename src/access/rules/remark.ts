import { policy } from "../policy";

/** Reports of abuse and questions to an author: read by whoever moderates in the municipality; a question passed on is the author's to answer. */
export const remark = policy(
  "remark",
  { municipality: { municipalityOfPost: "municipalityId" }, author: { person: "authorId" } },
  [
    { role: "moderator", actions: ["read", "settle"], through: "municipality" },
    { role: "responsiblePerson", actions: ["read", "settle"], through: "municipality" },
    { role: "person", actions: ["answer"], through: "author" },
  ],
);
