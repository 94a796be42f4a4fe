import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";

interface InRound {
  readonly municipalityId: string;
  readonly marathonId: string;
}

const directionSchema = z.object({ id: z.string(), name: z.string(), nameEn: z.string(), isOwn: z.boolean(), group: z.string().nullable(), initiatives: column.int, retiredAt: column.instant.nullable() });

/** The marathon's directions and the municipality's own, with what stands under each here. */
export async function findDirections(db: Db, { municipalityId, marathonId }: InRound): Promise<z.infer<typeof directionSchema>[]> {
  return await queryRows(db, directionSchema, sql`
    select d."id", d."name", d."nameEn", d."municipalityId" is not null as "isOwn", b."name" as "group", d."retiredAt",
           (select count(*) from "Initiative" i where i."directionId" = d."id" and i."municipalityId" = ${municipalityId}::uuid) as "initiatives"
    from "Direction" d
    left join "BodyDirection" o on o."directionId" = d."id" and o."municipalityId" = ${municipalityId}::uuid
    left join "Body" b on b."id" = o."bodyId" and b."endedAt" is null
    where d."marathonId" = ${marathonId}::uuid and (d."municipalityId" is null or d."municipalityId" = ${municipalityId}::uuid)
    order by d."municipalityId" nulls first, d."retiredAt" nulls first, d."position", d."id"`);
}

/** One of the municipality's own; null for the marathon's and other municipalities'. */
export async function findOwn(db: Db, { municipalityId, marathonId }: InRound, id: string): Promise<{ id: string; name: string; retiredAt: Date | null } | null> {
  return await db.direction.findFirst({ where: { id, marathonId, municipalityId }, select: { id: true, name: true, retiredAt: true } });
}

/** Is there another direction of that name here, common or own? */
export async function isNameTaken(db: Db, { municipalityId, marathonId }: InRound, name: string, but: string | null): Promise<boolean> {
  const row = await queryRow(db, z.object({ id: z.string() }), sql`
    select "id" from "Direction" where "marathonId" = ${marathonId}::uuid and ("municipalityId" is null or "municipalityId" = ${municipalityId}::uuid)
      and lower("name") = lower(${name}) and "id" is distinct from ${but}::uuid limit 1`);
  return row !== null;
}

export async function countOwn(db: Db, { municipalityId, marathonId }: InRound): Promise<number> {
  return await db.direction.count({ where: { municipalityId, marathonId } });
}

export async function insertOwn(db: Db, { municipalityId, marathonId }: InRound, names: { name: string; nameEn: string }, now: Date): Promise<string> {
  const id = newId(now);
  const last = await db.direction.aggregate({ where: { marathonId, OR: [{ municipalityId: null }, { municipalityId }] }, _max: { position: true } });
  await db.direction.create({ data: { id, marathonId, municipalityId, key: `d-${id.slice(-12)}`, ...names, position: (last._max.position ?? 0) + 1 }, select: { id: true } });
  return id;
}

export async function renameOwn(db: Db, id: string, names: { name: string; nameEn: string }): Promise<void> {
  await db.direction.update({ where: { id }, data: names, select: { id: true } });
}

/** Out of use: no group owns it any more, what it considers it goes on considering. */
export async function setRetired(db: Db, id: string, retiredAt: Date | null): Promise<void> {
  if (retiredAt !== null) await executeSql(db, sql`delete from "BodyDirection" where "directionId" = ${id}::uuid`);
  await db.direction.update({ where: { id }, data: { retiredAt }, select: { id: true } });
}
