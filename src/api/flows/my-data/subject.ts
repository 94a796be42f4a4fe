import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { queryRows, sql } from "@/platform/db/sql";
import type { Subject } from "./table";

const idRow = z.object({ id: z.string() });
const valueRow = z.object({ kind: z.enum(["email", "phone"]), value: z.string() });

/**
 * The person with every card that was merged into theirs. Addresses and phones count only once confirmed: whoever writes a
 * neighbour's number into their account must neither read nor erase the neighbour's questions.
 */
export async function subjectOf(db: Db, personId: string): Promise<Subject> {
  const cards = await queryRows(db, idRow, sql`
    with recursive card as (
      select "id" from "Person" where "id" = ${personId}::uuid
      union select p."id" from "Person" p join card on p."mergedIntoId" = card."id"
    ) select "id" from card`);
  const ids = cards.map(({ id }) => id);
  const contacts = await queryRows(db, valueRow, sql`
    select distinct c."kind"::text as "kind", c."value" from "Contact" c where c."personId" = any(${ids}::uuid[]) and c."verifiedAt" is not null
      and not exists (select 1 from "Contact" o join "Person" p on p."id" = o."personId" and p."erasedAt" is null
        where o."kind" = c."kind" and o."value" = c."value" and o."personId" <> all(${ids}::uuid[]))`);
  const of = (wanted: "email" | "phone") => contacts.filter(({ kind }) => kind === wanted).map(({ value }) => value);
  return { ids, emails: of("email"), phones: of("phone") };
}
