import * as z from "zod";
import type { Visible } from "@/access/policy";
import { db as root, type Db } from "@/platform/db/client";
import type { Prisma } from "@/platform/db/client/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { plainDate, plainDateFromUtc, plainDateToUtc, type PlainDate } from "@/shared/dates/plain-date";
import { indicatorColumns } from "../../server/facts";
import { graceMinutes, type StoredCheckpoint } from "../rules";
import type { Frozen } from "../schema";

const frozenSelect = {
  municipalityId: true, users: true, unconfirmed: true, gross: true, net: true, usersTarget: true, initiativesTarget: true, approvedAt: true, approvedOnPaper: true, notedAt: true,
} as const satisfies Prisma.CheckpointFigureSelect;

type FrozenRow = Prisma.CheckpointFigureGetPayload<{ select: typeof frozenSelect }>;

function toFrozen({ municipalityId: _, ...figures }: FrozenRow) {
  return figures satisfies Frozen;
}

const select = (municipalityId: string) =>
  ({ id: true, marathonId: true, municipalityId: true, name: true, date: true, minutes: true, figures: { where: { municipalityId }, select: frozenSelect } }) satisfies Prisma.CheckpointSelect;

function toCheckpoint({ date, figures, ...row }: Prisma.CheckpointGetPayload<{ select: ReturnType<typeof select> }>) {
  const [own] = figures;
  return { ...row, date: plainDateFromUtc(date), figures: own ? toFrozen(own) : null } satisfies StoredCheckpoint;
}

/** Common ones and the municipality's own, by date. */
export async function findCheckpoints(db: Db, marathonId: string, municipalityId: string): Promise<StoredCheckpoint[]> {
  const rows = await db.checkpoint.findMany({
    where: { marathonId, OR: [{ municipalityId: null }, { municipalityId }] },
    select: select(municipalityId),
    orderBy: [{ date: "asc" }, { minutes: "asc" }, { id: "asc" }],
  });
  return rows.map(toCheckpoint);
}

/** One that concerns the municipality. */
export async function findCheckpoint(db: Db, id: string, municipalityId: string): Promise<StoredCheckpoint | null> {
  const row = await db.checkpoint.findFirst({ where: { id, OR: [{ municipalityId: null }, { municipalityId }] }, select: select(municipalityId) });
  return row && toCheckpoint(row);
}

export async function insertCheckpoint(db: Db, row: { id: string; marathonId: string; municipalityId: string; name: string; date: PlainDate; minutes: number; createdById: string; createdAt: Date }): Promise<void> {
  await db.checkpoint.create({ data: { ...row, date: plainDateToUtc(row.date) }, select: { id: true } });
}

/** Out: false where it was frozen or removed in the meantime. */
export async function deleteCheckpoint(db: Db, id: string): Promise<boolean> {
  const { count } = await db.checkpoint.deleteMany({ where: { id, figures: { none: {} } } });
  return count === 1;
}

/** Out: false where somebody was first. */
export async function markApproved(db: Db, checkpointId: string, municipalityId: string, by: { approvedById: string; approvedAt: Date; approvedOnPaper: boolean }): Promise<boolean> {
  const { count } = await db.checkpointFigure.updateMany({ where: { checkpointId, municipalityId, approvedAt: null }, data: by });
  return count === 1;
}

export async function markNoted(db: Db, checkpointId: string, municipalityIds: readonly string[], by: { notedById: string; notedAt: Date }): Promise<string[]> {
  const rows = await db.checkpointFigure.updateManyAndReturn({ where: { checkpointId, municipalityId: { in: [...municipalityIds] }, approvedAt: { not: null }, notedAt: null }, data: by, select: { municipalityId: true } });
  return rows.map(({ municipalityId }) => municipalityId);
}

/** Instant of a checkpoint `c` in a municipality `m` of a region `r`. */
const instant = sql`(c."date" + c."minutes" * interval '1 minute') at time zone coalesce(m."timeZone", r."timeZone", 'Europe/Moscow')`;

/** For the job, which works outside any request. */
export async function freezeAllDue(now: Date): Promise<number> {
  return await freezeDue(root, now, null);
}

/**
 * Freezes what is due at `now`: the ledger's rows dated before the checkpoint's instant, and the targets as they stand. In:
 * perhaps one municipality only. Out: how many figures. Any number of processes may.
 */
export async function freezeDue(db: Db, now: Date, only: { marathonId: string; municipalityId: string } | null): Promise<number> {
  const where = only ? sql`and p."marathonId" = ${only.marathonId}::uuid and p."municipalityId" = ${only.municipalityId}::uuid` : sql``;
  return await executeSql(db, sql`
    insert into "CheckpointFigure" ("checkpointId", "municipalityId", "users", "unconfirmed", "gross", "net", "usersTarget", "initiativesTarget", "frozenAt")
    select c."id", p."municipalityId", s."users", s."unconfirmed", s."gross", s."net", tu."value", ti."value", ${now}::timestamptz
    from "Checkpoint" c
    join "Participation" p on p."marathonId" = c."marathonId" and (c."municipalityId" is null or c."municipalityId" = p."municipalityId")
    join "Unit" m on m."id" = p."municipalityId"
    left join "Unit" r on r."id" = m."regionId"
    left join "Target" tu on tu."marathonId" = p."marathonId" and tu."municipalityId" = p."municipalityId" and tu."metric" = 'users' and tu."directionId" is null and tu."organisationId" is null
    left join "Target" ti on ti."marathonId" = p."marathonId" and ti."municipalityId" = p."municipalityId" and ti."metric" = 'initiatives' and ti."directionId" is null and ti."organisationId" is null
    cross join lateral (
      select coalesce(sum(l."users"), 0) as "users", coalesce(sum(l."unconfirmed"), 0) as "unconfirmed", coalesce(sum(l."gross"), 0) as "gross", coalesce(sum(l."net"), 0) as "net"
      from "LedgerEntry" l where l."marathonId" = p."marathonId" and l."municipalityId" = p."municipalityId" and l."at" < ${instant}
    ) s
    where not exists (select from "CheckpointFigure" f where f."checkpointId" = c."id" and f."municipalityId" = p."municipalityId")
      and c."date" <= ${now}::timestamptz + interval '1 day'
      and ${instant} <= ${now}::timestamptz - ${graceMinutes}::int * interval '1 minute' ${where}
    on conflict do nothing`);
}

/** Has the instant of a checkpoint come whose figures are not frozen yet? */
export async function isFreezing(db: Db, now: Date, { marathonId, municipalityId }: { marathonId: string; municipalityId: string }): Promise<boolean> {
  const row = await queryRow(db, z.object({ found: z.boolean() }), sql`
    select exists (
      select from "Checkpoint" c join "Unit" m on m."id" = ${municipalityId}::uuid left join "Unit" r on r."id" = m."regionId"
      where c."marathonId" = ${marathonId}::uuid and (c."municipalityId" is null or c."municipalityId" = m."id") and ${instant} <= ${now}::timestamptz
        and not exists (select from "CheckpointFigure" f where f."checkpointId" = c."id" and f."municipalityId" = m."id")
    ) as "found"`);
  return row?.found ?? false;
}

const councilRow = z.object({
  id: z.string(), name: z.string(), date: column.day.transform(plainDate), minutes: z.number().int(),
  municipalityId: z.string(), shortName: z.string(), regionName: z.string(), path: z.array(z.string()),
  users: z.number().int(), unconfirmed: z.number().int(), gross: z.number().int(), net: z.number().int(), usersTarget: z.number().int().nullable(), initiativesTarget: z.number().int().nullable(),
  approvedAt: z.date().nullable(), approvedOnPaper: z.boolean(), notedAt: z.date().nullable(),
});

export interface CouncilRow {
  readonly checkpoint: { readonly id: string; readonly name: string; readonly date: PlainDate; readonly minutes: number };
  readonly municipalityId: string;
  readonly shortName: string;
  readonly regionName: string;
  readonly figures: Frozen;
}

/** What the last common checkpoint that has been frozen anywhere among the visible ones showed, by municipality. */
export async function findLastFrozen(db: Db, visible: Visible<"checkpoint">, marathonId: string): Promise<CouncilRow[]> {
  const seen = sql`"CheckpointFigure" f join "Unit" m on m."id" = f."municipalityId" join "Participation" p on p."marathonId" = ${marathonId}::uuid and p."municipalityId" = m."id"`;
  const rows = await queryRows(db, councilRow, sql`
    with last as (
      select c.* from "Checkpoint" c
      where c."marathonId" = ${marathonId}::uuid and c."municipalityId" is null
        and exists (select from ${seen} where f."checkpointId" = c."id" and ${compileSql(visible.filter, indicatorColumns)})
      order by c."date" desc, c."minutes" desc limit 1
    )
    select last."id", last."name", last."date"::text, last."minutes", m."id" as "municipalityId", m."shortName", coalesce(r."shortName", '') as "regionName", m."path",
           f."users", f."unconfirmed", f."gross", f."net", f."usersTarget", f."initiativesTarget", f."approvedAt", f."approvedOnPaper", f."notedAt"
    from last, ${seen} left join "Unit" r on r."id" = m."regionId"
    where f."checkpointId" = last."id" and ${compileSql(visible.filter, indicatorColumns)}
    order by m."shortName" collate "ru-x-icu", m."id"`);
  return rows.map(({ id, name, date, minutes, municipalityId, shortName, regionName, path: _, ...figures }) => ({ checkpoint: { id, name, date, minutes }, municipalityId, shortName, regionName, figures }) satisfies CouncilRow);
}
