import * as z from "zod";
import type { Visible } from "@/access/policy";
import { compileSql } from "@/platform/db/compile-sql";
import type { Db } from "@/platform/db/client";
import { queryRows, sql } from "@/platform/db/sql";
import { initiativeStatuses } from "../../../lifecycle";
import { initiativeColumns } from "../../../server/facts";

const alikeSchema = z.object({ id: z.string(), number: z.number(), slug: z.string(), title: z.string(), essence: z.string(), version: z.number(), status: z.enum(initiativeStatuses), hasProposal: z.boolean() });

/** Half of the title's words at least must meet. */
const likeEnough = 0.5;

/** The one itself, and what is under consideration beside it in the same municipality and direction and says the same; the most alike first. */
export async function findAlike(db: Db, may: Visible<"initiative">, id: string, limit: number): Promise<z.infer<typeof alikeSchema>[]> {
  return await queryRows(db, alikeSchema, sql`
    select i."id", i."number", mar."slug", i."title", i."essence", i."version", i."status"::text, p."initiativeId" is not null as "hasProposal"
    from "Initiative" one
    cross join lateral (select tsvector_to_array(initiative_words(one."title", '')) as "words") t
    join "Initiative" i on i."marathonId" = one."marathonId" and i."municipalityId" = one."municipalityId" and i."directionId" = one."directionId" and i."status" = 'inConsideration'
    join "Marathon" mar on mar."id" = i."marathonId" left join "DecisionProposal" p on p."initiativeId" = i."id"
    cross join lateral (select count(*)::float / greatest(cardinality(t."words"), 1) as "share" from unnest(tsvector_to_array(initiative_words(i."title", ''))) v where v = any(t."words")) c
    where one."id" = ${id}::uuid and ${compileSql(may.filter, initiativeColumns)} and (i."id" = one."id" or c."share" >= ${likeEnough}::float)
    order by i."id" = one."id" desc, c."share" desc, i."id" limit ${limit}::int`);
}
