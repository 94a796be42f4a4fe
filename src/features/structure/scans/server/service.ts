import type { Readable } from "node:stream";
import type { z } from "zod";
import { authorise } from "@/access/policy";
import { appointment as policy } from "@/access/rules/structure";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { fileName } from "@/platform/files/names";
import { tooLarge } from "@/platform/files/receive";
import { takeIn } from "@/platform/files/take-in";
import { inTurn } from "@/platform/files/turns";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { scanLimits, type BeginScanInput, type openScanOutput, type Scan } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "addressHash" | "now">;

/** The one that stands, and some on their way: two people may scan the same paper. */
const mostBegun = 5;

/** A place for the scan of an act, before its bytes come: by who may appoint. Throws as `authorise`, file.tooLarge, file.tooMany. */
export async function beginScan({ actor, now }: Asker, { appointmentId, fileId, name, bytes }: BeginScanInput): Promise<void> {
  if (bytes > scanLimits.bytes) throw tooLarge(scanLimits.bytes);
  await transaction(async (db) => {
    const held = await repo.lockAppointment(db, appointmentId, now);
    authorise(policy, actor, "appoint", held?.facts ?? null);
    await repo.reserveFile(db, { id: fileId, kind: "actScan", ownerId: appointmentId, name, uploadedById: actor.personId }, mostBegun, now);
  });
}

/** The bytes; the scan that stood before goes in the moment in which this one stands. */
export async function receiveScan(db: Db, { actor, addressHash, now }: Asker, fileId: string, body: Readable): Promise<Scan> {
  const file = await repo.findFile(db, fileId);
  const held = file?.kind === "actScan" ? await repo.findAppointment(db, file.ownerId, now) : null;
  authorise(policy, actor, "appoint", held?.facts ?? null);
  if (!file || !held) throw AppError.notFound();
  return await inTurn({ personId: actor.personId, addressHash }, async () => {
    await takeIn({
      file, body, limitBytes: scanLimits.bytes,
      settle: async (tx) => {
        authorise(policy, actor, "appoint", (await repo.lockAppointment(tx, held.id, now))?.facts ?? null);
        await repo.removeFiles(tx, (await repo.listFiles(tx, "actScan", [held.id])).map(({ id }) => id), now);
      },
    });
    // somebody else's may have taken its place by now
    const stands = await scanOf(db, held.id);
    if (!stands) throw new AppError("file.uploadGone");
    return stands;
  });
}

/** In: an appointment that the asker was let read. Null: no scan yet. */
export async function scanOf(db: Db, appointmentId: string): Promise<Scan | null> {
  const last = (await repo.listFiles(db, "actScan", [appointmentId])).at(-1);
  return last ? toScan(last) : null;
}

/** Who may see the appointment may see its paper. */
export async function openScan(db: Db, { actor, now }: Pick<Asker, "actor" | "now">, fileId: string): Promise<z.infer<typeof openScanOutput>> {
  const file = await repo.findFile(db, fileId);
  const held = file?.kind === "actScan" ? await repo.findAppointment(db, file.ownerId, now) : null;
  authorise(policy, actor, "read", held?.facts ?? null);
  const ready = await repo.readyFile(db, fileId, "actScan");
  return { ...toScan(ready), sha256: ready.sha256 };
}

function toScan({ id, name, type, bytes }: repo.ReadyFile): Scan {
  return { id, name: fileName(name, type), type, bytes };
}
