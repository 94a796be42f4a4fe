import * as z from "zod";
import { clock } from "@/platform/clock";
import { db as root, type Db } from "@/platform/db/client";
import { queryRows, sql } from "@/platform/db/sql";
import { transaction } from "@/platform/db/transaction";
import { defineJob } from "@/platform/jobs";
import { findHeir, handOver, workers, worksThere, type Worker } from "./open-work";

/**
 * Every five minutes: an appointment ends by its date with nobody at the desk. What its holder had in work goes to whom they stood
 * in for, else to the first who works there; where nobody does it stays, the chart shows it, and the next who is appointed gets it.
 */
export const handLeftWork = defineJob("appointment.handLeftWork", { cron: "*/5 * * * *", handler: async () => await handOverLeft(clock.now()) });

export async function handOverLeft(now: Date): Promise<void> {
  for (const worker of await findLeft(root, now)) {
    await transaction(async (db) => {
      if (await worksThere(db, worker, [], now)) return;
      const heir = await findHeir(db, worker, now);
      await handOver(db, worker, { toId: heir?.stoodInFor ? heir.personId : null, heirId: heir?.personId ?? null, actorId: null, now });
    });
  }
}

const workerSchema = z.object({ personId: z.string(), unitId: z.string().nullable(), bodyId: z.string().nullable() });

/** Who has work at a seat where they work no more, in marathons that are not over. */
async function findLeft(db: Db, now: Date): Promise<Worker[]> {
  return await queryRows(db, workerSchema, sql`
    select distinct a."personId", a."unitId", a."bodyId"
    from "Appointment" a left join "Marathon" m on m."id" = a."marathonId"
    where a."endsAt" <= ${now} and a."role" = any(${[...workers]}::"Role"[]) and (m."id" is null or m."closingEndsOn" >= ${now}::date - 1)
      and not exists (select from "Appointment" k where k."personId" = a."personId" and k."unitId" is not distinct from a."unitId" and k."bodyId" is not distinct from a."bodyId"
                      and k."role" = any(${[...workers]}::"Role"[]) and k."startsAt" <= ${now} and (k."endsAt" is null or k."endsAt" > ${now}))
      and (exists (select from "InitiativeDraft" d where d."helperId" = a."personId" and d."helperUnitId" = a."unitId")
        or exists (select from "Person" p where p."registeredById" = a."personId" and p."registeredAtUnitId" = a."unitId" and p."erasedAt" is null and p."mergedIntoId" is null)
        or exists (select from "Ticket" t where t."hotlineId" = a."bodyId" and t."claimedById" = a."personId" and t."status" in ('claimed', 'waitingForPerson'))
        or exists (select from "Initiative" i where i."consideringId" = a."bodyId" and i."assigneeId" = a."personId" and i."status" not in ('carriedOut', 'withdrawn', 'merged')))
    order by 1, 2, 3`);
}
