import type { Readable } from "node:stream";
import type { z } from "zod";
import { actingRole, authorise, visible } from "@/access/policy";
import { person as policy } from "@/access/rules/person";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { fileName } from "@/platform/files/names";
import { tooLarge } from "@/platform/files/receive";
import { takeIn } from "@/platform/files/take-in";
import { inTurn } from "@/platform/files/turns";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { recordAccess } from "../../server/service";
import { paperLimits, type BeginPaperInput, type openPaperOutput, type Paper } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "addressHash" | "now">;

/** The one that stands, and some on their way. */
const mostBegun = 5;

/** A place for the scan of the signed form, before its bytes come: by whoever registered the person. Throws as `authorise`, file.tooLarge, file.tooMany. */
export async function beginPaper(asker: Asker, { personId, fileId, name, bytes }: BeginPaperInput): Promise<void> {
  if (bytes > paperLimits.bytes) throw tooLarge(paperLimits.bytes);
  await transaction(async (db) => {
    await repo.lockPerson(db, personId);
    await requireRight(db, asker, personId, "assist");
    await repo.reserveFile(db, { id: fileId, kind: "consentScan", ownerId: personId, name, uploadedById: asker.actor.personId }, mostBegun, asker.now);
  });
}

/** The bytes; the scan that stood before goes in the moment in which this one stands. */
export async function receivePaper(db: Db, asker: Asker, fileId: string, body: Readable): Promise<Paper> {
  const file = await repo.findFile(db, fileId);
  await requireRight(db, asker, file?.kind === "consentScan" ? file.ownerId : null, "assist");
  if (!file) throw AppError.notFound();
  return await inTurn({ personId: asker.actor.personId, addressHash: asker.addressHash }, async () => {
    await takeIn({
      file, body, limitBytes: paperLimits.bytes,
      settle: async (tx) => {
        await repo.lockPerson(tx, file.ownerId);
        await requireRight(tx, asker, file.ownerId, "assist");
        await repo.removeFiles(tx, (await repo.listFiles(tx, "consentScan", [file.ownerId])).map(({ id }) => id), asker.now);
      },
    });
    // somebody else's may have taken its place by now
    const stands = (await repo.listFiles(db, "consentScan", [file.ownerId])).at(-1);
    if (!stands) throw new AppError("file.uploadGone");
    return toPaper(stands);
  });
}

/** Null: the paper lies in its file only. */
export async function readPaper(db: Db, asker: Asker, personId: string): Promise<Paper | null> {
  await requireRight(db, asker, personId, "read");
  const last = (await repo.listFiles(db, "consentScan", [personId])).at(-1);
  return last ? toPaper(last) : null;
}

/** The signature and what stands beside it: each look of staff is one line that the person can read. */
export async function openPaper(db: Db, asker: Asker, fileId: string): Promise<z.infer<typeof openPaperOutput>> {
  const file = await repo.findFile(db, fileId);
  const { facts, byId } = await requireRight(db, asker, file?.kind === "consentScan" ? file.ownerId : null, "read");
  const ready = await repo.readyFile(db, fileId, "consentScan");
  await recordAccess(db, { byId, role: actingRole(policy, asker.actor, "read", facts) ?? "person", personId: ready.ownerId, what: "consentScan" }, asker.now);
  return { ...toPaper(ready), sha256: ready.sha256 };
}

async function requireRight(db: Db, { actor, now }: Asker, personId: string | null, action: "read" | "assist"): Promise<{ facts: repo.DeskRow["facts"]; byId: string }> {
  const found = actor.personId === null || personId === null ? null : await repo.findPerson(db, personId, visible(policy, actor, "read"), actor.personId, now);
  authorise(policy, actor, action, found?.facts ?? null);
  if (!found || actor.personId === null) throw AppError.notFound();
  return { facts: found.facts, byId: actor.personId };
}

function toPaper({ id, name, type, bytes }: repo.ReadyFile): Paper {
  return { id, name: fileName(name, type), type, bytes };
}
