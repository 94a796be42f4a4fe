import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import { done } from "../../schema";
import { once, type Asker } from "../../server/once";
import { directoryLimits, isUnderWay, noDecisions, type Decisions, type DirectoryImport, type DirectoryOpening, type UploadWish } from "../schema";
import { lookAt, writeDown } from "./jobs";
import * as repo from "./repo";
import { requirePerson, requireScope } from "./scope";
import { findRegions } from "../units/server/repo";

type Reader = Pick<Context, "db" | "actor" | "now">;

/** Progress is told several times a second. */
const silentMs = 20_000;

/** What the page begins with. */
export async function openDirectory(reader: Reader, municipalityId: string | null): Promise<DirectoryOpening> {
  await requireScope(reader, municipalityId);
  const { db, actor } = reader;
  return { regions: municipalityId === null ? await findRegions(db) : [], openImportId: await repo.findOpenImport(db, requirePerson(actor), municipalityId) };
}

/** Keeps the file and begins to look at it; nothing of it is written. Throws 401, 403, 404; file.empty, file.tooLarge. */
export async function upload({ actor, now }: Pick<Asker, "actor" | "now">, file: Uint8Array, { municipalityId, regionId, fileName }: UploadWish): Promise<{ importId: string }> {
  return await transaction(async (db) => {
    await requireScope({ db, actor, now }, municipalityId);
    if (file.length === 0) throw new AppError("file.empty");
    if (file.length > directoryLimits.bytes) throw new AppError("file.tooLarge", { megabytes: directoryLimits.bytes / 1_000_000 });
    const id = newId(now);
    await repo.insertImport(db, { id, byId: requirePerson(actor), municipalityId, regionId: municipalityId === null ? regionId : null, fileName, file, decisions: noDecisions }, now);
    await lookAt.send(db, { importId: id });
    return { importId: id };
  });
}

/** How far it is, and what it would do. Throws 404 for what is not one's own, and where the right has ended. */
export async function readImport(reader: Reader, importId: string): Promise<DirectoryImport> {
  const { db, actor, now } = reader;
  const found = await repo.findImport(db, importId, requirePerson(actor));
  if (!found) throw AppError.notFound();
  await requireScope(reader, found.municipalityId);
  const { writingSince, hasWritten } = found.state === "looked" ? await repo.findOthers(db, found, now) : { writingSince: null, hasWritten: false };
  const { id, fileName, state, doneRows, allRows, problem, preview, hash, decisions, changedAt } = found;
  const isSilent = isUnderWay(state) && now.getTime() - changedAt.getTime() > silentMs;
  return { id, fileName, state, doneRows, allRows, isSilent, problem, preview, hash, decisions, otherSince: writingSince, changedSince: hasWritten };
}

/** Agrees to completed codes, or looks once more at a file that was refused. Throws import.gone. */
export async function decide(asker: Asker, input: { importId: string; decisions: Decisions; key: string }): Promise<typeof done> {
  return await once(asker, "directory.decide", input, async (db) => {
    const { importId, decisions } = input;
    await takeImport(db, asker, importId, ["looked", "failed"]);
    await repo.startLooking(db, importId, decisions, asker.now);
    await lookAt.send(db, { importId });
    return done;
  });
}

/**
 * Writes what was shown, all of it or nothing. Throws import.hasErrors, import.running, import.gone; import.changedMeanwhile when
 * another preview stands than the one that was confirmed.
 */
export async function confirm(asker: Asker, input: { importId: string; hash: string; key: string }): Promise<typeof done> {
  return await once(asker, "directory.confirm", input, async (db) => {
    const { importId, hash } = input;
    const found = await takeImport(db, asker, importId, ["looked"]);
    if (found.hash !== hash || !found.preview) throw new AppError("import.changedMeanwhile");
    const problems = Object.values(found.preview.counts).reduce((sum, { problem }) => sum + problem, 0);
    if (problems > 0) throw new AppError("import.hasErrors", { count: problems });
    if ((await repo.findOthers(db, found, asker.now)).writingSince !== null) throw new AppError("import.running");
    await repo.startWriting(db, importId, asker.now);
    await writeDown.send(db, { importId });
    return done;
  });
}

/** The file is forgotten; what is being written at the moment is not written. */
export async function discard(asker: Asker, input: { importId: string; key: string }): Promise<typeof done> {
  return await once(asker, "directory.discard", input, async (db) => {
    await takeImport(db, asker, input.importId, ["looking", "looked", "failed", "writing"]);
    await repo.discard(db, input.importId);
    return done;
  });
}

async function takeImport(db: Db, { actor, now }: Asker, importId: string, states: readonly DirectoryImport["state"][]): Promise<repo.FoundImport> {
  const found = await repo.lockImport(db, importId, requirePerson(actor));
  if (!found) throw AppError.notFound();
  await requireScope({ db, actor, now }, found.municipalityId);
  if (!states.includes(found.state)) throw new AppError("import.gone");
  return found;
}
