import * as z from "zod";
import type { Visible } from "@/access/policy";
import type { Db } from "@/platform/db/client";
import { compilePrisma } from "@/platform/db/compile-prisma";
import { compileSql } from "@/platform/db/compile-sql";
import { column, joinSql, queryRow, queryRows, rawSql, sql, type Sql } from "@/platform/db/sql";
import { ticketStatuses } from "../../rules";
import { ticketColumns } from "../../server/facts";
import { countLimit, type FiguresOutput, type QueueCounts, type QueueFilter } from "../schema";

/** As rules.dueAtOf: to be taken up first, then to be settled. */
const due = rawSql(`case when t."status" = 'open' then least(t."firstResponseDueAt", t."resolutionDueAt") else t."resolutionDueAt" end`);
const ended = rawSql(`coalesce(t."closedAt", t."answeredAt", t."updatedAt")`);
const isOver = rawSql(`t."status" in ('answered', 'closed')`);
const isActive = rawSql(`t."status" in ('open', 'claimed', 'waitingForPerson')`);

function conditionOf(filter: QueueFilter, personId: string, now: Date): Sql {
  switch (filter) {
    case "new":
      return sql`t."status" = 'open'`;
    case "mine":
      return sql`t."status" in ('claimed', 'waitingForPerson') and t."claimedById" = ${personId}::uuid`;
    case "overdue":
      return sql`t."status" in ('open', 'claimed') and ${due} <= ${now}`;
    case "waiting":
      return sql`t."status" = 'waitingForPerson'`;
    case "handed":
      return sql`${isActive} and t."handedToId" is not null`;
    case "all":
      return isActive;
    case "closed":
      return isOver;
  }
}

const rowSchema = z.object({
  id: z.string(), number: z.number(), subject: z.string(), channel: z.enum(["web", "phone", "desk"]), status: z.enum(ticketStatuses), version: z.number(), createdAt: column.instant,
  firstResponseDueAt: column.instant, resolutionDueAt: column.instant, sortAt: column.instant, isMine: z.boolean(), handedTo: z.string().nullable(), timeZone: z.string(),
  familyName: z.string().nullable(), givenName: z.string().nullable(), patronymic: z.string().nullable(),
});
export type FoundRow = z.infer<typeof rowSchema>;

/** The sort key of the last row seen: an instant as text and the id. */
export type Position = readonly [string, string];

/** What is due first stands first; of what is over the newest. */
export async function findQueue(db: Db, visible: Visible<"ticket">, filter: QueueFilter, personId: string, after: Position | null, limit: number, now: Date): Promise<FoundRow[]> {
  const isPast = filter === "closed";
  const key = isPast ? ended : due;
  const way = rawSql(isPast ? "desc" : "asc");
  const beyond = after ? sql`(${key}, t."id") ${rawSql(isPast ? "<" : ">")} (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`;
  return await queryRows(db, rowSchema, sql`
    select t."id", t."number", t."subject", t."channel"::text, t."status"::text, t."version", t."createdAt", t."firstResponseDueAt", t."resolutionDueAt", ${key} as "sortAt",
           coalesce(t."claimedById" = ${personId}::uuid, false) as "isMine", b."name" as "handedTo", coalesce(m."timeZone", 'Europe/Moscow') as "timeZone",
           p."familyName", p."givenName", p."patronymic"
    from "Ticket" t join "Unit" m on m."id" = t."municipalityId" left join "Body" b on b."id" = t."handedToId" left join "Person" p on p."id" = t."claimedById"
    where ${compileSql(visible.filter, ticketColumns)} and ${conditionOf(filter, personId, now)} and ${beyond}
    order by ${key} ${way}, t."id" ${way} limit ${limit + 1}::int`);
}

const counted = ["new", "mine", "overdue", "waiting", "handed", "all"] as const;

/** Each cut at `countLimit`. */
export async function countQueue(db: Db, visible: Visible<"ticket">, personId: string, now: Date): Promise<QueueCounts> {
  const own = compileSql(visible.filter, ticketColumns);
  const counts = counted.map((filter) => sql`(select count(*) from (select 1 from "Ticket" t where ${own} and ${conditionOf(filter, personId, now)} limit ${countLimit}::int) x) as ${rawSql(`"${filter}"`)}`);
  const schema = z.object({ new: column.int, mine: column.int, overdue: column.int, waiting: column.int, handed: column.int, all: column.int });
  const row = await queryRow(db, schema, sql`select ${joinSql(counts)}`);
  return row ?? { new: 0, mine: 0, overdue: 0, waiting: 0, handed: 0, all: 0 };
}

/** How many at a municipality; the filter is that of readFigures. */
export async function countFigures(db: Db, visible: Visible<"ticket">, municipalityId: string, now: Date): Promise<FiguresOutput> {
  const of = (...statuses: string[]) => rawSql(`count(*) filter (where t."status" in (${statuses.map((status) => `'${status}'`).join(", ")}))`);
  const schema = z.object({ new: column.int, inWork: column.int, waiting: column.int, overdue: column.int, answered: column.int, closed: column.int });
  const row = await queryRow(db, schema, sql`
    select ${of("open")} as "new", ${of("claimed")} as "inWork", ${of("waitingForPerson")} as "waiting", ${of("answered")} as "answered", ${of("closed")} as "closed",
           count(*) filter (where t."status" in ('open', 'claimed') and ${due} <= ${now}) as "overdue"
    from "Ticket" t join "Body" h on h."id" = t."hotlineId"
    where t."municipalityId" = ${municipalityId}::uuid and h."endedAt" is null and ${compileSql(visible.filter, ticketColumns)}`);
  return row ?? { new: 0, inWork: 0, waiting: 0, overdue: 0, answered: 0, closed: 0 };
}

export interface FoundLine {
  readonly id: string;
  readonly municipality: string;
  readonly phone: string | null;
  readonly hours: string | null;
}

/** The hotlines where the right is held: a body has its own id for the question's hotline. */
export async function findLines(db: Db, visible: Visible<"ticket">): Promise<FoundLine[]> {
  const columns = { ...ticketColumns, hotlineId: { prisma: "id", sql: `b."id"`, cast: "uuid" } };
  const rows = await db.body.findMany({
    where: { AND: [{ kind: "hotline", endedAt: null }, compilePrisma(visible.filter, columns)] },
    select: { id: true, marathonId: true, municipalityId: true, municipality: { select: { shortName: true, participations: { select: { marathonId: true, hotlinePhone: true, hotlineHours: true } } } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, marathonId, municipality: { shortName, participations } }) => {
    const own = participations.find((one) => one.marathonId === marathonId);
    return { id, municipality: shortName, phone: own?.hotlinePhone ?? null, hours: own?.hotlineHours ?? null } satisfies FoundLine;
  });
}

/** The newest questions that came from the number. */
export async function findEarlier(db: Db, visible: Visible<"ticket">, phone: string) {
  const rows = await db.ticket.findMany({
    where: { AND: [{ callerPhone: phone }, compilePrisma(visible.filter, ticketColumns)] },
    select: { id: true, number: true, subject: true, callerName: true, status: true, createdAt: true, municipality: { select: { timeZone: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 5,
  });
  return rows.map(({ municipality, ...row }) => ({ ...row, timeZone: municipality.timeZone ?? "Europe/Moscow" }));
}
