import type { Facts } from "@/access/filter";
import type { Columns } from "@/platform/db/columns";

/** Where a question keeps the facts that access/rules/ticket.ts speaks of. `t` is the table's alias in SQL. */
export const ticketColumns = {
  hotlineId: { prisma: "hotlineId", sql: `t."hotlineId"`, cast: "uuid" },
  handedToId: { prisma: "handedToId?", sql: `t."handedToId"`, cast: "uuid" },
  personId: { prisma: "personId?", sql: `t."personId"`, cast: "uuid" },
  municipalityId: { prisma: "municipalityId", sql: `t."municipalityId"`, cast: "uuid" },
} as const satisfies Columns;

/** The select of exactly these facts. */
export const ticketFactsSelect = { hotlineId: true, handedToId: true, personId: true, municipalityId: true } as const;

export interface TicketScopes {
  readonly hotlineId: string;
  readonly handedToId: string | null;
  readonly personId: string | null;
  readonly municipalityId: string;
}
export type TicketFacts = Facts & TicketScopes;

export function factsOf({ hotlineId, handedToId, personId, municipalityId }: TicketScopes): TicketFacts {
  return { hotlineId, handedToId, personId, municipalityId };
}
