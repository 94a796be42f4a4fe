import type { Prisma } from "@/platform/db/client/client";
import type { Db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { plainDateFromUtc, plainDateToUtc, type PlainDate } from "@/shared/dates/plain-date";
import type { Direction, Group, Marathon, Municipality, Organisation, Participation, PosterLink, PublicSide } from "../schema";

const marathonSelect = {
  id: true, slug: true, name: true, scopeUnitId: true, startsOn: true, endsOn: true, closingEndsOn: true,
} as const satisfies Prisma.MarathonSelect;

function toMarathon({ startsOn, endsOn, closingEndsOn, ...row }: Prisma.MarathonGetPayload<{ select: typeof marathonSelect }>) {
  return { ...row, startsOn: plainDateFromUtc(startsOn), endsOn: plainDateFromUtc(endsOn), closingEndsOn: plainDateFromUtc(closingEndsOn) } satisfies Marathon;
}

const newestFirst = [{ startsOn: "desc" }, { id: "desc" }] as const satisfies Prisma.MarathonOrderByWithRelationInput[];

/** Not closed for good on that day, the latest first. */
export async function findMarathonsNotEndedBefore(db: Db, day: PlainDate, municipalityId?: string): Promise<Marathon[]> {
  const taking = municipalityId ? { participations: { some: { municipalityId } } } : {};
  return (await db.marathon.findMany({ where: { closingEndsOn: { gte: plainDateToUtc(day) }, ...taking }, select: marathonSelect, orderBy: [...newestFirst] })).map(toMarathon);
}

export async function findMarathon(db: Db, where: { id: string } | { slug: string }): Promise<Marathon | null> {
  const row = await db.marathon.findUnique({ where, select: marathonSelect });
  return row && toMarathon(row);
}

/** The last one of all, ended or not: what the public sees between two rounds. */
export async function findLatestMarathon(db: Db): Promise<Marathon | null> {
  const row = await db.marathon.findFirst({ select: marathonSelect, orderBy: [...newestFirst] });
  return row && toMarathon(row);
}

/** Those of the marathon, and with a municipality its own after them. */
export async function findDirections(db: Db, marathonId: string, municipalityId: string | null): Promise<Direction[]> {
  const rows = await db.direction.findMany({
    where: { marathonId, retiredAt: null, OR: [{ municipalityId: null }, ...(municipalityId ? [{ municipalityId }] : [])] },
    select: { id: true, key: true, name: true, nameEn: true, municipalityId: true },
    orderBy: [{ municipalityId: { sort: "asc", nulls: "first" } }, { position: "asc" }, { id: "asc" }],
  });
  return rows satisfies Direction[];
}

const municipalitySelect = { id: true, name: true, shortName: true, regionId: true, timeZone: true, latitude: true, longitude: true } as const satisfies Prisma.UnitSelect;

/** In: rows of a marathon. Regions are read once, beside them. */
async function toMunicipalities(db: Db, rows: readonly Prisma.UnitGetPayload<{ select: typeof municipalitySelect }>[]): Promise<Municipality[]> {
  const regionIds = [...new Set(rows.map((row) => row.regionId).filter((id) => id !== null))];
  const regions = new Map((await db.unit.findMany({ where: { id: { in: regionIds } }, select: { id: true, shortName: true, timeZone: true } })).map((region) => [region.id, region]));
  return rows.map(({ regionId, timeZone, ...row }) => {
    const region = regions.get(regionId ?? "");
    return { ...row, regionId: regionId ?? row.id, regionName: region?.shortName ?? "", timeZone: timeZone ?? region?.timeZone ?? "Europe/Moscow" } satisfies Municipality;
  });
}

export async function findParticipatingMunicipalities(db: Db, marathonId: string, regionId?: string): Promise<Municipality[]> {
  const rows = await db.unit.findMany({
    where: { participations: { some: { marathonId } }, kind: "municipality", endedAt: null, ...(regionId ? { regionId } : {}) },
    select: municipalitySelect,
    orderBy: { id: "asc" },
  });
  const collator = new Intl.Collator("ru");
  return (await toMunicipalities(db, rows)).toSorted((a, b) => collator.compare(a.regionName, b.regionName) || collator.compare(a.shortName, b.shortName));
}

export async function findParticipation(db: Db, marathonId: string, municipalityId: string): Promise<Participation | null> {
  const row = await db.participation.findUnique({
    where: { marathonId_municipalityId: { marathonId, municipalityId } },
    select: { hotlinePhone: true, hotlineHours: true, rankingPublic: true, figuresPublic: true, setUpAt: true, municipality: { select: municipalitySelect } },
  });
  if (!row) return null;
  const { municipality, setUpAt, ...own } = row;
  const [place] = await toMunicipalities(db, [municipality]);
  return place ? ({ ...own, isSetUp: setUpAt !== null, municipality: place } satisfies Participation) : null;
}

export async function findOrganisations(db: Db, municipalityId: string): Promise<Organisation[]> {
  const rows = await db.unit.findMany({
    where: { municipalityId, kind: "organisation", endedAt: null },
    select: { id: true, name: true, shortName: true, organisationKind: true, address: true },
  });
  const collator = new Intl.Collator("ru", { numeric: true });
  return rows.map(({ organisationKind, ...row }) => ({ ...row, kind: organisationKind }) satisfies Organisation).toSorted((a, b) => collator.compare(a.shortName, b.shortName));
}

export async function findGroupForDirection(db: Db, municipalityId: string, directionId: string): Promise<Group | null> {
  const row = await db.bodyDirection.findUnique({
    where: { municipalityId_directionId: { municipalityId, directionId } },
    select: { body: { select: { id: true, name: true, endedAt: true } } },
  });
  return row && row.body.endedAt === null ? { id: row.body.id, name: row.body.name } : null;
}

export async function findPosterLink(db: Db, code: string): Promise<PosterLink | null> {
  return await db.posterLink.findUnique({ where: { code }, select: { id: true, code: true, marathonId: true, municipalityId: true, organisationId: true, label: true } });
}

/** The one of the label that the organisation has had longest. */
export async function findOrganisationPoster(db: Db, marathonId: string, organisationId: string, label: string): Promise<string | null> {
  return (await db.posterLink.findFirst({ where: { marathonId, organisationId, label }, orderBy: { createdAt: "asc" }, select: { code: true } }))?.code ?? null;
}

/** Who makes the same at the same time waits and finds it. */
export async function lockOrganisationPosters(db: Db, organisationId: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`posters:${organisationId}`}, 0))`;
}

export async function insertPosterLink(db: Db, link: { readonly code: string; readonly marathonId: string; readonly municipalityId: string; readonly organisationId: string; readonly label: string; readonly createdById: string }, now: Date): Promise<void> {
  await db.posterLink.create({ data: { id: newId(now), ...link, createdAt: now } });
}

const publicSideSelect = { id: true, questionsToAuthors: true, appealsOffered: true } as const satisfies Prisma.MarathonSelect;

export async function findPublicSide(db: Db, id: string): Promise<PublicSide | null> {
  const row = await db.marathon.findUnique({ where: { id }, select: publicSideSelect });
  return row && { marathonId: row.id, questionsToAuthors: row.questionsToAuthors, appealsOffered: row.appealsOffered };
}

export async function setPublicSide(db: Db, { marathonId, ...allowed }: PublicSide): Promise<void> {
  await db.marathon.update({ where: { id: marathonId }, data: allowed, select: { id: true } });
}
