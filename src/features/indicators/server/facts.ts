import type { Facts } from "@/access/filter";
import type { Columns } from "@/platform/db/columns";

/**
 * Where the facts of access/rules/indicator.ts are kept: `m` is the municipality, `p` its participation. A municipality's own
 * figures are of no organisation.
 */
export const indicatorColumns = {
  municipalityId: { prisma: "municipalityId", sql: `m."id"`, cast: "uuid" },
  path: { prisma: "municipality.path", sql: `m."path"`, list: true, cast: "uuid" },
  figuresPublic: { prisma: "figuresPublic", sql: `p."figuresPublic"` },
  organisationId: { prisma: [], sql: `null::uuid`, cast: "uuid" },
} as const satisfies Columns;

export interface IndicatorFacts extends Facts {
  readonly municipalityId: string;
  readonly path: readonly string[];
  readonly organisationId: string | null;
  readonly figuresPublic: boolean;
}
