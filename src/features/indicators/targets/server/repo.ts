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

/** Those of the round before, by the same directions and organisations that stand, as their head had set them; nothing where some are set already. */
export async function copyTargets(db: Db, { fromId, toId, municipalityId }: { readonly fromId: string; readonly toId: string; readonly municipalityId: string }, at: Date): Promise<void> {
  await executeSql(db, sql`
    insert into "Target" ("id", "marathonId", "municipalityId", "metric", "directionId", "organisationId", "value", "setById", "setAt")
    select gen_random_uuid(), ${toId}::uuid, t."municipalityId", t."metric", n."id", t."organisationId", t."value", t."setById", ${at}
    from "Target" t
    left join "Direction" d on d."id" = t."directionId"
    left join "Direction" n on n."marathonId" = ${toId}::uuid and n."key" = d."key" and n."retiredAt" is null and (n."municipalityId" is null or n."municipalityId" = t."municipalityId")
    left join "Unit" o on o."id" = t."organisationId" and o."endedAt" is null and o."municipalityId" = t."municipalityId"
    where t."marathonId" = ${fromId}::uuid and t."municipalityId" = ${municipalityId}::uuid
      and (t."directionId" is null or n."id" is not null) and (t."organisationId" is null or o."id" is not null)
      and not exists (select from "Target" k where k."marathonId" = ${toId}::uuid and k."municipalityId" = t."municipalityId")`);
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
