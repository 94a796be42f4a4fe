import * as z from "zod";
import { authorise, visible } from "@/access/policy";
import { ticket } from "@/access/rules/ticket";
import type { Context } from "@/platform/trpc/context";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import { dueAtOf, isReopenTooLate, targetOf } from "../../rules";
import { factsOf } from "../../server/facts";
import type { OwnListInput, OwnListOutput, OwnTicket } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "db" | "actor" | "now">;

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** What the person asked: whoever may reply to it is the one who asked it. */
export async function listOwn({ db, actor }: Asker, { cursor, limit }: OwnListInput): Promise<OwnListOutput> {
  const after = cursor ? decodeCursor(position, cursor) : null;
  const found = await repo.findOwn(db, visible(ticket, actor, "reply"), after, limit);
  const { rows, next } = toPage(found, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return {
    rows: rows.map(({ municipality, messages, ...row }) => ({ ...row, municipality: municipality.shortName, timeZone: municipality.timeZone ?? "Europe/Moscow", lastAnswer: messages[0]?.text ?? null })),
    next,
  };
}

/** One of them, with the answers. To everybody else, the hotline's people too, there is no such page. */
export async function readOwn({ db, actor, now }: Asker, ticketId: string): Promise<OwnTicket> {
  const row = await repo.findOwnTicket(db, ticketId);
  authorise(ticket, actor, "reply", row && factsOf(row), "reply");
  const found = row as repo.OwnTicketRow;
  const { id, number, version, channel, status, subject, createdAt, closedAt, answeredAt, handedTo, municipality } = found;
  const timeZone = municipality.timeZone ?? "Europe/Moscow";
  const dueAt = dueAtOf({ ...found, firstResponseDueAt: found.resolutionDueAt });
  const hotline = await repo.findHotline(db, found.marathonId, found.municipalityId);
  return {
    id, number, version, channel, status, subject, createdAt, timeZone, dueAt,
    municipality: municipality.shortName,
    group: handedTo?.name ?? null,
    isClaimed: status !== "open",
    isOverdue: dueAt !== null && dueAt <= now,
    messages: found.messages.map(({ kind, ...one }) => ({ ...one, isMine: kind === "question" })),
    hotlinePhone: hotline?.hotlinePhone ?? null,
    hotlineHours: hotline?.hotlineHours ?? null,
    canReply: targetOf("reply", status) !== null,
    canReopen: targetOf("reopen", status) !== null && !isReopenTooLate(closedAt ?? answeredAt, now, timeZone),
  };
}
