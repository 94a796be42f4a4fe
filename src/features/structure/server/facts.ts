import type { Facts } from "@/access/filter";
import type { Columns } from "@/platform/db/columns";

/** Facts of access/rules/structure.ts, `unit`, of the unit that an appointment is at; one at a body is the municipality's. Aliases: a, u. */
export const staffUnitColumns = {
  id: { prisma: [], sql: `coalesce(a."unitId", a."municipalityId")`, cast: "uuid" },
  municipalityId: { prisma: [], sql: `a."municipalityId"`, cast: "uuid" },
  path: { prisma: [], sql: `u."path"`, list: true, cast: "uuid" },
} as const satisfies Columns;

/** Facts of access/rules/structure.ts, `appointment`. Aliases: a, and l for the groups that its organisation is linked to. */
export const appointmentColumns = {
  personId: { prisma: [], sql: `a."personId"`, cast: "uuid" },
  unitId: { prisma: [], sql: `a."unitId"`, cast: "uuid" },
  municipalityId: { prisma: [], sql: `a."municipalityId"`, cast: "uuid" },
  linkedBodyIds: { prisma: [], sql: `l."bodyIds"`, list: true, cast: "uuid" },
  role: { prisma: [], sql: `a."role"`, cast: `"Role"` },
} as const satisfies Columns;

export interface AppointmentFacts extends Facts {
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly municipalityId: string | null;
  readonly linkedBodyIds: readonly string[];
  readonly role: string;
}

export interface UnitFacts extends Facts {
  readonly id: string;
  readonly municipalityId: string | null;
  readonly path: readonly string[];
}
