import { noScopes, policy } from "../policy";

export const marathon = policy("marathon", noScopes, [
  { role: "anyone", actions: ["read"], through: "everywhere" },
  { role: "administrator", actions: ["manage"], through: "everywhere" },
]);

/** What a municipality sets for itself in a marathon: hotline, groups, what the public sees. */
export const participation = policy(
  "participation",
  { municipality: { municipalityOfPost: "municipalityId" } },
  [
    { role: "anyone", actions: ["read"], through: "everywhere" },
    { role: "responsiblePerson", actions: ["setUp"], through: "municipality" },
    { role: "head", actions: ["setUp", "releaseFigures"], through: "municipality" },
  ],
);

/** Short links of posters. */
export const posterLink = policy(
  "posterLink",
  { municipality: { municipalityOfPost: "municipalityId" }, organisation: { unit: "organisationId" } },
  [
    { role: "anyone", actions: ["follow"], through: "everywhere" },
    { role: "responsiblePerson", actions: ["read", "create"], through: "municipality" },
    { role: "coordinator", actions: ["read", "create"], through: "organisation" },
  ],
);
