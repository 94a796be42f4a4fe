import type { Readable } from "node:stream";
import { visible } from "@/access/policy";
import { draft as draftPolicy } from "@/access/rules/draft";
import { initiative as initiativePolicy } from "@/access/rules/initiative";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { fileName } from "@/platform/files/names";
import { takeIn } from "@/platform/files/take-in";
import { tooLarge } from "@/platform/files/receive";
import { inTurn } from "@/platform/files/turns";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { attachmentLimits, type Attachment, type BeginInput, type OpenFile } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "addressHash" | "now">;

/**
 * A place for a file of one's own draft, before its bytes come. The same id again is the same file. Throws request.notFound for
 * another's draft, file.tooMany, file.tooLarge by what the device says (the bytes are counted, too).
 */
export async function beginAttachment({ actor, now }: Asker, { draftId, fileId, name, bytes }: BeginInput): Promise<void> {
  if (bytes > attachmentLimits.bytes) throw tooLarge(attachmentLimits.bytes);
  await transaction(async (db) => {
    await lockOwn(db, actor, draftId);
    await repo.reserveFile(db, { id: fileId, kind: "attachment", ownerId: draftId, name, uploadedById: actor.personId }, attachmentLimits.count, now);
  });
}

/** The bytes. A draft that was submitted or lost meanwhile takes nothing more: file.uploadGone. */
export async function receiveAttachment(db: Db, asker: Asker, fileId: string, body: Readable): Promise<Attachment> {
  const { actor } = asker;
  const file = await repo.findFile(db, fileId);
  if (file?.kind !== "attachment" || !(await repo.hasDraft(db, file.ownerId, visible(draftPolicy, actor, "write")))) throw refusal(actor);
  return await inTurn({ personId: actor.personId, addressHash: asker.addressHash }, async () => {
    await takeIn({
      file, body, limitBytes: attachmentLimits.bytes,
      settle: async (tx) => {
        if (!(await repo.lockDraft(tx, file.ownerId, visible(draftPolicy, actor, "write")))) throw new AppError("file.uploadGone");
        if ((await repo.listFiles(tx, "attachment", [file.ownerId])).length >= attachmentLimits.count) throw new AppError("file.tooMany", { count: attachmentLimits.count });
      },
    });
    return toAttachment(await repo.readyFile(db, fileId, "attachment"));
  });
}

/** Only while it is a draft: what was submitted stays as it was read. Removed already is no mistake. */
export async function removeAttachment({ actor, now }: Asker, fileId: string): Promise<void> {
  await transaction(async (db) => {
    const file = await repo.findFile(db, fileId);
    if (file?.kind !== "attachment") throw refusal(actor);
    await lockOwn(db, actor, file.ownerId);
    await repo.removeFiles(db, [fileId], now);
  });
}

export async function listOfDraft(db: Db, actor: Asker["actor"], draftId: string): Promise<Attachment[]> {
  if (!(await repo.hasDraft(db, draftId, visible(draftPolicy, actor, "read")))) throw refusal(actor);
  return await listAttachments(db, draftId);
}

/** In: the id of an initiative that the asker was let read. */
export async function listAttachments(db: Db, initiativeId: string): Promise<Attachment[]> {
  return (await repo.listFiles(db, "attachment", [initiativeId])).map(toAttachment);
}

/** Who may open it: who may read the draft; once submitted, who may read the initiative, and everybody while it is public. */
export async function openAttachment(db: Db, actor: Asker["actor"], fileId: string): Promise<OpenFile> {
  const file = await repo.findFile(db, fileId);
  const mayRead = file?.kind === "attachment" && (
    (await repo.hasDraft(db, file.ownerId, visible(draftPolicy, actor, "read"))) ||
    (await repo.hasInitiative(db, file.ownerId, visible(initiativePolicy, actor, "readPublic"))) ||
    (await repo.hasInitiative(db, file.ownerId, visible(initiativePolicy, actor, "read"))));
  if (!mayRead) throw refusal(actor);
  const ready = await repo.readyFile(db, fileId, "attachment");
  return { ...toAttachment(ready), sha256: ready.sha256 };
}

async function lockOwn(db: Db, actor: Asker["actor"], draftId: string): Promise<void> {
  if (!(await repo.lockDraft(db, draftId, visible(draftPolicy, actor, "write")))) throw refusal(actor);
}

function refusal({ personId }: Asker["actor"]): AppError {
  return personId === null ? AppError.notSignedIn() : AppError.notFound();
}

function toAttachment({ id, name, type, bytes }: repo.ReadyFile): Attachment {
  return { id, name: fileName(name, type), type, bytes };
}

const visitorDays = 60;

/** What nobody can reach any more. Out: how many. */
export async function sweepAttachments(db: Db, now: Date): Promise<number> {
  return await repo.removeFiles(db, await repo.findOrphans(db, new Date(now.getTime() - visitorDays * 24 * 60 * 60 * 1000)), now);
}
