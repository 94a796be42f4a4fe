import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Actor } from "@/access/actor";
import { actingRole, authorise, can } from "@/access/policy";
import { person as personPolicy, stackScan as policy } from "@/access/rules/person";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { fileName } from "@/platform/files/names";
import { tooLarge } from "@/platform/files/receive";
import { takeIn } from "@/platform/files/take-in";
import { inTurn } from "@/platform/files/turns";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { recordAccess } from "../../server/service";
import { stackLimits, type BeginStackInput, type openStackOutput, type StackScan } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "addressHash" | "now">;

/** Of one organisation: more than a marathon's meetings, less than a disk. */
const mostScans = 1000;
const unusedMs = 7 * 24 * 60 * 60 * 1000;

/** A place for the scan of a stack, before its bytes come: by whoever registers people there. Throws as `authorise`, file.tooLarge, file.tooMany. */
export async function beginStack({ actor, now }: Asker, { atUnitId, fileId, name, bytes }: BeginStackInput): Promise<void> {
  if (bytes > stackLimits.bytes) throw tooLarge(stackLimits.bytes);
  await transaction(async (db) => {
    await repo.lockUnit(db, atUnitId);
    await requireDesk(db, actor, atUnitId);
    await repo.reserveFile(db, { id: fileId, kind: "stackScan", ownerId: atUnitId, name, uploadedById: actor.personId }, mostScans, now);
    // the id may be a colleague's
    await requireOwn(db, actor, fileId, atUnitId);
  });
}

export async function receiveStack(db: Db, asker: Asker, fileId: string, body: Readable): Promise<StackScan> {
  const file = await repo.findFile(db, fileId);
  const unitId = file?.kind === "stackScan" ? file.ownerId : null;
  if (!file || unitId === null) throw AppError.notFound();
  await requireOwn(db, asker.actor, fileId, unitId);
  return await inTurn({ personId: asker.actor.personId, addressHash: asker.addressHash }, async () => {
    await takeIn({
      file, body, limitBytes: stackLimits.bytes,
      settle: async (tx) => {
        await requireDesk(tx, asker.actor, unitId);
        await requireOwn(tx, asker.actor, fileId, unitId);
      },
    });
    return toScan(await repo.readyFile(db, fileId, "stackScan"));
  });
}

/** May the asker open it? For pages that only say that there is one to everybody else. */
export async function mayOpenStack(db: Db, actor: Actor, fileId: string): Promise<boolean> {
  const facts = await repo.findFacts(db, fileId);
  return facts !== null && can(policy, actor, "read", facts);
}

/** The sheets with their signatures: each look is a line that everybody who signed can read. */
export async function openStack(db: Db, { actor, now }: Asker, fileId: string): Promise<z.infer<typeof openStackOutput>> {
  const facts = await repo.findFacts(db, fileId);
  authorise(policy, actor, "read", facts);
  if (actor.personId === null) throw AppError.notSignedIn();
  const ready = await repo.readyFile(db, fileId, "stackScan");
  const look = { byId: actor.personId, role: actingRole(policy, actor, "read", facts) ?? "person", what: "stackScan" };
  for (const personId of await repo.findSigners(db, fileId)) await recordAccess(db, { ...look, personId }, now);
  return { ...toScan(ready), sha256: ready.sha256 };
}

/** A sheet that names a scan: one that is whole, and that the asker has brought for the same organisation. Throws consent.scanMissing. */
export async function requireStackScan(db: Db, actor: Actor, fileId: string, atUnitId: string): Promise<void> {
  const [facts, file] = [await repo.findFacts(db, fileId), await repo.findFile(db, fileId)];
  if (!file?.isReady || facts === null || facts.unitId !== atUnitId || facts.gatheredById !== actor.personId) throw new AppError("consent.scanMissing");
}

/** What was brought and never used is nobody's evidence. Out: how many went. */
export async function sweepStacks(db: Db, now: Date): Promise<number> {
  return await repo.removeFiles(db, await repo.findUnused(db, new Date(now.getTime() - unusedMs)), now);
}

async function requireDesk(db: Db, actor: Actor, atUnitId: string): Promise<void> {
  const [place] = await repo.findPlaces(db, [atUnitId]);
  authorise(personPolicy, actor, "registerAtDesk", place ? { id: null, registeredById: null, registeredAtUnitId: place.unitId, municipalityId: place.municipalityId } : null);
}

/** Another's scan is answered as none. */
async function requireOwn(db: Db, actor: Actor, fileId: string, unitId: string): Promise<void> {
  const facts = await repo.findFacts(db, fileId);
  if (actor.personId === null) throw AppError.notSignedIn();
  if (facts?.gatheredById !== actor.personId || facts.unitId !== unitId) throw AppError.notFound();
}

function toScan({ id, name, type, bytes }: repo.ReadyFile): StackScan {
  return { id, name: fileName(name, type), type, bytes };
}
