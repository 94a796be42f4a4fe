import type * as z from "zod";
import { can } from "@/access/policy";
import { participation } from "@/access/rules/marathon";
import type { Db } from "@/platform/db/client";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { done, structureLimits } from "../../schema";
import { once, type Asker } from "../../server/once";
import { findPlace, lockStructure } from "../../server/repo";
import { authoriseInside, requireRound } from "../../server/service";
import type { ownDirectionsOutput, SaveOwnDirectionInput } from "../schema";
import * as repo from "./repo";

/** Which themes are in use here, the marathon's and one's own. Throws 401, 403, 404. */
export async function listDirections({ db, actor, now }: Pick<Context, "db" | "actor" | "now">, municipalityId: string): Promise<z.infer<typeof ownDirectionsOutput>> {
  const found = await findPlace(db, municipalityId, now);
  authoriseInside(participation, actor, "setUp", found && { municipalityId }, municipalityId);
  if (!found) throw AppError.notFound();
  const { place, round } = found;
  return {
    place, round: round && { id: round.id, name: round.name }, may: { change: can(participation, actor, "setUp", { municipalityId }) },
    directions: round ? await repo.findDirections(db, { municipalityId, marathonId: round.id }) : [],
  };
}

async function take(db: Db, { actor, now }: Asker, municipalityId: string): Promise<{ municipalityId: string; marathonId: string }> {
  const found = await findPlace(db, municipalityId, now);
  authoriseInside(participation, actor, "setUp", found && { municipalityId }, municipalityId);
  if (!found) throw AppError.notFound();
  const { round } = requireRound(found);
  await lockStructure(db, municipalityId);
  return { municipalityId, marathonId: round.id };
}

/** A theme of the municipality's own: a new one, or another name for one. Throws direction.nameTaken, .tooMany, request.changedMeanwhile; marathon.municipalityAbsent. */
export async function saveDirection(asker: Asker, input: SaveOwnDirectionInput): Promise<{ directionId: string }> {
  return await once(asker, "saveOwnDirection", input, async (db) => {
    const of = await take(db, asker, input.municipalityId);
    const standing = input.directionId === null ? null : await repo.findOwn(db, of, input.directionId);
    if (input.directionId !== null && !standing) throw AppError.notFound();
    if (standing && standing.name !== input.seen) throw new AppError("request.changedMeanwhile");
    if (await repo.isNameTaken(db, of, input.name, input.directionId)) throw new AppError("direction.nameTaken", undefined, { fields: { name: "direction.nameTaken" } });
    const names = { name: input.name, nameEn: input.nameEn || input.name };
    if (standing) {
      await repo.renameOwn(db, standing.id, names);
      return { directionId: standing.id };
    }
    if ((await repo.countOwn(db, of)) >= structureLimits.ownDirections) throw new AppError("direction.tooMany", { count: structureLimits.ownDirections });
    return { directionId: await repo.insertOwn(db, of, names, asker.now) };
  });
}

/** Out of use, or in use again; never deleted: what was submitted under it keeps its name. */
export async function retireDirection(asker: Asker, input: { municipalityId: string; directionId: string; isRetired: boolean; key: string }): Promise<typeof done> {
  return await once(asker, "retireDirection", input, async (db) => {
    const of = await take(db, asker, input.municipalityId);
    const standing = await repo.findOwn(db, of, input.directionId);
    if (!standing) throw AppError.notFound();
    if ((standing.retiredAt !== null) !== input.isRetired) await repo.setRetired(db, standing.id, input.isRetired ? asker.now : null);
    return done;
  });
}
