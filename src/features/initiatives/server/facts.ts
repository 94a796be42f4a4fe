import type { Facts } from "@/access/filter";
import type { Columns } from "@/platform/db/columns";

/** Where an initiative keeps the facts that access/rules/initiative.ts speaks of. `i` is the table's alias in SQL. */
export const initiativeColumns = {
  municipalityId: { prisma: "municipalityId", sql: `i."municipalityId"`, cast: "uuid" },
  consideringId: { prisma: "consideringId?", sql: `i."consideringId"`, cast: "uuid" },
  originatingId: { prisma: "originatingId?", sql: `i."originatingId"`, cast: "uuid" },
  handedToId: { prisma: "handedToId?", sql: `i."handedToId"`, cast: "uuid" },
  wayIds: { prisma: "wayIds", sql: `i."wayIds"`, list: true, cast: "uuid" },
  offeredToId: { prisma: "offeredToId?", sql: `i."offeredToId"`, cast: "uuid" },
  arbiterId: { prisma: "arbiterId?", sql: `i."arbiterId"`, cast: "uuid" },
  objectionAtId: { prisma: "objectionAtId?", sql: `i."objectionAtId"`, cast: "uuid" },
  coAuthorIds: { prisma: "coAuthorIds", sql: `i."coAuthorIds"`, list: true, cast: "uuid" },
  authorId: { prisma: "authorId?", sql: `i."authorId"`, cast: "uuid" },
  helperId: { prisma: "helperId?", sql: `i."helperId"`, cast: "uuid" },
  hiddenFromOrganisation: { prisma: "hiddenFromOrganisation", sql: `i."hiddenFromOrganisation"` },
  status: { prisma: "status", sql: `i."status"`, cast: `"InitiativeStatus"` },
} as const satisfies Columns;

/** The select of exactly these facts. */
export const initiativeFactsSelect = {
  municipalityId: true, consideringId: true, originatingId: true, handedToId: true, wayIds: true, offeredToId: true, arbiterId: true, objectionAtId: true,
  authorId: true, coAuthorIds: true, helperId: true, hiddenFromOrganisation: true, status: true,
} as const;

type Scalars = Exclude<keyof typeof initiativeFactsSelect, "wayIds" | "coAuthorIds">;
export type InitiativeFacts = Facts & Readonly<Record<Scalars, string | boolean | null>> & Lists;
type Lists = { readonly wayIds: readonly string[]; readonly coAuthorIds: readonly string[] };

/** The facts of a row that has them among others. */
export function factsOf(row: Readonly<Record<Scalars, string | boolean | null>> & Lists): InitiativeFacts {
  const { municipalityId, consideringId, originatingId, handedToId, wayIds, offeredToId, arbiterId, objectionAtId, authorId, coAuthorIds, helperId, hiddenFromOrganisation, status } = row;
  return { municipalityId, consideringId, originatingId, handedToId, wayIds, offeredToId, arbiterId, objectionAtId, authorId, coAuthorIds, helperId, hiddenFromOrganisation, status };
}
