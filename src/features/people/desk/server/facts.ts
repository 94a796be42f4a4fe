import type { Columns } from "@/platform/db/columns";

/** Where a person keeps the facts that access/rules/person.ts speaks of: `p` is the person, `r` what they joined last. */
export const personColumns = {
  id: { prisma: "id", sql: `p."id"`, cast: "uuid" },
  registeredById: { prisma: "registeredById?", sql: `p."registeredById"`, cast: "uuid" },
  registeredAtUnitId: { prisma: "registeredAtUnitId?", sql: `p."registeredAtUnitId"`, cast: "uuid" },
  // of several registrations the last: only SQL can say so
  municipalityId: { prisma: [], sql: `r."municipalityId"`, cast: "uuid" },
} as const satisfies Columns;
