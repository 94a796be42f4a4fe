import * as z from "zod";
import { authorise, canSomewhere, visible } from "@/access/policy";
import { ticket } from "@/access/rules/ticket";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import { shortName } from "@/shared/text/person-name";
import { dueAtOf, termKindOf } from "../../rules";
import type { DeskOutput, EarlierOutput, FiguresOutput, QueueCounts, QueueInput, QueueOutput, QueueRow } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "db" | "actor" | "now">;

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** What the asker works on: the questions that he may leave a note on, those of his hotlines or handed to his groups. */
export async function listQueue({ db, actor, now }: Asker, { filter, cursor, limit }: QueueInput): Promise<QueueOutput> {
  const personId = workerOf(actor);
  const after = cursor ? decodeCursor(position, cursor) : null;
  const found = await repo.findQueue(db, visible(ticket, actor, "note"), filter, personId, after, limit, now);
  const page = toPage(found, limit, (row) => [row.sortAt.toISOString(), row.id]);
  return { rows: page.rows.map((row) => toRow(row, now)), next: page.next };
}

export async function countQueue({ db, actor, now }: Asker): Promise<QueueCounts> {
  return await repo.countQueue(db, visible(ticket, actor, "note"), workerOf(actor), now);
}

/** The lines whose calls the asker takes; none for a working group, which sees what was handed to it. */
export async function readDesk({ db, actor }: Asker): Promise<DeskOutput> {
  workerOf(actor);
  return { lines: await repo.findLines(db, visible(ticket, actor, "takeCall")) };
}

/** Who has called from this number before, as far as the asker's own hotlines know. */
export async function listEarlier({ db, actor }: Asker, phone: string): Promise<EarlierOutput> {
  return { rows: await repo.findEarlier(db, visible(ticket, actor, "takeCall"), phone) };
}

/** For leaders: how many, never what about. */
export async function readFigures({ db, actor, now }: Asker, municipalityId: string): Promise<FiguresOutput> {
  authorise(ticket, actor, "readFigures", { municipalityId, hotlineId: null, handedToId: null, personId: null }, "readFigures");
  return await repo.countFigures(db, visible(ticket, actor, "readFigures"), municipalityId, now);
}

/** Whoever works with no question at all has no queue to look at: request.forbidden. */
function workerOf(actor: Asker["actor"]): string {
  if (actor.personId === null) throw AppError.notSignedIn();
  if (!canSomewhere(ticket, actor, "note")) throw AppError.forbidden();
  return actor.personId;
}

function toRow({ familyName, givenName, patronymic, firstResponseDueAt, resolutionDueAt, sortAt, ...row }: repo.FoundRow, now: Date): QueueRow {
  const dueAt = dueAtOf({ status: row.status, firstResponseDueAt, resolutionDueAt });
  const isOver = row.status === "answered" || row.status === "closed";
  return {
    ...row,
    term: { kind: termKindOf(now, row.status, dueAt, row.timeZone), dueAt },
    endedAt: isOver ? sortAt : null,
    claimedBy: familyName !== null && givenName !== null ? shortName({ familyName, givenName, patronymic }) : null,
  };
}
