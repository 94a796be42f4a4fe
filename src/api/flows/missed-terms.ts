import * as z from "zod";
import { raiseOverdueObjections, settleSilent } from "@/features/initiatives/considering/overdue/server/service";
import { raiseMissed } from "@/features/regulation/missed/server/service";
import { termSubjectField } from "@/features/regulation/schema";
import { clock } from "@/platform/clock";
import { db as root, type Db } from "@/platform/db/client";
import { column, executeSql, queryRows, sql } from "@/platform/db/sql";
import { transaction } from "@/platform/db/transaction";
import { defineJob } from "@/platform/jobs";

/** Every five minutes. A run that was late or died half-way changes nothing but when the next tier learns of it. */
export const watchTerms = defineJob("term.watch", { cron: "*/5 * * * *", handler: async () => await watch(clock.now()) });

const batch = 200;

export async function watch(now: Date): Promise<void> {
  await settle(root, now);
  for (let found = batch; found === batch; ) found = await transaction(async (db) => await raiseSome(db, now));
  // what a tier has missed stands recorded: now it goes on without it
  await raiseOverdueObjections(now);
  await settleSilent(now);
}

const missedRow = z.object({
  subject: termSubjectField, subjectId: z.string(), number: column.int, marathonId: z.string(), municipalityId: z.string(), bodyId: z.string().nullable(), dueAt: column.instant,
});

/** Terms that have run out and were not recorded yet, of marathons that are not closed for good. Out: how many there were. */
async function raiseSome(db: Db, now: Date): Promise<number> {
  const rows = await queryRows(db, missedRow, sql`
    select x.* from (
      select case when i."objectionAtId" is not null then 'objectionAnswer' when i."status" in ('submitted', 'moderated') then 'initiativeReaction' else 'initiativeAnswer' end as "subject", i."id" as "subjectId", i."number", i."marathonId", i."municipalityId", i."consideringId" as "bodyId", i."dueAt"
      from "Initiative" i where i."dueAt" <= ${now} and (i."objectionAtId" is not null or i."status" in ('submitted', 'moderated', 'inConsideration', 'clarification'))
      union all
      select 'appealAnswer', i."id", i."number", i."marathonId", i."municipalityId", i."consideringId", i."appealDueAt"
      from "Initiative" i where i."appealDueAt" <= ${now} and i."status" in ('submitted', 'returned', 'moderated', 'inConsideration', 'clarification')
      union all
      select 'authorClarification', i."id", i."number", i."marathonId", i."municipalityId", i."consideringId", i."authorDueAt"
      from "Initiative" i where i."authorDueAt" <= ${now} and i."status" = 'clarification'
      union all
      select 'ticketFirstResponse', t."id", t."number", t."marathonId", t."municipalityId", t."hotlineId", t."firstResponseDueAt" from "Ticket" t where t."firstResponseDueAt" <= ${now} and t."status" = 'open'
      union all
      select 'ticketResolution', t."id", t."number", t."marathonId", t."municipalityId", coalesce(t."handedToId", t."hotlineId"), t."resolutionDueAt" from "Ticket" t where t."resolutionDueAt" <= ${now} and t."status" in ('open', 'claimed')
    ) x join "Marathon" m on m."id" = x."marathonId"
    where m."closingEndsOn" >= ${now}::date - 1
      and not exists (select 1 from "MissedTerm" s where s."subject"::text = x."subject" and s."subjectId" = x."subjectId" and s."dueAt" = x."dueAt")
    order by x."dueAt", x."subjectId" limit ${batch}::int`);
  for (const row of rows) await raiseMissed(db, row, now);
  return rows.length;
}

/** What was done though late, or has another term now, waits no more. */
async function settle(db: Db, now: Date): Promise<void> {
  await executeSql(db, sql`
    update "MissedTerm" s set "settledAt" = ${now} where s."settledAt" is null and not exists (
      select 1 from "Initiative" i where i."id" = s."subjectId" and (
        (s."subject" = 'initiativeReaction' and i."dueAt" = s."dueAt" and i."status" in ('submitted', 'moderated')) or
        (s."subject" = 'initiativeAnswer' and i."dueAt" = s."dueAt" and i."status" in ('inConsideration', 'clarification')) or
        (s."subject" = 'appealAnswer' and i."appealDueAt" = s."dueAt" and i."status" in ('submitted', 'returned', 'moderated', 'inConsideration', 'clarification')) or
        (s."subject" = 'objectionAnswer' and i."dueAt" = s."dueAt" and i."objectionAtId" is not null) or
        (s."subject" = 'authorClarification' and i."authorDueAt" = s."dueAt" and i."status" = 'clarification'))
      union all
      select 1 from "Ticket" t where t."id" = s."subjectId" and (
        (s."subject" = 'ticketFirstResponse' and t."status" = 'open' and t."firstResponseDueAt" = s."dueAt") or
        (s."subject" = 'ticketResolution' and t."status" in ('open', 'claimed') and t."resolutionDueAt" = s."dueAt")))`);
}
