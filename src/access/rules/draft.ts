import { policy } from "../policy";

/** What is being written belongs to who writes it: nobody else sees a draft, not even that it exists. */
export const draft = policy(
  "draft",
  { author: { person: "authorId" }, helper: { person: "helperId" }, visitor: { visitor: "tokenHash" } },
  [
    { role: "anyone", actions: ["read", "write", "discard", "adopt"], through: "visitor" },
    { role: "person", actions: ["read", "write", "submit", "discard"], through: "author" },
    { role: "coordinator", actions: ["read", "write", "submit", "discard"], through: "helper" },
    { role: "executor", actions: ["read", "write", "submit", "discard"], through: "helper" },
    // a sheet that the author has signed: the author need not be beside
    { role: "coordinator", actions: ["submitSheet"], through: "helper" },
    { role: "executor", actions: ["submitSheet"], through: "helper" },
  ],
);
