import type { Columns } from "@/platform/db/columns";

/** Where a draft keeps the facts that access/rules/draft.ts speaks of. `d` is the table's alias in SQL. */
export const draftColumns = {
  authorId: { prisma: "authorId?", sql: `d."authorId"`, cast: "uuid" },
  helperId: { prisma: "helperId?", sql: `d."helperId"`, cast: "uuid" },
  tokenHash: { prisma: "tokenHash?", sql: `d."tokenHash"` },
} as const satisfies Columns;
