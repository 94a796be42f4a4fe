import * as z from "zod";
import type { MultiPolygon } from "geojson";
import type { Db } from "@/platform/db/client";
import type { Prisma } from "@/platform/db/client/client";
import { column, executeSql, queryRows, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";
import type { UnitFacts } from "../../server/facts";
import type { Municipality } from "../rules";
import type { BoundaryRegion } from "../schema";

const regionSchema = z.object({ id: z.string(), name: z.string(), municipalities: column.int, outlined: column.int, attribution: z.string().nullable(), importedAt: column.instant.nullable() });

/** Regions with how many of their municipalities have an outline, and whose. */
export async function findRegions(db: Db): Promise<BoundaryRegion[]> {
  return (await queryRows(db, regionSchema, sql`
    select r."id", r."shortName" as "name",
           (select count(*) from "Unit" m where m."regionId" = r."id" and m."kind" = 'municipality' and m."endedAt" is null) as "municipalities",
           count(b."id") as "outlined", max(b."attribution") as "attribution", max(b."importedAt") as "importedAt"
    from "Unit" r left join "Boundary" b on b."regionId" = r."id"
    where r."kind" = 'region' and r."endedAt" is null
    group by r."id" order by r."shortName" collate "ru-x-icu"`)) satisfies BoundaryRegion[];
}

export async function findRegion(db: Db, id: string): Promise<UnitFacts | null> {
  return await db.unit.findFirst({ where: { id, kind: "region", endedAt: null }, select: { id: true, municipalityId: true, path: true } }) satisfies UnitFacts | null;
}

export async function findMunicipalities(db: Db, regionId: string): Promise<Municipality[]> {
  return await queryRows(db, z.object({ id: z.string(), name: z.string(), shortName: z.string(), oktmo: z.string().nullable(), longitude: z.number().nullable(), latitude: z.number().nullable() }), sql`
    select "id", "name", "shortName", "oktmo", "longitude", "latitude" from "Unit"
    where "regionId" = ${regionId}::uuid and "kind" = 'municipality' and "endedAt" is null
    order by "shortName" collate "ru-x-icu", "id"`);
}

export async function countBoundaries(db: Db, regionId: string): Promise<number> {
  return await db.boundary.count({ where: { regionId } });
}

/** Of two who import at a time one goes after the other. */
export async function lockRegion(db: Db, regionId: string): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock(hashtextextended(${`boundaries:${regionId}`}, 0))`);
}

/** All outlines of the region are these from now on. */
export async function replaceBoundaries(db: Db, regionId: string, outlines: ReadonlyMap<string, MultiPolygon>, { attribution, importedById }: { attribution: string; importedById: string }, now: Date): Promise<void> {
  await db.boundary.deleteMany({ where: { OR: [{ regionId }, { unitId: { in: [...outlines.keys()] } }] } });
  await db.boundary.createMany({
    data: [...outlines].map(([unitId, geometry]) => ({ id: newId(now), unitId, regionId, geometry: geometry as unknown as Prisma.InputJsonValue, attribution, importedAt: now, importedById })),
  });
}
