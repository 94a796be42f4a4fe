import { anonymous } from "@/access/actor";
import { visible } from "@/access/policy";
import { indicator } from "@/access/rules/indicator";
import { initiative } from "@/access/rules/initiative";
import { marathonById, publicMarathon } from "@/features/marathon/server/service";
import { termFor } from "@/features/regulation/rules";
import { marathonTerms } from "@/features/regulation/server/service";
import type { Db } from "@/platform/db/client";
import { AppError } from "@/shared/errors/app-error";
import { addFigures, roundAt, runningSum } from "../../rules";
import { findPrevious } from "../../server/repo";
import type { Progress, RegionProgress } from "../schema";
import * as repo from "./repo";

const commonZone = "Europe/Moscow";
const mostLargest = 6;
/** the list of the front page, and among the others one to show as a dialogue */
const mostAnswered = 24;

/** Whoever asks is shown what everybody may see: one page for all. */
const released = () => visible(indicator, anonymous, "readPublic");

/** The public course of the marathon: of the municipalities whose heads have released their figures. Null before the first marathon. */
export async function progress(db: Db, now: Date): Promise<Progress | null> {
  const marathon = await publicMarathon(db, now);
  if (!marathon) return null;
  const { amount, unit } = termFor(await marathonTerms(db, marathon.id, now), "initiativeAnswer");
  const round = { ...roundAt(marathon, now, commonZone), answer: { amount, unit } };
  const previous = await findPrevious(db, marathon.id);
  const [days, directions, regions, largest, answered, earlier] = await Promise.all([
    repo.findDays(db, released(), marathon.id, marathon.startsOn),
    repo.findDirections(db, released(), marathon.id),
    repo.findRegions(db, released(), marathon.id),
    repo.findPlaces(db, released(), marathon.id, { largest: mostLargest }),
    repo.findAnswered(db, visible(initiative, anonymous, "readPublic"), marathon.id, mostAnswered),
    previous && repo.findDays(db, released(), previous.id, previous.startsOn),
  ]);
  return {
    round, at: now, directions, regions, largest, answered,
    total: addFigures(...regions.map(({ figures }) => figures)),
    municipalities: regions.reduce((sum, region) => sum + region.municipalities, 0),
    released: regions.reduce((sum, region) => sum + region.released, 0),
    days: toDays(days, round.day),
    earlier: earlier && earlier.length > 0 ? runningSum(toDays(earlier, round.days)) : null,
  };
}

/** In: what moved on which day. Out: day by day; what came before or after belongs to the first or the last. */
function toDays(moved: readonly { day: number; net: number }[], length: number): number[] {
  const days = Array.from({ length }, () => 0);
  for (const { day, net } of moved) {
    const at = Math.min(length - 1, Math.max(0, day));
    if (at >= 0) days[at] = (days[at] ?? 0) + net;
  }
  return days;
}

/** Released municipalities of one region, by name: nobody is ranked in public. Throws unit.notFound. */
export async function regionProgress(db: Db, now: Date, wish: { code: string; marathonId?: string }): Promise<RegionProgress> {
  const marathon = wish.marathonId ? await marathonById(db, wish.marathonId) : await publicMarathon(db, now);
  const region = marathon && (await repo.findRegions(db, released(), marathon.id)).find(({ code }) => code === wish.code);
  if (!marathon || !region) throw new AppError("unit.notFound");
  const places = await repo.findPlaces(db, released(), marathon.id, { regionId: region.id });
  return { region, places, round: roundAt(marathon, now, commonZone), at: now };
}
