import * as z from "zod";
import type { Visible } from "@/access/policy";
import { roles, type Role } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, queryRow, queryRows, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";
import { actKindField } from "../../chart/schema";
import { appointmentColumns } from "../../server/facts";
import { linkedBodyIds } from "../../server/repo";
import type { RightsWish } from "../schema";

const rightSchema = z.object({
  appointmentId: z.string(), personId: z.string(), name: z.string().nullable(), role: z.enum(roles), where: z.string(), municipality: z.string().nullable(), isSubstitute: z.boolean(),
  startsAt: column.instant, endsAt: column.instant.nullable(), timeZone: z.string(), actKind: actKindField.nullable(), actNumber: z.string().nullable(), actDate: z.string().nullable(),
  appointedBy: z.string().nullable(), inherits: z.array(z.string()), isReadable: z.boolean(), sortKey: z.string(),
});
export type FoundRight = z.infer<typeof rightSchema>;

export interface RightsQuery extends Pick<RightsWish, "municipalityId" | "q" | "filter"> {
  /** may names be shown that are not the asker's to read? */
  readonly withNames: boolean;
  readonly personalRoles: readonly Role[];
  readonly actRoles: readonly Role[];
}

/** Posts that give rights at that moment: the same conditions as `loadActor` has. */
const tablesAt = (now: Date) => sql`
  "Appointment" a
  join "Person" p on p."id" = a."personId" and p."erasedAt" is null and p."mergedIntoId" is null
  left join "Unit" u on u."id" = a."unitId" left join "Body" b on b."id" = a."bodyId"
  left join "Unit" m on m."id" = a."municipalityId" left join "Unit" r on r."id" = coalesce(m."regionId", u."regionId")
  left join "Person" w on w."id" = a."appointedById"
  left join lateral (select ${linkedBodyIds(sql`a."unitId"`, now)} as "bodyIds") l on true`;
const placeKey = sql`concat_ws(' ', m."shortName", coalesce(b."name", u."shortName"))`;

function condition(review: Visible<"appointment">, read: Visible<"appointment">, { municipalityId, q, filter, withNames, personalRoles, actRoles }: RightsQuery, now: Date) {
  const filters = {
    all: sql`true`, personal: sql`a."role" = any(${[...personalRoles]}::"Role"[])`, substitutes: sql`a."substitutesId" is not null`,
    withoutAct: sql`a."actNumber" is null and a."role" = any(${[...actRoles]}::"Role"[])`,
  } as const;
  const fold = (text: typeof placeKey) => sql`lower(translate(${text}, 'ёЁ', 'еЕ'))`;
  // who may not read a name doesn't find it either
  const name = sql`case when ${withNames} or ${compileSql(read.filter, appointmentColumns)} then concat_ws(' ', p."familyName", p."givenName", p."patronymic") else '' end`;
  return sql`
    a."startsAt" <= ${now} and (a."endsAt" is null or a."endsAt" > ${now}) and (u."endedAt" is null or u."endedAt" > ${now}) and (b."endedAt" is null or b."endedAt" > ${now})
    and ${compileSql(review.filter, appointmentColumns)} and ${filters[filter]}
    and (${municipalityId}::uuid is null or a."municipalityId" = ${municipalityId}::uuid)
    ${q === "" ? sql`` : sql`and (strpos(${fold(placeKey)}, ${fold(sql`${q}`)}) > 0 or strpos(${fold(name)}, ${fold(sql`${q}`)}) > 0)`}`;
}

/** Who holds a right, by place; a name only where it may be read. */
export async function findRights(db: Db, review: Visible<"appointment">, read: Visible<"appointment">, query: RightsQuery & { readonly after: readonly [string, string] | null; readonly limit: number }, now: Date): Promise<FoundRight[]> {
  const { after, limit } = query;
  return await queryRows(db, rightSchema, sql`
    select a."id" as "appointmentId", a."personId", concat_ws(' ', p."familyName", p."givenName", p."patronymic") as "name", a."role"::text, coalesce(b."name", u."shortName") as "where", m."shortName" as "municipality",
           a."substitutesId" is not null as "isSubstitute", a."startsAt", a."endsAt", coalesce(m."timeZone", r."timeZone", 'Europe/Moscow') as "timeZone", a."actKind"::text, a."actNumber", a."actDate"::text,
           nullif(concat_ws(' ', w."familyName", w."givenName", w."patronymic"), '') as "appointedBy",
           array(select e."shortName" from "UnitSuccession" s join "Unit" e on e."id" = s."predecessorId" where s."isHeir" and s."successorId" in (a."unitId", a."municipalityId") order by e."shortName") as "inherits",
           coalesce(${compileSql(read.filter, appointmentColumns)}, false) as "isReadable", ${placeKey} as "sortKey"
    from ${tablesAt(now)}
    where ${condition(review, read, query, now)} ${after ? sql`and (${placeKey}, a."id") > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by ${placeKey}, a."id" limit ${limit}::int`);
}

export async function countRights(db: Db, review: Visible<"appointment">, read: Visible<"appointment">, query: RightsQuery, now: Date): Promise<{ total: number; personal: number }> {
  const found = await queryRow(db, z.object({ total: column.int, personal: column.int }), sql`
    select count(*) as "total", count(*) filter (where a."role" = any(${[...query.personalRoles]}::"Role"[])) as "personal" from ${tablesAt(now)} where ${condition(review, read, query, now)}`);
  return found ?? { total: 0, personal: 0 };
}

/** Each person sees who looked, and the reason is kept. */
export async function insertLooks(db: Db, personIds: readonly string[], look: { byId: string; role: string; what: string }, now: Date): Promise<void> {
  await db.accessLogEntry.createMany({ data: personIds.map((personId) => ({ id: newId(now), personId, at: now, ...look })) });
}
