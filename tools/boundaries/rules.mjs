// The import directions of the house, as dependency-cruiser reads them. check.mjs runs them over the project and over the fixtures
// that break each of them: a rule that nobody has seen fire is not a rule.

/** Which feature stands on which row; a feature may look at lower rows only. */
export const rows = [
  ["people", "structure", "marathon"],
  ["messages", "regulation", "assignments", "help-pages"],
  ["initiatives", "hotline", "consultations", "summaries", "coordination-meetings", "information-plan", "outreach", "programme"],
  ["indicators", "honesty", "open-data"],
];

export const knownFeatures = new Set(rows.flat());

const test = "\\.(test|spec)\\.tsx?$";
const names = (list) => `(?:${list.join("|")})`;

/** From one folder of src to anything of src beyond those named. */
const floor = (folder, allowed, comment) => ({
  name: `${folder}-stands-low`,
  comment,
  severity: "error",
  from: { path: `^src/${folder}/`, pathNot: test },
  to: { path: "^src/", pathNot: `^src/${names([folder, ...allowed])}/` },
});

const rowRules = rows.map((list, at) => ({
  name: `row-${at + 1}-looks-down-only`,
  comment: "A feature imports of features only those on a lower row; what must go another way goes through api/flows or as an event.",
  severity: "error",
  from: { path: `^src/features/(${names(list)})/`, pathNot: test },
  to: { path: `^src/features/${names(rows.slice(at).flat())}/`, pathNot: "^src/features/$1/" },
}));

export const forbidden = [
  floor("shared", [], "shared is product-free and imports nothing of ours."),
  floor("ui", ["shared"], "The kit is product-free: it imports shared alone."),
  floor("access", ["shared"], "The constitution knows nothing of what it governs."),
  floor("platform", ["shared", "access"], "The platform carries features and knows none."),
  floor("features", ["shared", "ui", "access", "platform"], "Features stand on what is below; api and app stand on them."),
  floor("api", ["shared", "ui", "access", "platform", "features"], "The API knows no pages."),
  {
    name: "server-is-the-top",
    comment: "The process starts everything; nothing reaches back into it.",
    severity: "error",
    from: { path: "^src/(?!server\\.ts)" },
    to: { path: "^src/server\\.ts$" },
  },
  ...rowRules,
  {
    name: "feature-shows-four-files",
    comment: "Of another feature only schema.ts, rules.ts, events.ts and server/service.ts may be imported.",
    severity: "error",
    from: { path: "^src/features/([^/]+)/", pathNot: test },
    to: { path: "^src/features/", pathNot: ["^src/features/$1/", "/(?:schema|rules|events)\\.ts$", "/server/service\\.ts$"] },
  },
  {
    name: "repo-alone-reads-the-database",
    comment: "server/repo.ts is the only file of a feature that uses @/platform/db; types and the transaction that wraps a service are free.",
    severity: "error",
    from: { path: "^src/features/", pathNot: ["/repo\\.ts$", test] },
    to: { path: "^src/platform/db/", pathNot: "^src/platform/db/transaction\\.ts$", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "prisma-stays-in-the-platform",
    comment: "Prisma and the driver are the platform's and the seeds' affair.",
    severity: "error",
    from: { path: "^src/", pathNot: ["^src/platform/", "^src/testing/", test] },
    to: { path: "node_modules/(?:@prisma/|pg/|@types/pg/)", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "testing-is-for-tests",
    comment: "What people use does not lean on the test harness.",
    severity: "error",
    from: { path: "^src/(?!testing/)", pathNot: test },
    to: { path: "^src/testing/" },
  },
  {
    name: "source-stands-alone",
    comment: "src is the product: seeds, journeys, workloads and scripts use it, not the other way round.",
    severity: "error",
    from: { path: "^src/(?!testing/)", pathNot: test },
    to: { path: "^(?:prisma/seed|e2e|bench|scripts|tools)/" },
  },
  {
    name: "no-cycles",
    comment: "What hangs together in a ring cannot be understood or changed in parts.",
    severity: "error",
    from: { path: "^src/" },
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "imports-exist",
    comment: "A path that resolves to nothing is a mistake, and a rule cannot judge it.",
    severity: "error",
    from: { path: "^src/" },
    to: { couldNotResolve: true, pathNot: "\\.css$" },
  },
];
