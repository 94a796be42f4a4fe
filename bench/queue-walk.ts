import type pg from "pg";
import * as z from "zod";
import type { Actor, Post } from "@/access/actor";
import { visible } from "@/access/policy";
import { initiative } from "@/access/rules/initiative";
import { findWaiting } from "@/features/initiatives/considering/moderation/server/repo";
import { findNominations } from "@/features/initiatives/considering/nominations/server/repo";
import { assignments, queueFilters } from "@/features/initiatives/considering/queue/schema";
import { findQueue } from "@/features/initiatives/considering/queue/server/repo";
import { listRecords } from "@/features/initiatives/record/server/repo";
import { db } from "@/platform/db/client";
import type { Walked } from "./catalogue-walk";
import { countingWork } from "./statements";

const pageLength = 21;
/** no list of one group is longer */
const wholeList = 1_000_000;

type Position = readonly [string, string];

/** One list of somebody in a role: the page after a position, and the position of each of its rows. */
interface RoleList {
  readonly name: string;
  readonly page: (after: Position | null, limit: number) => Promise<readonly Position[]>;
}

/** What growing leaves out: rows in somebody's hands, asked about, prepared, put forward. A share of one in so many, the same at any size. */
export async function plantWork(database: pg.Client): Promise<void> {
  await database.query(`update "Initiative" set "assigneeId" = $1 where "status" <> 'submitted' and "number" % 50 = 0`, [await somebody(database)]);
  await database.query(`update "Initiative" set "status" = 'clarification', "dueAt" = null where "status" = 'inConsideration' and "number" % 60 = 7`);
  await database.query(`with prepared as (update "Initiative" set "isPrepared" = true where "status" = 'inConsideration' and "number" % 40 = 3 and not "isPrepared" returning "id", "authorId", "updatedAt")
    insert into "DecisionProposal" ("initiativeId", "decision", "text", "preparedById", "preparedAt", "version") select "id", 'includedInProgramme', 'Включено в программу.', "authorId", "updatedAt", 1 from prepared where "authorId" is not null on conflict do nothing`);
  await database.query(`with sent as (update "Initiative" i set "handedToId" = u."regionId" from "Unit" u where u."id" = i."municipalityId" and i."status" = 'nominated' and i."number" % 4 = 1 and i."handedToId" is null returning i."id", i."municipalityId", i."handedToId", i."decidedAt", i."authorId")
    insert into "Nomination" ("id", "initiativeId", "fromUnitId", "toUnitId", "reason", "byId", "at") select gen_random_uuid(), "id", "municipalityId", "handedToId", 'Нужно решение области.', "authorId", "decidedAt" from sent where "authorId" is not null on conflict do nothing`);
  await database.query(`vacuum analyze "Initiative", "DecisionProposal", "Nomination"`);
}

/** First and last pages of the lists of every role that has one, in its fullest scope, under every filter of the queue. */
export async function walkQueues(database: pg.Client, now: Date): Promise<Walked[]> {
  const walked: Walked[] = [];
  for (const { name, page } of await roleLists(database, now)) {
    const all = await page(null, wholeList);
    const blocks = async (after: Position | null) => {
      const read = async () => void (await page(after, pageLength));
      await read();
      return (await countingWork(database, read)).blocks;
    };
    const before = all.length > pageLength ? all[all.length - pageLength - 1] : undefined;
    walked.push({ name, sort: "queue", size: all.length, first: await blocks(null), deepest: await blocks(before ?? null) });
  }
  return walked;
}

async function roleLists(database: pg.Client, now: Date): Promise<RoleList[]> {
  const bodyId = await fullest(database, "consideringId");
  const municipalityId = await fullest(database, "municipalityId");
  const unitId = await fullest(database, "originatingId");
  const councilId = await fullest(database, "handedToId");
  const personId = await somebody(database);
  const authorId = await fullest(database, "authorId");
  const directionId = await rarestDirection(database, bodyId);
  const may = (action: "note" | "moderate" | "nominate" | "answerNomination" | "read", post: Partial<Post>) => visible(initiative, holding(personId, post), action);
  const iso = (at: Date | null) => at?.toISOString() ?? "infinity";

  const queues = queueFilters.flatMap((filter) => assignments.flatMap((assigned) => [null, directionId].map((direction): RoleList => ({
    name: ["группа", filter, assigned, direction && "редкое направление"].filter(Boolean).join(", "),
    page: async (after, limit) => (await findQueue(db, may("note", { role: "workingGroupMember", bodyId }), { filter, assigned, directionId: direction }, personId, after, limit - 1, now))
      .map((row) => [iso(filter === "decided" ? row.decidedAt : row.dueAt), row.id]),
  }))));
  return [
    ...queues,
    { name: "модератор", page: async (after, limit) => (await findWaiting(db, may("moderate", { role: "moderator", municipalityId }), after, limit - 1)).map((row) => [iso(row.dueAt), row.id]) },
    { name: "глава: выдвинуть", page: async (after, limit) => (await findNominations(db, may("nominate", { role: "head", unitId: municipalityId, municipalityId }), "up", "waiting", after, limit - 1, now)).map((row) => [iso(row.at), row.id]) },
    { name: "группа: выдвинуть", page: async (after, limit) => (await findNominations(db, may("nominate", { role: "workingGroupLead", bodyId }), "up", "waiting", after, limit - 1, now)).map((row) => [iso(row.at), row.id]) },
    { name: "совет: выдвинутое ему", page: async (after, limit) => (await findNominations(db, may("answerNomination", { role: "councilStaff", unitId: councilId }), "in", "waiting", after, limit - 1, now)).map((row) => [iso(row.at), row.id]) },
    { name: "организация", page: async (after, limit) => (await listRecords(db, { originatingIds: [unitId] }, after, limit, may("read", { role: "coordinator", unitId }))).map((row) => [iso(row.submittedAt), row.id]) },
    { name: "автор", page: async (after, limit) => (await listRecords(db, { authorId }, after, limit, visible(initiative, { personId: authorId, posts: [] }, "read"))).map((row) => [iso(row.submittedAt), row.id]) },
  ];
}

function holding(personId: string, post: Partial<Post>): Actor {
  return { personId, posts: [{ appointmentId: personId, role: "coordinator", unitId: null, bodyId: null, municipalityId: null, marathonId: null, isSubstitute: false, ...post }] };
}

const found = z.tuple([z.object({ value: z.string() })]);

/** In whose hands the planted rows are. */
async function somebody(database: pg.Client): Promise<string> {
  return found.parse((await database.query(`select "id" as value from "Person" order by "id" limit 1`)).rows)[0].value;
}

/** The value that most rows have. */
async function fullest(database: pg.Client, column: string): Promise<string> {
  return found.parse((await database.query(`select "${column}" as value from "Initiative" where "${column}" is not null group by 1 order by count(*) desc, 1 limit 1`)).rows)[0].value;
}

/** The rarest in a group's queue. */
async function rarestDirection(database: pg.Client, bodyId: string): Promise<string> {
  return found.parse((await database.query(`select "directionId" as value from "Initiative" where "consideringId" = $1 and "status" = 'inConsideration' group by 1 order by count(*), 1 limit 1`, [bodyId])).rows)[0].value;
}
