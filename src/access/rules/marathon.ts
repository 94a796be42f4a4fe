import { noScopes, policy } from "../policy";

export const marathon = policy("marathon", noScopes, [
  { role: "anyone", actions: ["read"], through: "everywhere" },
  { role: "administrator", actions: ["manage"], through: "everywhere" },
]);

/** What a municipality sets for itself in a marathon: hotline, groups, what the public sees. */
export const participation = policy(
  "participation",
  { municipalityNow: { municipalityOfPost: "municipalityId", standing: true } },
  [
    { role: "anyone", actions: ["read"], through: "everywhere" },
    { role: "responsiblePerson", actions: ["setUp"], through: "municipalityNow" },
    { role: "head", actions: ["setUp", "releaseFigures"], through: "municipalityNow" },
  ],
);

/** Short links of posters. */
export const posterLink = policy(
  "posterLink",
  {
    municipality: { municipalityOfPost: "municipalityId" }, municipalityNow: { municipalityOfPost: "municipalityId", standing: true },
    organisation: { unit: "organisationId" }, organisationNow: { unit: "organisationId", standing: true },
  },
  [
    { role: "anyone", actions: ["follow"], through: "everywhere" },
    { role: "responsiblePerson", actions: ["read"], through: "municipality" },
    { role: "responsiblePerson", actions: ["create"], through: "municipalityNow" },
    { role: "coordinator", actions: ["read"], through: "organisation" },
    { role: "coordinator", actions: ["create"], through: "organisationNow" },
  ],
);
