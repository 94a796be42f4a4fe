import { canSomewhere, visible } from "@/access/policy";
import { marathon } from "@/access/rules/marathon";
import { appointment, unit } from "@/access/rules/structure";
import type { Actor } from "@/access/actor";
import type { Db } from "@/platform/db/client";
import { announce } from "@/platform/events/outbox";
import type { Context } from "@/platform/trpc/context";
import { oktmoCheckDigit } from "@/shared/codes/oktmo";
import type { PlainDate } from "@/shared/dates/plain-date";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { roundCopied } from "../../events";
import { done } from "../../schema";
import { once, type Asker } from "../../server/once";
import { authoriseInside } from "../../server/service";
import type { AddMunicipalityInput, AddRoundInput, AdminMunicipality, AdminOverview, SaveDirectionInput, SetDatesInput, SetModerationInput } from "../schema";
import * as repo from "./repo";

/** The westernmost zone: a round is over there last. */
const lastZone = "Europe/Kaliningrad";

type Reader = Pick<Context, "db" | "actor" | "now">;

/** Throws 401, 404: to whoever may not administer there is no such page. */
export function requireAdministrator(actor: Actor): void {
  if (canSomewhere(marathon, actor, "manage")) return;
  throw actor.personId === null ? AppError.notSignedIn() : AppError.notFound();
}

export async function readOverview({ db, actor, now }: Reader): Promise<AdminOverview> {
  requireAdministrator(actor);
  const round = await repo.findRound(db, plainDateIn(lastZone, now));
  const [regions, directions] = await Promise.all([repo.findRegions(db, round?.id ?? null), round ? repo.findDirections(db, round.id) : []]);
  return { regions, round: round && { ...round, directions } };
}

/** A region's municipalities with their heads and responsible persons: nobody else's name is an administrator's business. */
export async function listMunicipalities({ db, actor, now }: Reader, regionId: string): Promise<AdminMunicipality[]> {
  requireAdministrator(actor);
  if (!(await repo.findUnit(db, regionId, "region"))) throw AppError.notFound();
  const round = await repo.findRound(db, plainDateIn(lastZone, now));
  return await repo.findMunicipalities(db, visible(appointment, actor, "read"), regionId, round?.id ?? null, now);
}

/** Throws unit.nameTaken. */
export async function addRegion(asker: Asker, input: { name: string; timeZone: string; key: string }): Promise<{ id: string }> {
  return await once(asker, "addRegion", input, async (db) => {
    const country = await repo.findCountry(db);
    requireAdministrator(asker.actor);
    authoriseInside(unit, asker.actor, "manage", country, null);
    if (!country) throw AppError.notFound();
    await repo.lockTree(db);
    if (await repo.hasUnitNamed(db, "region", country.id, input.name)) throw new AppError("unit.nameTaken", undefined, { fields: { name: "unit.nameTaken" } });
    return { id: await repo.insertRegion(db, country, input, asker.now) };
  });
}

/** A municipality, at once in the current round. Throws unit.codeTaken, unit.nameTaken. */
export async function addMunicipality(asker: Asker, input: AddMunicipalityInput): Promise<{ id: string }> {
  return await once(asker, "addMunicipality", input, async (db) => {
    requireAdministrator(asker.actor);
    const region = await repo.findUnit(db, input.regionId, "region");
    authoriseInside(unit, asker.actor, "manage", region, null);
    if (!region) throw AppError.notFound();
    await repo.lockTree(db);
    const { name, oktmo, kind, shortName } = input;
    if (oktmo.length !== 8) throw AppError.invalid({ oktmo: "field.oktmo" });
    if (await repo.isCodeTaken(db, oktmo)) throw new AppError("unit.codeTaken", { code: oktmo }, { fields: { oktmo: "unit.codeTaken" } });
    if (await repo.hasUnitNamed(db, "municipality", region.id, name)) throw new AppError("unit.nameTaken", undefined, { fields: { name: "unit.nameTaken" } });
    const today = plainDateIn(region.timeZone ?? lastZone, asker.now);
    const id = await repo.insertMunicipality(db, region, { name, shortName: shortName || name, municipalityKind: kind, oktmo, oktmoCheckDigit: String(oktmoCheckDigit(oktmo)) }, today, asker.now);
    const round = await currentRound(db, asker.now);
    if (round) await repo.join(db, id, round.id, asker.now);
    return { id };
  });
}

/** The municipality takes part in the current round. Throws marathon.notFound where there is none. */
export async function joinRound(asker: Asker, input: { municipalityId: string; key: string }): Promise<typeof done> {
  return await once(asker, "joinRound", input, async (db) => {
    requireAdministrator(asker.actor);
    if (!(await repo.findUnit(db, input.municipalityId, "municipality"))) throw AppError.notFound();
    const round = await currentRound(db, asker.now);
    if (!round) throw new AppError("marathon.notFound");
    await repo.join(db, input.municipalityId, round.id, asker.now);
    return done;
  });
}

/** The round that new municipalities join, or null. */
export async function currentRound(db: Db, now: Date) {
  const today = plainDateIn(lastZone, now);
  const round = await repo.findRound(db, today);
  return round && round.closingEndsOn >= today ? round : null;
}

/** Name and days of a round; roles that lasted until the end of closing follow it. Throws marathon.periodInvalid, request.changedMeanwhile. */
export async function setDates(asker: Asker, input: SetDatesInput): Promise<typeof done> {
  return await once(asker, "setDates", input, async (db) => {
    requireAdministrator(asker.actor);
    await repo.lockTree(db);
    const round = await repo.findRound(db, plainDateIn(lastZone, asker.now), input.marathonId);
    if (!round) throw new AppError("marathon.notFound");
    const { seen } = input;
    if (round.name !== seen.name || round.startsOn !== seen.startsOn || round.endsOn !== seen.endsOn || round.closingEndsOn !== seen.closingEndsOn) throw new AppError("request.changedMeanwhile");
    requireOrder(input);
    await repo.setDates(db, round.id, input.name, input);
    if (round.closingEndsOn !== input.closingEndsOn) await repo.moveEnds(db, round.id, round.closingEndsOn, input.closingEndsOn);
    return done;
  });
}

/** Whether a moderator looks first. What groups have accepted already stays with them; what waits for them waits for a moderator. */
export async function setModeration(asker: Asker, input: SetModerationInput): Promise<typeof done> {
  return await once(asker, "setModeration", input, async (db) => {
    requireAdministrator(asker.actor);
    const round = await repo.findRound(db, plainDateIn(lastZone, asker.now), input.marathonId);
    if (!round) throw new AppError("marathon.notFound");
    await repo.setModeration(db, round.id, input.moderatesFirst);
    return done;
  });
}

/** A new round, with the directions, municipalities and terms of an earlier one. Throws unit.codeTaken for an address that is taken, marathon.periodInvalid. */
export async function addRound(asker: Asker, input: AddRoundInput): Promise<{ id: string }> {
  return await once(asker, "addRound", input, async (db) => {
    requireAdministrator(asker.actor);
    await repo.lockTree(db);
    const country = await repo.findCountry(db);
    const previous = input.copyFromId === null ? null : await repo.findRound(db, plainDateIn(lastZone, asker.now), input.copyFromId);
    if (!country || (input.copyFromId !== null && !previous)) throw AppError.notFound();
    requireOrder(input);
    if (await repo.isSlugTaken(db, input.slug)) throw new AppError("unit.codeTaken", { code: input.slug }, { fields: { slug: "unit.codeTaken" } });
    const { name, slug } = input;
    const id = await repo.insertRound(db, { name, slug, scopeUnitId: country.id, previousId: previous?.id ?? null, dates: input }, asker.now);
    if (previous) {
      await repo.copyDirections(db, previous.id, id, asker.now);
      await repo.enrolAsIn(db, previous.id, id, asker.now);
      await announce(db, roundCopied, { marathonId: id, fromId: previous.id, municipalityId: null }, { at: asker.now, actorId: asker.actor.personId });
    }
    return { id };
  });
}

function requireOrder({ startsOn, endsOn, closingEndsOn }: { startsOn: PlainDate; endsOn: PlainDate; closingEndsOn: PlainDate }): void {
  if (startsOn > endsOn) throw new AppError("marathon.periodInvalid", undefined, { fields: { endsOn: "marathon.periodInvalid" } });
  if (endsOn > closingEndsOn) throw new AppError("marathon.periodInvalid", undefined, { fields: { closingEndsOn: "marathon.periodInvalid" } });
}

/** A common direction: a new one, or another name for one. Throws request.changedMeanwhile. */
export async function saveDirection(asker: Asker, input: SaveDirectionInput): Promise<{ id: string }> {
  return await once(asker, "saveDirection", input, async (db) => {
    requireAdministrator(asker.actor);
    await repo.lockTree(db);
    const round = await repo.findRound(db, plainDateIn(lastZone, asker.now), input.marathonId);
    const standing = input.directionId === null ? null : await repo.findDirection(db, input.marathonId, input.directionId);
    if (!round || (input.directionId !== null && !standing)) throw AppError.notFound();
    if (standing && standing.name !== input.seen) throw new AppError("request.changedMeanwhile");
    return { id: await repo.writeDirection(db, round.id, { id: input.directionId, name: input.name, nameEn: input.nameEn || input.name }, asker.now) };
  });
}

/** Only a direction under which nothing stands and that no group owns. Throws direction.inUse. */
export async function removeDirection(asker: Asker, input: { marathonId: string; directionId: string; key: string }): Promise<typeof done> {
  return await once(asker, "removeDirection", input, async (db) => {
    requireAdministrator(asker.actor);
    await repo.lockTree(db);
    const standing = await repo.findDirection(db, input.marathonId, input.directionId);
    if (!standing) throw AppError.notFound();
    if (standing._count.initiatives + standing._count.bodies > 0) throw new AppError("direction.inUse");
    await repo.deleteDirection(db, input.directionId);
    return done;
  });
}
