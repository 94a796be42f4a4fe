import * as z from "zod";
import { visible } from "@/access/policy";
import { initiative } from "@/access/rules/initiative";
import type { Context } from "@/platform/trpc/context";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import { groupBy } from "@/shared/lists/group-by";
import { shortName } from "@/shared/text/person-name";
import { publicNumber } from "../../../rules";
import { termOf } from "../../rules";
import { consideringLimits } from "../../schema";
import type { QueueCounts, QueueInput, QueueNarrowing, QueueOutput, QueueRow } from "../schema";
import * as repo from "./repo";

const position = z.tuple([z.union([z.iso.datetime(), z.literal("infinity")]), z.uuid()]);

/**
 * What the asker's groups consider: the rows that he may leave a note on. Those whose term ends first stand first, those without
 * a term last; decided ones begin with the newest.
 */
export async function listQueue({ db, actor, now }: Pick<Context, "db" | "actor" | "now">, { cursor, limit, ...wanted }: Partial<QueueNarrowing> & Pick<QueueInput, "cursor" | "limit">): Promise<QueueOutput> {
  const narrowing: QueueNarrowing = { filter: "all", assigned: "any", directionId: null, ...wanted };
  const after = cursor ? decodeCursor(position, cursor) : null;
  const found = await repo.findQueue(db, visible(initiative, actor, "note"), narrowing, actor.personId, after, limit, now);
  const page = toPage(found, limit, (row) => [(narrowing.filter === "decided" ? row.decidedAt : row.dueAt)?.toISOString() ?? "infinity", row.id]);
  const similar = groupBy(await repo.findSimilar(db, page.rows.map((row) => row.id)), (one) => one.toId);
  return { rows: page.rows.map((row) => toRow(row, similar.get(row.id)?.length ?? 0, now)), next: page.next };
}

/** Prepared decisions that wait for the asker himself: he is their lead. */
export async function listProposals({ db, actor, now }: Pick<Context, "db" | "actor" | "now">): Promise<QueueOutput> {
  const found = await repo.findQueue(db, visible(initiative, actor, "decide"), { filter: "proposal", assigned: "any", directionId: null }, actor.personId, null, consideringLimits.batch, now);
  const page = toPage(found, consideringLimits.batch, (row) => [row.dueAt?.toISOString() ?? "infinity", row.id]);
  return { rows: page.rows.map((row) => toRow(row, 0, now)), next: page.next };
}

export async function countQueue({ db, actor, now }: Pick<Context, "db" | "actor" | "now">): Promise<QueueCounts> {
  return await repo.countQueue(db, visible(initiative, actor, "note"), now);
}

function toRow({ slug, familyName, givenName, patronymic, decision, competence, text, pausedLeft, termUnit, ...row }: repo.FoundRow, similar: number, now: Date): QueueRow {
  const proposal = decision === null ? null : { decision, competence, text: text ?? "" };
  const assignee = familyName === null ? null : shortName({ familyName, givenName: givenName ?? "", patronymic });
  return { ...row, assignee, publicNumber: publicNumber(slug, row.number), term: termOf(now, { dueAt: row.dueAt, pausedLeft, termUnit }, row.timeZone), similar, proposal };
}
