import { policy } from "../policy";

/** A draft that was shared for help: who took it reads the words and suggests others; its author alone decides. */
export const wording = policy(
  "wording",
  { author: { person: "authorId" }, helper: { person: "takenById" } },
  [
    { role: "coordinator", actions: ["takeUp"], through: "everywhere" },
    { role: "executor", actions: ["takeUp"], through: "everywhere" },
    { role: "coordinator", actions: ["read", "suggest"], through: "helper" },
    { role: "executor", actions: ["read", "suggest"], through: "helper" },
    { role: "person", actions: ["share", "settle"], through: "author" },
  ],
);
