import * as z from "zod";
import { registrationMerged } from "@/features/people/events";
import { countOnce } from "@/features/people/server/joining";
import type { Db } from "@/platform/db/client";
import { queryRow, queryRows, sql } from "@/platform/db/sql";
import { announce } from "@/platform/events/outbox";
import type { Merging } from "./merge-people-moves";

const registrationRow = z.object({ registrationId: z.string(), marathonId: z.string(), municipalityId: z.string() });

/**
 * Once per marathon: where both had joined, the survivor's joining stands and the other is taken back from the figures,
 * dated now; it stays with the merged record as history. All others become the survivor's. Whoever is confirmed by now is
 * counted. Out: ids of what moved and of what was taken back.
 */
export async function joinRegistrations(db: Db, { survivorId, mergedId, info }: Merging): Promise<{ moved: string[]; dropped: string[] }> {
  const dropped = await queryRows(db, registrationRow, sql`
    select m."id" as "registrationId", m."marathonId", m."municipalityId" from "Registration" m
    where m."personId" = ${mergedId}::uuid and exists (select 1 from "Registration" s where s."personId" = ${survivorId}::uuid and s."marathonId" = m."marathonId")
    order by m."id" for update`);
  for (const registration of dropped) await announce(db, registrationMerged, { ...registration, personId: survivorId }, info);
  const moved = await queryRows(db, z.object({ id: z.string() }), sql`
    update "Registration" set "personId" = ${survivorId}::uuid where "personId" = ${mergedId}::uuid and not ("id" = any(${dropped.map(({ registrationId }) => registrationId)}::uuid[])) returning "id"`);
  const survivor = await queryRow(db, z.object({ isConfirmed: z.boolean() }), sql`select "assurance" <> 'selfDeclared' as "isConfirmed" from "Person" where "id" = ${survivorId}::uuid`);
  // who waits to be counted had joined by themselves: at a desk one is counted at once
  if (survivor?.isConfirmed) await countOnce(db, survivorId, "resident", info);
  return { moved: moved.map(({ id }) => id), dropped: dropped.map(({ registrationId }) => registrationId) };
}
