import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { column, queryRow, queryRows, sql } from "@/platform/db/sql";
import { plainDate, plainDateToUtc, type PlainDate } from "@/shared/dates/plain-date";
import { newId } from "@/shared/ids/id";
import type { ActWish } from "../../../appointments/schema";
import { actKindField } from "../../../chart/schema";
import { changeKinds, decisionField, type Decision } from "../../schema";

const day = z.string().transform(plainDate);
const changeSchema = z.object({
  id: z.string(), kind: z.enum(changeKinds), unitId: z.string(), place: z.string(), takesEffectOn: day, reason: z.string(), actKind: actKindField.nullable(), actNumber: z.string().nullable(), actDate: day.nullable(),
  decision: decisionField, decidedById: z.string(), decidedAt: column.instant, appliedAt: column.instant.nullable(), recalledAt: column.instant.nullable(), refusal: z.string().nullable(), timeZone: z.string(),
});
export type FoundChange = z.infer<typeof changeSchema>;

const columns = sql`
  c."id", c."kind"::text, c."unitId", coalesce(p."shortName", u."shortName") as "place", c."takesEffectOn"::text, c."reason", c."actKind"::text, c."actNumber", c."actDate"::text, c."decision", c."decidedById", c."decidedAt", c."appliedAt", c."recalledAt", c."refusal",
  coalesce(u."timeZone", m."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone"`;
const tables = sql`
  "UnitChange" c join "Unit" u on u."id" = c."unitId" left join "Unit" m on m."id" = u."municipalityId" left join "Unit" r on r."id" = u."regionId" left join "Unit" p on p."id" = u."parentId"`;

export interface NewChange {
  readonly decision: Decision;
  readonly unitId: string;
  readonly takesEffectOn: PlainDate;
  readonly reason: string;
  readonly act: ActWish | null;
  readonly decidedById: string;
}

export async function insertChange(db: Db, { decision, takesEffectOn, act, ...change }: NewChange, now: Date): Promise<string> {
  const id = newId(now);
  await db.unitChange.create({
    data: { id, kind: decision.kind, decision, takesEffectOn: plainDateToUtc(takesEffectOn), actKind: act?.kind ?? null, actNumber: act?.number ?? null, actDate: act ? plainDateToUtc(act.date) : null, decidedAt: now, ...change },
    select: { id: true },
  });
  return id;
}

/** Nobody else does, recalls or looks at it to do it until the transaction ends. */
export async function lockChange(db: Db, id: string): Promise<FoundChange | null> {
  return await queryRow(db, changeSchema, sql`select ${columns} from ${tables} where c."id" = ${id}::uuid for update of c`);
}

/** Decided, not done, and its day may have come: who asks looks at the day of its own zone. In the order in which they take effect. */
export async function findWaiting(db: Db, notAfter: PlainDate): Promise<Pick<FoundChange, "id" | "takesEffectOn" | "timeZone">[]> {
  return await queryRows(db, changeSchema.pick({ id: true, takesEffectOn: true, timeZone: true }), sql`
    select c."id", c."takesEffectOn"::text, coalesce(u."timeZone", m."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone"
    from ${tables} where c."appliedAt" is null and c."recalledAt" is null and c."refusal" is null and c."takesEffectOn" <= ${notAfter}::date
    order by c."takesEffectOn", c."decidedAt", c."id"`);
}

export async function markApplied(db: Db, id: string, now: Date): Promise<void> {
  await db.unitChange.update({ where: { id }, data: { appliedAt: now }, select: { id: true } });
}

export async function markRefused(db: Db, id: string, code: string): Promise<void> {
  await db.unitChange.updateMany({ where: { id, appliedAt: null, recalledAt: null }, data: { refusal: code } });
}

export async function markRecalled(db: Db, id: string, byId: string, now: Date): Promise<void> {
  await db.unitChange.update({ where: { id }, data: { recalledAt: now, recalledById: byId }, select: { id: true } });
}

/** Decisions that name the unit, the newest first. */
export async function findChangesOf(db: Db, unitId: string): Promise<FoundChange[]> {
  return await queryRows(db, changeSchema, sql`
    select ${columns} from ${tables}
    where c."unitId" = ${unitId}::uuid or c."decision"->'unitIds' ? ${unitId} or c."decision"->>'intoId' = ${unitId} or c."decision"->>'toId' = ${unitId}
       or c."id" in (select s."changeId" from "UnitSuccession" s where s."successorId" = ${unitId}::uuid)
    order by c."takesEffectOn" desc, c."decidedAt" desc limit 100`);
}

/** Decisions on municipalities and between them: of a region, or of all; those that wait first. */
export async function findReforms(db: Db, regionId: string | null): Promise<FoundChange[]> {
  return await queryRows(db, changeSchema, sql`
    select ${columns} from ${tables}
    where u."kind" = 'municipality' and (${regionId}::uuid is null or u."regionId" = ${regionId}::uuid)
    order by (c."appliedAt" is null and c."recalledAt" is null and c."refusal" is null) desc, c."takesEffectOn" desc, c."decidedAt" desc limit 200`);
}
