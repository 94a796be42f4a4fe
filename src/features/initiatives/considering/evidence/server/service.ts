import type { Readable } from "node:stream";
import type { Actor } from "@/access/actor";
import { actingRole, authorise, can } from "@/access/policy";
import { initiative } from "@/access/rules/initiative";
import { recordAccess } from "@/features/people/server/service";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { fileName } from "@/platform/files/names";
import { tooLarge } from "@/platform/files/receive";
import { takeIn } from "@/platform/files/take-in";
import { inTurn } from "@/platform/files/turns";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { isDecided } from "../../../lifecycle";
import { evidenceLimits, type BeginEvidenceInput, type Evidence, type OpenEvidence } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "addressHash" | "now">;
type Kind = BeginEvidenceInput["kind"];

/** The scan that stands and some on their way: two people may scan the same paper. */
const most: Readonly<Record<Kind, number>> = { donePhoto: evidenceLimits.photos, answerScan: 5 };
const types = { donePhoto: ["jpeg"], answerScan: ["pdf", "jpeg"] } as const;

/** A place for a file, before its bytes come: by who records what became of the initiative, once it is decided. Throws initiative.notDecided, file.tooLarge, file.tooMany. */
export async function beginEvidence({ actor, now }: Asker, input: BeginEvidenceInput): Promise<void> {
  if (input.bytes > evidenceLimits.bytes) throw tooLarge(evidenceLimits.bytes);
  await transaction(async (db) => {
    await lockForRecording(db, actor, input.initiativeId);
    const alt = input.kind === "donePhoto" ? input.alt : null;
    await repo.reserveFile(db, { id: input.fileId, kind: input.kind, ownerId: input.initiativeId, name: input.name, alt, uploadedById: actor.personId }, most[input.kind], now);
  });
}

/** The bytes; a scan that stood before goes in the moment in which this one stands. Throws file.kindNotAllowed. */
export async function receiveEvidence(db: Db, { actor, addressHash, now }: Asker, fileId: string, body: Readable): Promise<{ fileId: string }> {
  const { file, kind } = await findEvidence(db, actor, fileId);
  authorise(initiative, actor, "record", (await repo.findConsidered(db, { id: file.ownerId }))?.facts ?? null);
  return await inTurn({ personId: actor.personId, addressHash }, async () => {
    await takeIn({
      file, body, limitBytes: evidenceLimits.bytes, types: types[kind],
      settle: async (tx) => {
        const { facts } = await lockForRecording(tx, actor, file.ownerId);
        const standing = await repo.listFiles(tx, kind, [file.ownerId]);
        if (kind === "answerScan") await repo.removeFiles(tx, standing.map(({ id }) => id), now);
        else if (standing.length >= evidenceLimits.photos) throw new AppError("file.tooMany", { count: evidenceLimits.photos });
        await tell(tx, actor, file.ownerId, facts, now, kind === "answerScan" ? { kind: "answerAttached", visibility: "author" } : { kind: "photoAdded", visibility: "internal" });
      },
    });
    return { fileId };
  });
}

/** What was put there by mistake. Throws as beginEvidence. */
export async function removeEvidence({ actor, now }: Asker, fileId: string): Promise<void> {
  await transaction(async (db) => {
    const { file } = await findEvidence(db, actor, fileId);
    const { facts } = await lockForRecording(db, actor, file.ownerId);
    if ((await repo.removeFiles(db, [fileId], now)) > 0) await tell(db, actor, file.ownerId, facts, now, { kind: "fileRemoved", visibility: "internal" });
  });
}

/** In: an initiative that the asker was let read. */
export async function listEvidence(db: Db, initiativeId: string): Promise<Evidence> {
  const scan = (await repo.listFiles(db, "answerScan", [initiativeId])).at(-1);
  return { photos: (await repo.listFiles(db, "donePhoto", [initiativeId])).map(({ id, alt }) => ({ id, alt: alt ?? "" })), scan: scan ? toScan(scan) : null };
}

/** Photos of what was done are for everybody while the initiative is public; the paper with the answer names its author, who can read who has looked. */
export async function openEvidence(db: Db, { actor, now }: Pick<Asker, "actor" | "now">, fileId: string): Promise<OpenEvidence> {
  const { file, kind } = await findEvidence(db, actor, fileId);
  const row = await repo.findConsidered(db, { id: file.ownerId });
  const facts = row?.facts ?? null;
  if (kind === "answerScan") authorise(initiative, actor, "readAuthor", facts);
  else if (!facts || !can(initiative, actor, "readPublic", facts)) authorise(initiative, actor, "read", facts);
  const ready = await repo.readyFile(db, fileId, kind);
  const lookedAt = kind === "answerScan" && row ? (row.scopes.authorId ?? (await repo.findKeptOf(db, file.ownerId))) : null;
  if (row && lookedAt !== null && actor.personId !== null && actor.personId !== lookedAt) {
    await recordAccess(db, { byId: actor.personId, role: actingRole(initiative, actor, "readAuthor", facts) ?? "person", personId: lookedAt, what: `initiative:${row.scopes.number}` }, now);
  }
  return { ...toScan(ready), sha256: ready.sha256 };
}

async function findEvidence(db: Db, { personId }: Actor, fileId: string): Promise<{ file: repo.FileRow; kind: Kind }> {
  const file = await repo.findFile(db, fileId);
  if (file?.kind === "donePhoto" || file?.kind === "answerScan") return { file, kind: file.kind };
  throw personId === null ? AppError.notSignedIn() : AppError.notFound();
}

async function lockForRecording(db: Db, actor: Actor, initiativeId: string): Promise<repo.Considered> {
  await repo.lockInitiative(db, initiativeId);
  const row = await repo.findConsidered(db, { id: initiativeId });
  authorise(initiative, actor, "record", row?.facts ?? null);
  if (!row) throw AppError.notFound();
  if (!isDecided(row.status)) throw new AppError("initiative.notDecided");
  return row;
}

async function tell(db: Db, actor: Actor, initiativeId: string, facts: repo.Considered["facts"], at: Date, said: Pick<Parameters<typeof repo.addEvent>[1], "kind" | "visibility">): Promise<void> {
  await repo.addEvent(db, { initiativeId, byId: actor.personId, byRole: actingRole(initiative, actor, "record", facts), at, ...said });
}

function toScan({ id, name, type, bytes }: repo.ReadyFile): NonNullable<Evidence["scan"]> {
  return { id, name: fileName(name, type), type, bytes };
}
