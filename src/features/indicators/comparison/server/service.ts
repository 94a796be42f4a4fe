import type { Actor } from "@/access/actor";
import { canSomewhere, visible, type Visible } from "@/access/policy";
import { indicator } from "@/access/rules/indicator";
import type { Db } from "@/platform/db/client";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { measure, recentOf, roundAt } from "../../rules";
import type { Round } from "../../schema";
import { lastZone } from "../../server/place";
import { findRound, type StoredRound } from "../../server/repo";
import type { Boundaries, Comparison, ComparisonRow } from "../schema";
import * as repo from "./repo";

interface Asker {
  readonly actor: Actor;
  readonly now: Date;
}

/** A council's region may lie in several zones; its round is told by Moscow's clock, each municipality's by its own. */
const commonZone = "Europe/Moscow";

/**
 * Municipalities of the asker's region side by side; for who sees several regions these, or with `regionId` the municipalities of
 * one. Null where no marathon is held. Throws request.notSignedIn, request.forbidden; request.notFound for a region out of sight.
 */
export async function comparison(db: Db, { actor, now }: Asker, wish: { marathonId?: string; regionId?: string }, action: "compare" | "export" = "compare"): Promise<Comparison | null> {
  if (!canSomewhere(indicator, actor, "compare")) throw actor.personId === null ? AppError.notSignedIn() : AppError.forbidden();
  const seen = visible(indicator, actor, action);
  const stored = await findRound(db, seen, plainDateIn(lastZone, now), wish);
  if (!stored) {
    if (wish.marathonId || wish.regionId) throw AppError.notFound();
    return null;
  }
  const round = roundAt(stored, now, commonZone);
  const found = await compareRows(db, seen, round, wish.regionId);
  return { round, at: now, ...found, abilities: { export: canSomewhere(indicator, actor, "export") } };
}

async function compareRows(db: Db, seen: Visible<"indicator">, round: StoredRound & Round, regionId?: string): Promise<Pick<Comparison, "level" | "region" | "canGoUp" | "hasNested" | "rows">> {
  const regions = await repo.findRegions(db, seen, round.id);
  const region = regionId === undefined && regions.length === 1 ? regions[0] : regions.find(({ id }) => id === regionId);
  if (regionId !== undefined && !region) throw AppError.notFound();
  const level = region ? "municipalities" : "regions";
  const rows = (await repo.findRows(db, seen, { marathonId: round.id, startsOn: round.startsOn, regionId: region?.id ?? null, level })).map((row) => toRow(row, round));
  const ids = new Set(rows.map(({ id }) => id));
  return { level, region: region ? { id: region.id, name: region.name } : null, canGoUp: regions.length > 1, hasNested: rows.some(({ withinId }) => withinId !== null && ids.has(withinId)), rows };
}

function toRow({ usersTarget, initiativesTarget, days, nets, ...row }: repo.StoredRow, round: Round): ComparisonRow {
  const byDay = Array.from({ length: round.day }, () => 0);
  days.forEach((day, index) => {
    const at = Math.min(round.day - 1, Math.max(0, day));
    if (at >= 0) byDay[at] = (byDay[at] ?? 0) + (nets[index] ?? 0);
  });
  return {
    ...row, days: byDay,
    users: measure(row.figures.users, usersTarget, [], round),
    initiatives: measure(row.figures.net, initiativesTarget, recentOf(byDay, round.day), round),
  };
}

/** Public, like the names of the units. */
export async function boundaries(db: Db, regionId: string): Promise<Boundaries | null> {
  return await repo.findBoundaries(db, regionId);
}
