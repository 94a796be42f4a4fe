import * as z from "zod";
import type { Db } from "@/platform/db/client";
import type { Prisma } from "@/platform/db/client/client";
import { executeSql, queryRows, sql } from "@/platform/db/sql";
import type { Target, TargetChange } from "../schema";
import { targetKey } from "../schema";

const select = { id: true, metric: true, directionId: true, organisationId: true, value: true, version: true } as const satisfies Prisma.TargetSelect;

export async function findTargets(db: Db, marathonId: string, municipalityId: string): Promise<Target[]> {
  return (await db.target.findMany({ where: { marathonId, municipalityId }, select, orderBy: { id: "asc" } })) satisfies Target[];
}

/** Who sets targets of a municipality waits for whoever does it already. */
export async function lockTargets(db: Db, marathonId: string, municipalityId: string): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock(hashtextextended(${`target:${marathonId}:${municipalityId}`}::text, 0))`);
}

export interface TargetWrite {
  readonly marathonId: string;
  readonly municipalityId: string;
  readonly setById: string;
  readonly setAt: Date;
}

/** In: changes that were checked against `standing`. An unchanged value is no change. */
export async function writeTargets(db: Db, changes: readonly TargetChange[], standing: readonly Target[], newId: () => string, write: TargetWrite): Promise<void> {
  const byKey = new Map(standing.map((target) => [targetKey(target), target]));
  for (const change of changes) {
    const target = byKey.get(targetKey(change));
    const { metric, directionId, organisationId, value } = change;
    if (value === null) await db.target.deleteMany({ where: { id: target?.id ?? "00000000-0000-0000-0000-000000000000" } });
    else if (!target) await db.target.create({ data: { id: newId(), metric, directionId, organisationId, value, ...write }, select: { id: true } });
    else if (target.value !== value) await db.target.update({ where: { id: target.id }, data: { value, setById: write.setById, setAt: write.setAt, version: { increment: 1 } }, select: { id: true } });
  }
}

/** Out: those of the ids that are directions of the marathon which the municipality may use, or its organisations. */
export async function findOwnParts(db: Db, marathonId: string, municipalityId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await queryRows(db, z.object({ id: z.string() }), sql`
    select "id" from "Direction" where "id" = any(${[...ids]}::uuid[]) and "marathonId" = ${marathonId}::uuid and ("municipalityId" is null or "municipalityId" = ${municipalityId}::uuid)
    union all
    select "id" from "Unit" where "id" = any(${[...ids]}::uuid[]) and "kind" = 'organisation' and "municipalityId" = ${municipalityId}::uuid`);
  return new Set(rows.map(({ id }) => id));
}
