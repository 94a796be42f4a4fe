import type { Facts } from "@/access/filter";
import type { Columns } from "@/platform/db/columns";

/** Where an initiative keeps the facts that access/rules/initiative.ts speaks of. `i` is the table's alias in SQL. */
export const initiativeColumns = {
  municipalityId: { prisma: "municipalityId", sql: `i."municipalityId"`, cast: "uuid" },
  consideringId: { prisma: "consideringId?", sql: `i."consideringId"`, cast: "uuid" },
  originatingId: { prisma: "originatingId?", sql: `i."originatingId"`, cast: "uuid" },
  handedToId: { prisma: "handedToId?", sql: `i."handedToId"`, cast: "uuid" },
  authorId: { prisma: "authorId?", sql: `i."authorId"`, cast: "uuid" },
  helperId: { prisma: "helperId?", sql: `i."helperId"`, cast: "uuid" },
  hiddenFromOrganisation: { prisma: "hiddenFromOrganisation", sql: `i."hiddenFromOrganisation"` },
  status: { prisma: "status", sql: `i."status"`, cast: `"InitiativeStatus"` },
} as const satisfies Columns;

/** The select of exactly these facts. */
export const initiativeFactsSelect = {
  municipalityId: true, consideringId: true, originatingId: true, handedToId: true, authorId: true, helperId: true, hiddenFromOrganisation: true, status: true,
} as const;

export type InitiativeFacts = Facts & Readonly<Record<keyof typeof initiativeFactsSelect, string | boolean | null>>;
