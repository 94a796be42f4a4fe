import * as z from "zod";
import type { Db } from "@/platform/db/client";
import type { TransferState } from "@/platform/db/client/client";
import { queryRow, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";

const placeRow = z.object({ consideringId: z.string().nullable() });

/** The group that owns the direction there. Null where the municipality doesn't take part or has no such direction. */
export async function findPlace(db: Db, marathonId: string, municipalityId: string, directionId: string): Promise<z.infer<typeof placeRow> | null> {
  return await queryRow(db, placeRow, sql`
    select b."id" as "consideringId"
    from "Participation" taking join "Unit" u on u."id" = taking."municipalityId" and u."endedAt" is null
    join "Direction" d on d."id" = ${directionId}::uuid and d."marathonId" = taking."marathonId" and (d."municipalityId" is null or d."municipalityId" = u."id") and d."retiredAt" is null
    left join "BodyDirection" bd on bd."municipalityId" = u."id" and bd."directionId" = d."id"
    left join "Body" b on b."id" = bd."bodyId" and b."marathonId" = taking."marathonId" and b."endedAt" is null
    where taking."marathonId" = ${marathonId}::uuid and taking."municipalityId" = ${municipalityId}::uuid`);
}

const participationRow = z.object({ municipalityId: z.string() });

export async function takesPart(db: Db, marathonId: string, municipalityId: string): Promise<boolean> {
  const found = await queryRow(db, participationRow, sql`
    select taking."municipalityId" from "Participation" taking join "Unit" u on u."id" = taking."municipalityId" and u."endedAt" is null
    where taking."marathonId" = ${marathonId}::uuid and taking."municipalityId" = ${municipalityId}::uuid`);
  return found !== null;
}

export async function addTransfer(db: Db, made: { initiativeId: string; fromMunicipalityId: string; toMunicipalityId: string; reason: string; byId: string; at: Date }): Promise<void> {
  await db.transfer.create({ data: { id: newId(made.at), ...made }, select: { id: true } });
}

export interface LastTransfer {
  readonly id: string;
  readonly fromMunicipalityId: string;
  readonly toMunicipalityId: string;
  readonly state: TransferState;
}

export async function findLastTransfer(db: Db, initiativeId: string): Promise<LastTransfer | null> {
  return await db.transfer.findFirst({ where: { initiativeId }, orderBy: [{ at: "desc" }, { id: "desc" }], select: { id: true, fromMunicipalityId: true, toMunicipalityId: true, state: true } });
}

/** Nobody has to answer any more. */
export async function recallOpen(db: Db, initiativeId: string, said: { answeredById: string; answeredAt: Date }): Promise<void> {
  await db.transfer.updateMany({ where: { initiativeId, state: { in: ["offered", "disputed", "escalated"] } }, data: { state: "recalled", ...said } });
}

export async function settleTransfer(db: Db, id: string, state: TransferState, said: { answer: string | null; answeredById: string; answeredAt: Date }): Promise<void> {
  await db.transfer.update({ where: { id }, data: { state, ...said }, select: { id: true } });
}
