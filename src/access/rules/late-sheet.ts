import { policy } from "../policy";

/** What was taken down in time and came after the collection: the responsible person decides. */
export const lateSheet = policy(
  "lateSheet",
  { municipality: { municipalityOfPost: "municipalityId" } },
  [{ role: "responsiblePerson", actions: ["read", "letIn"], through: "municipality" }],
);
