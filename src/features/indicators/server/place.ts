import { authorise, type Policy } from "@/access/policy";
import type { Actor } from "@/access/actor";
import type { Db } from "@/platform/db/client";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { roundAt } from "../rules";
import type { Round } from "../schema";
import { findPlace, type FoundPlace, type StoredRound } from "./repo";

/** The westernmost zone of the country: a marathon is over there last. */
export const lastZone = "Europe/Kaliningrad";

export interface PlaceInRound extends Omit<FoundPlace, "round"> {
  readonly round: StoredRound & Round;
}

/**
 * In: who wants to do what with which municipality's figures, in which marathon (the current one by default). Out: the
 * municipality and its marathon. Throws as `authorise` does, and marathon.municipalityAbsent where it takes part in none.
 */
export async function placeFor<S extends string, A extends string>(
  db: Db, of: Policy<string, S, A>, actor: Actor, action: A, wish: { municipalityId: string; marathonId?: string }, now: Date, readAction?: A,
): Promise<PlaceInRound> {
  const found = await findPlace(db, wish.municipalityId, plainDateIn(lastZone, now), wish.marathonId);
  authorise(of, actor, action, found?.facts ?? null, readAction);
  if (!found?.round) throw new AppError("marathon.municipalityAbsent");
  return { ...found, round: roundAt(found.round, now, found.place.timeZone) };
}
