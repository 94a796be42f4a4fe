import type { Actor } from "@/access/actor";
import { can, canSomewhere, type Policy } from "@/access/policy";
import type { Facts } from "@/access/filter";
import type { Db } from "@/platform/db/client";
import { AppError } from "@/shared/errors/app-error";
import type { Place } from "../schema";
import * as repo from "./repo";

/** Municipalities in which the asker holds a post, the substantive ones first. */
export async function myMunicipalities(db: Db, actor: Actor): Promise<Place[]> {
  const ids = [...new Set(actor.posts.toSorted((a, b) => Number(a.isSubstitute) - Number(b.isSubstitute)).flatMap(({ municipalityId }) => municipalityId ?? []))];
  const found = ids.length === 0 ? [] : await repo.findMunicipalityNames(db, ids);
  return found.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Names of units and bodies for labels; ids that don't exist are left out. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return await repo.findNames(db, ids);
}

export type PlaceInRound = repo.FoundPlace & { readonly round: repo.FoundRound };

/**
 * As `authorise`, for nouns of a municipality that everybody may read or nobody yet: 401 without an account, 403 to those who
 * work in the municipality, 404 to all others. In: the facts, null for what doesn't exist, and the municipality.
 */
export function authoriseInside<N extends string, S extends string, A extends string>(of: Policy<N, S, A>, actor: Actor, action: A, facts: Facts | null, municipalityId: string | null): asserts facts is Facts {
  if (facts && can(of, actor, action, facts)) return;
  if (actor.personId === null) throw AppError.notSignedIn();
  const isInside = facts !== null && municipalityId !== null && actor.posts.some((post) => post.municipalityId === municipalityId);
  throw isInside ? AppError.forbidden() : AppError.notFound();
}

/** For what begins with no row yet: 401 without an account, 404 to who doesn't work in the municipality, 403 to who may do it nowhere. */
export function requireSomewhere<N extends string, S extends string, A extends string>(of: Policy<N, S, A>, actor: Actor, action: A, found: repo.FoundPlace | null): asserts found is repo.FoundPlace {
  if (actor.personId === null) throw AppError.notSignedIn();
  if (!found || !actor.posts.some((post) => post.municipalityId === found.place.id)) throw AppError.notFound();
  if (!canSomewhere(of, actor, action)) throw AppError.forbidden();
}

/** Throws marathon.municipalityAbsent where the municipality takes part in none that is going on. */
export function requireRound(found: repo.FoundPlace): repo.FoundPlace & { readonly round: repo.FoundRound } {
  if (!found.round) throw new AppError("marathon.municipalityAbsent");
  return { ...found, round: found.round };
}
