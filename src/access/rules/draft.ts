import { policy } from "../policy";

/** What is being written belongs to who writes it: nobody else sees a draft, not even that it exists. Who helps opens it while its author sits beside. */
export const draft = policy(
  "draft",
  { author: { person: "authorId" }, helper: { person: "helperId" }, visitor: { visitor: "tokenHash" } },
  [
    { role: "anyone", actions: ["list", "read", "write", "discard", "adopt"], through: "visitor" },
    { role: "person", actions: ["list", "read", "write", "submit", "discard"], through: "author" },
    { role: "coordinator", actions: ["list"], through: "helper", whileAssisting: "authorId" },
    { role: "executor", actions: ["list"], through: "helper", whileAssisting: "authorId" },
    { role: "coordinator", actions: ["read", "write", "submit", "discard"], through: "helper", when: { authorId: "assisted" } },
    { role: "executor", actions: ["read", "write", "submit", "discard"], through: "helper", when: { authorId: "assisted" } },
    // a sheet that the author has signed: the author need not be beside
    { role: "coordinator", actions: ["submitSheet"], through: "helper" },
    { role: "executor", actions: ["submitSheet"], through: "helper" },
  ],
);
