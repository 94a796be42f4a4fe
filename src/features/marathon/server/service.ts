import { randomBytes } from "node:crypto";
import type { Actor } from "@/access/actor";
import { authorise } from "@/access/policy";
import { marathon as marathonPolicy } from "@/access/rules/marathon";
import type { Db } from "@/platform/db/client";
import { makeOneTimeCode } from "@/shared/codes/one-time-code";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import type { Direction, Group, Marathon, Municipality, Organisation, Participation, PosterLink, PublicSide } from "../schema";
import { currentFirst } from "../rules";
import * as repo from "./repo";

/** The westernmost zone of the country: a marathon is over there last. */
const lastZone = "Europe/Kaliningrad";
/** The easternmost: there it begins first. */
const firstZone = "Asia/Kamchatka";

/** Not yet closed for good somewhere in the country: those begun, then those to come. Its phase differs by zone: `phaseOf`. */
export async function currentMarathons(db: Db, now: Date, municipalityId?: string): Promise<Marathon[]> {
  return currentFirst(await repo.findMarathonsNotEndedBefore(db, plainDateIn(lastZone, now), municipalityId), plainDateIn(firstZone, now));
}

/** The current marathon that the municipality takes part in, the latest of several; null where there is none. */
export async function marathonFor(db: Db, municipalityId: string, now: Date): Promise<Marathon | null> {
  return (await currentMarathons(db, now, municipalityId))[0] ?? null;
}

/** What the public is shown: the current one, between rounds the one before. Null in an empty installation. */
export async function publicMarathon(db: Db, now: Date, slug?: string): Promise<Marathon | null> {
  if (slug !== undefined) return await repo.findMarathon(db, { slug });
  return (await currentMarathons(db, now))[0] ?? (await repo.findLatestMarathon(db));
}

/** Throws AppError marathon.notFound. */
export async function marathonById(db: Db, id: string): Promise<Marathon> {
  const found = await repo.findMarathon(db, { id });
  if (!found) throw new AppError("marathon.notFound");
  return found;
}

/** The marathon's directions by their position; with a municipality its own after them. */
export async function listDirections(db: Db, marathonId: string, municipalityId: string | null): Promise<Direction[]> {
  return await repo.findDirections(db, marathonId, municipalityId);
}

/** By region, then by name, in Russian order. */
export async function participatingMunicipalities(db: Db, marathonId: string, regionId?: string): Promise<Municipality[]> {
  return await repo.findParticipatingMunicipalities(db, marathonId, regionId);
}

/** Null where the municipality doesn't take part. */
export async function participation(db: Db, marathonId: string, municipalityId: string): Promise<Participation | null> {
  return await repo.findParticipation(db, marathonId, municipalityId);
}

/** Schools, hospitals, libraries … that exist now, by name. */
export async function listOrganisations(db: Db, municipalityId: string): Promise<Organisation[]> {
  return await repo.findOrganisations(db, municipalityId);
}

/** The working group that owns the direction there; null while nobody does: a gap that the municipality's people see. */
export async function groupForDirection(db: Db, municipalityId: string, directionId: string): Promise<Group | null> {
  return await repo.findGroupForDirection(db, municipalityId, directionId);
}

/** Where a poster's short address leads; null for an unknown one. */
export async function posterLink(db: Db, code: string): Promise<PosterLink | null> {
  return await repo.findPosterLink(db, code);
}

/** The short link of an organisation's own, made at its first use. Out: its code. The caller has authorised who makes it. */
export async function organisationPoster(db: Db, wish: { readonly marathonId: string; readonly municipalityId: string; readonly organisationId: string; readonly label: string; readonly createdById: string }, now: Date): Promise<string> {
  await repo.lockOrganisationPosters(db, wish.organisationId);
  const known = await repo.findOrganisationPoster(db, wish.marathonId, wish.organisationId, wish.label);
  if (known !== null) return known;
  const code = makeOneTimeCode(randomBytes(16)).slice(0, 8).toLowerCase();
  await repo.insertPosterLink(db, { ...wish, code }, now);
  return code;
}

/** What the marathon allows in public. Throws marathon.notFound. */
export async function publicSide(db: Db, marathonId: string): Promise<PublicSide> {
  const found = await repo.findPublicSide(db, marathonId);
  if (!found) throw new AppError("marathon.notFound");
  return found;
}

/** An administrator's setting. Throws marathon.notFound. */
export async function setPublicSide(db: Db, actor: Actor, wanted: PublicSide): Promise<PublicSide> {
  authorise(marathonPolicy, actor, "manage", {});
  await publicSide(db, wanted.marathonId);
  await repo.setPublicSide(db, wanted);
  return wanted;
}
