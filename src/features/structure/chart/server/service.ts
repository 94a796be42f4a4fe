import { authorise, can, visible } from "@/access/policy";
import { participation } from "@/access/rules/marathon";
import { appointment, body, duty, unit } from "@/access/rules/structure";
import type { Role } from "@/access/roles";
import type { Context } from "@/platform/trpc/context";
import type { PlainDate } from "@/shared/dates/plain-date";
import { endOfDayIn, plainDateIn, startOfDayIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import type { AppointmentFacts } from "../../server/facts";
import { findPlace, type FoundPlace } from "../../server/repo";
import type { Span } from "../../roster/rules";
import { findShifts } from "../../roster/server/repo";
import { gapsOf, inRank, type FoundGap } from "../rules";
import type { Chart, Gap, Post } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "now" | "db">;

/**
 * Who works in the municipality's marathon, and what is missing. A director sees his own organisation, others who may see
 * staff the whole. Throws 401, 404.
 */
export async function readChart({ actor, now, db }: Asker, municipalityId: string): Promise<Chart> {
  const found = await findPlace(db, municipalityId, now);
  const isWhole = found !== null && can(unit, actor, "readStaff", found.facts);
  const organisations = found === null || isWhole ? [] : await seenOrganisations({ actor, now, db }, found);
  // of a municipality whose staff one may not see nothing at all is shown
  if (!isWhole && organisations.length === 0) authorise(unit, actor, "readStaff", found?.facts ?? null, "readStaff");
  if (!found) throw AppError.notFound();
  const { place, headTitle, round } = found;
  const structure = await build({ actor, now, db }, found, isWhole ? null : new Set(organisations.map(({ id }) => id)));
  const leftWork = round ? (await repo.findLeftWork(db, place.id, round.id, now)).filter(({ id }) => isWhole || organisations.some((one) => one.id === id)) : [];
  const gaps = gapsOf({ ...structure, place, leftWork }, round?.closingEndsOn ?? null, now).filter((one) => isWhole || isOfOrganisation(one));
  const { hotlinePhone: _, hotlineHours: __, isSetUp = false, areDatesChecked = false, ...dates } = round ?? {};
  return {
    place: { ...place, headTitle }, round: round ? { ...(dates as Omit<typeof round, "hotlinePhone" | "hotlineHours" | "isSetUp" | "areDatesChecked">) } : null, isSetUp, areDatesChecked,
    ...structure, gaps: gaps.map((one) => withRight(one, structure, { actor, now, db }, found)), isWhole,
    may: { setUp: can(participation, actor, "setUp", { municipalityId }), manage: can(body, actor, "manage", { municipalityId, id: municipalityId }), review: can(appointment, actor, "review", { personId: null, unitId: null, municipalityId, linkedBodyIds: [], role: "head" }) },
  };
}

/** A roster is made a week ahead. */
const dutyAheadMs = 7 * 24 * 60 * 60 * 1000;

/** Do people ask within the span? */
function isCollecting({ startsOn, endsOn }: { readonly startsOn: PlainDate; readonly endsOn: PlainDate }, zone: string, { startsAt, endsAt }: Span): boolean {
  return startOfDayIn(zone, startsOn) < endsAt && endOfDayIn(zone, endsOn) > startsAt;
}

type Structure = Pick<Chart, "hotline" | "directions" | "posts" | "bodies" | "organisations">;

async function seenOrganisations({ actor, now, db }: Asker, { place, round }: FoundPlace): Promise<repo.FoundOrganisation[]> {
  const all = round ? await repo.findOrganisations(db, place.id, round.id, plainDateIn(place.timeZone, now)) : [];
  return all.filter(({ id, path }) => can(unit, actor, "readStaff", { id, path, municipalityId: place.id }));
}

async function build({ actor, now, db }: Asker, { place, round }: FoundPlace, only: ReadonlySet<string> | null): Promise<Structure> {
  const hotline = { phone: round?.hotlinePhone ?? null, hours: round?.hotlineHours ?? null, lacksDuty: false };
  const posts = inRank((await repo.findPosts(db, visible(unit, actor, "readStaff"), place.id, round?.id ?? null, now)).map((post): Post => ({ ...post, isMine: post.personId === actor.personId })));
  if (!round) return { hotline, directions: [], posts: posts.filter(({ unitId }) => unitId === place.id), bodies: [], organisations: [] };
  const [directions, bodies, organisations] = await Promise.all([
    repo.findDirections(db, place.id, round.id),
    repo.findBodies(db, place.id, round.id),
    repo.findOrganisations(db, place.id, round.id, plainDateIn(place.timeZone, now)),
  ]);
  const line = bodies.find(({ kind }) => kind === "hotline");
  const ahead = { startsAt: now, endsAt: new Date(now.getTime() + dutyAheadMs) };
  const lacksDuty = line !== undefined && isCollecting(round, place.timeZone, ahead) && !(await findShifts(db, line.id, ahead)).some(({ isHeld }) => isHeld);
  return {
    hotline: { ...hotline, lacksDuty }, directions,
    posts: posts.filter(({ unitId }) => unitId === place.id),
    bodies: bodies.map((one) => ({ ...one, posts: posts.filter(({ bodyId }) => bodyId === one.id) })),
    organisations: organisations.filter(({ id }) => only === null || only.has(id)).map(({ path: _, ...one }) => ({ ...one, posts: posts.filter(({ unitId }) => unitId === one.id) })),
  };
}

const ofOrganisation: readonly FoundGap["kind"][] = ["organisationWithoutCoordinator", "leftWork", "coordinatorWithoutBriefing", "briefingNotAcknowledged", "aboutToEnd", "withoutAct", "withoutScan", "notAccepted"];
const isOfBriefing = ({ kind }: FoundGap) => kind === "coordinatorWithoutBriefing" || kind === "briefingNotAcknowledged";
const isOfOrganisation = ({ kind }: FoundGap) => ofOrganisation.includes(kind);

/** May the asker mend it? From the same tables as everything else. */
function withRight(gap: FoundGap, { bodies, organisations, posts }: Structure, { actor }: Asker, { place }: FoundPlace): Gap {
  const municipalityId = place.id;
  const factsOf = (role: Role, unitId: string | null, personId: string | null = null): AppointmentFacts => ({
    personId, unitId, municipalityId, role, linkedBodyIds: organisations.find(({ id }) => id === unitId)?.groupIds ?? [],
  });
  const mends = (): boolean => {
    switch (gap.kind) {
      case "hotlineWithoutPhone":
        return can(participation, actor, "setUp", { municipalityId });
      case "hotlineWithoutOperator":
        return can(appointment, actor, "appoint", factsOf("operator", null));
      case "hotlineWithoutDuty":
        return can(duty, actor, "plan", { municipalityId, hotlineId: gap.id, personId: null });
      case "directionWithoutGroup":
      case "groupWithoutDirection":
        return can(body, actor, "manage", { municipalityId, id: municipalityId });
      case "groupWithoutLead":
        return can(appointment, actor, "appoint", factsOf("workingGroupLead", null));
      case "organisationWithoutGroup":
        return can(unit, actor, "manage", { id: gap.id ?? "", municipalityId, path: [] });
      case "organisationWithoutCoordinator":
        return can(appointment, actor, "appoint", factsOf("coordinator", gap.id));
      case "leftWork":
        return gap.role !== null && can(appointment, actor, "appoint", factsOf(gap.role, organisations.some(({ id }) => id === gap.id) ? gap.id : null));
      default: {
        const post = [...posts, ...bodies.flatMap((one) => one.posts), ...organisations.flatMap((one) => one.posts)].find(({ id }) => id === gap.id);
        return post !== undefined && can(appointment, actor, isOfBriefing(gap) ? "brief" : "appoint", factsOf(post.role, post.unitId, post.personId));
      }
    }
  };
  return { ...gap, mayMend: mends() };
}
