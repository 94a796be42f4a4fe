import { authorise, canSomewhere } from "@/access/policy";
import { unit } from "@/access/rules/structure";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { hashJson, sha256 } from "@/shared/ids/hash";
import { boundariesImported } from "../../events";
import { readGeoFile } from "../geo-file";
import { planOf, type Plan } from "../rules";
import type { BoundaryPreview, BoundaryRegion, Imported, ImportWish, PreviewWish } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "db" | "actor" | "now">;

/** Regions and their outlines. Throws 401, 403. */
export async function listRegions({ db, actor }: Asker): Promise<BoundaryRegion[]> {
  requireImporter(actor);
  return await repo.findRegions(db);
}

/** Before a byte of a file is read: may the asker import anywhere at all? Throws 401, 404. */
export function requireImporter(actor: Asker["actor"]): void {
  if (canSomewhere(unit, actor, "importBoundary")) return;
  throw actor.personId === null ? AppError.notSignedIn() : AppError.notFound();
}

/** What an import would do; nothing is written. Throws 401, 404; file.*, boundaries.*. */
export async function previewImport({ db, actor }: Asker, file: Uint8Array, wish: PreviewWish): Promise<BoundaryPreview> {
  await takeRegion(db, actor, wish.regionId);
  return (await plan(db, file, wish)).preview;
}

/**
 * Takes the outlines as they were previewed; a second import replaces the first. Throws as `previewImport`; import.changedMeanwhile
 * when the file, the municipalities or the choice are no longer those of the preview; boundaries.nothingMatched.
 */
export async function importBoundaries({ actor, now }: Asker, file: Uint8Array, { attribution, previewHash, ...wish }: ImportWish): Promise<Imported> {
  return await transaction(async (db) => {
    await takeRegion(db, actor, wish.regionId);
    await repo.lockRegion(db, wish.regionId);
    const { preview, outlines } = await plan(db, file, wish);
    if (preview.hash !== previewHash) throw new AppError("import.changedMeanwhile");
    if (outlines.size === 0) throw new AppError("boundaries.nothingMatched");
    if (actor.personId === null) throw AppError.notSignedIn();
    await repo.replaceBoundaries(db, wish.regionId, outlines, { attribution, importedById: actor.personId }, now);
    await announce(db, boundariesImported, { regionId: wish.regionId, units: outlines.size }, { at: now, actorId: actor.personId });
    return { units: outlines.size, points: preview.points };
  }, { timeout: 60_000 });
}

async function takeRegion(db: Db, actor: Asker["actor"], regionId: string): Promise<void> {
  const region = await repo.findRegion(db, regionId);
  // a region is public; whoever may not import anywhere learns of no page
  requireImporter(actor);
  authorise(unit, actor, "importBoundary", region);
}

async function plan(db: Db, file: Uint8Array, { regionId, property, decisions }: PreviewWish): Promise<{ preview: BoundaryPreview; outlines: Plan["outlines"] }> {
  const features = readGeoFile(file);
  const municipalities = await repo.findMunicipalities(db, regionId);
  const { preview, outlines } = planOf(features, municipalities, property, decisions);
  // what stands already is replaced whatever it is, so it is no part of what was agreed to
  const hash = hashJson({ file: sha256(file), regionId, property: preview.property, rows: preview.rows });
  return { preview: { ...preview, standing: await repo.countBoundaries(db, regionId), hash }, outlines };
}
