import { z } from "zod";
import type { Actor } from "@/access/actor";
import { evaluate, waysOf, type Facts, type Filter } from "@/access/filter";
import { visible, type Policy } from "@/access/policy";
import { roles, roleSeat, type Role } from "@/access/roles";
import { policies } from "@/access/rules/all";
import { ticketColumns } from "@/features/hotline/server/facts";
import { indicatorColumns } from "@/features/indicators/server/facts";
import { draftColumns } from "@/features/initiatives/drafts/server/facts";
import { questionColumns } from "@/features/initiatives/key-questions/server/repo";
import { lateColumns } from "@/features/initiatives/late/server/repo";
import { remarkColumns } from "@/features/initiatives/remarks/server/repo";
import { initiativeColumns } from "@/features/initiatives/server/facts";
import { lookColumns } from "@/features/people/account/server/repo";
import { personColumns } from "@/features/people/desk/server/facts";
import { columns as waitingColumns } from "@/features/people/phone/server/repo";
import { columns as missedColumns } from "@/features/regulation/missed/server/repo";
import { lineColumns } from "@/features/structure/roster/server/repo";
import { appointmentColumns, staffUnitColumns } from "@/features/structure/server/facts";
import { mayStandUnder, placed, type TreeUnit } from "@/features/structure/units/tree";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Columns } from "@/platform/db/columns";
import { compilePrisma } from "@/platform/db/compile-prisma";
import { compileSql } from "@/platform/db/compile-sql";
import { joinSql, queryRows, rawSql, sql, type Sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";
import { makeMarathon } from "../factories/make-marathon";

export const now = new Date("2026-03-10T12:00:00Z");
const hour = 3_600_000;
const kinds = ["region", "municipality", "department", "branchBody", "territorialAdministration", "organisation"] as const;
const bodyKinds = ["workingGroup", "coordinationGroup", "hotline"] as const;
const tiers = ["hotline", "workingGroup", "coordinationGroup", "head"] as const;
const visitors = ["hash of one", "hash of another"] as const;
const statuses = ["submitted", "inConsideration", "withdrawn", "carriedOut"] as const;

/** A number from 0 to 1, the same for the same seed. */
export type Chance = () => number;

/** Mulberry32: small, even enough for choosing. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(chance: Chance, of: readonly T[]): T => of[Math.floor(chance() * of.length)]!;
const maybe = <T>(chance: Chance, of: readonly T[]): T | null => (chance() < 0.35 || of.length === 0 ? null : pick(chance, of));

type Unit = TreeUnit & { readonly endedAt: Date | null };
interface Body { readonly id: string; readonly municipalityId: string; readonly kind: (typeof bodyKinds)[number]; readonly endedAt: Date | null }
interface Post { readonly id: string; readonly personId: string; readonly role: Role; readonly unitId: string | null; readonly bodyId: string | null; readonly municipalityId: string | null; readonly startsAt: Date; readonly endsAt: Date | null }
interface Heritage { readonly predecessorId: string; readonly successorId: string; readonly isHeir: boolean }

interface World {
  readonly units: readonly Unit[];
  readonly bodies: readonly Body[];
  readonly people: readonly string[];
  readonly posts: readonly Post[];
  readonly heritage: readonly Heritage[];
  readonly links: readonly { organisationId: string; bodyId: string }[];
  readonly initiatives: readonly (Facts & { id: string })[];
  readonly tickets: readonly (Facts & { id: string })[];
  /** somebody beside those who ask: registered here or there, by somebody or by themselves */
  readonly residents: readonly (Facts & { id: string; registeredById: string | null; registeredAtUnitId: string | null; municipalityId: string | null; assurance: "selfDeclared" | "confirmedInPerson" })[];
  readonly drafts: readonly (Facts & { id: string; authorId: string | null; helperId: string | null; tokenHash: string | null })[];
  readonly missed: readonly (Facts & { id: string; municipalityId: string; bodyId: string | null; wentUpTo: (typeof tiers)[number] | null })[];
  readonly questions: readonly (Facts & { id: string; municipalityId: string; bodyId: string | null })[];
  readonly late: readonly (Facts & { id: string; municipalityId: string; organisationId: string; authorId: string })[];
  readonly looks: readonly (Facts & { id: string; personId: string })[];
}

/** A tree of up to a dozen units, groups, three people with up to five appointments, ended ones and heirs among them, and rows of theirs. */
function makeWorld(chance: Chance): World {
  const blank = (kind: TreeUnit["kind"]): TreeUnit => ({ id: newId(), kind, parentId: null, path: [], municipalityId: null, regionId: null });
  const country = placed(blank("country"), null);
  const region = placed(blank("region"), country);
  const tree = [country, region, placed(blank("municipality"), region)];
  for (let count = 3 + Math.floor(chance() * 9); count > 0; count -= 1) {
    const kind = pick(chance, kinds);
    const parents = tree.filter((unit) => mayStandUnder(kind, unit));
    if (parents.length > 0) tree.push(placed(blank(kind), pick(chance, parents)));
  }
  const units = tree.map((unit) => ({ ...unit, endedAt: unit.kind !== "country" && chance() < 0.12 ? new Date(now.getTime() + (chance() < 0.7 ? -1 : 1) * hour) : null }));
  const municipalities = units.filter(({ kind }) => kind === "municipality").map(({ id }) => id);
  const organisations = units.filter(({ kind }) => kind === "organisation").map(({ id }) => id);
  const bodies = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => ({ id: newId(), municipalityId: pick(chance, municipalities), kind: pick(chance, bodyKinds), endedAt: chance() < 0.15 ? new Date(now.getTime() - hour) : null }));
  const hotlines = bodies.filter(({ kind }) => kind === "hotline").map(({ id }) => id);
  const people = [newId(), newId(), newId()];
  const posts = Array.from({ length: Math.floor(chance() * 6) }, () => makePost(chance, people, units, bodies)).filter((post) => post !== null);
  const heritage = units.filter(({ endedAt }) => endedAt !== null).flatMap((gone) => {
    const heirs = units.filter(({ kind, id }) => kind === gone.kind && id !== gone.id);
    return heirs.length > 0 && chance() < 0.7 ? [{ predecessorId: gone.id, successorId: pick(chance, heirs).id, isHeir: chance() < 0.7 }] : [];
  });
  const groups = bodies.map(({ id }) => id);
  const residents = Array.from({ length: 3 }, () => ({ id: newId(), registeredById: maybe(chance, people), registeredAtUnitId: maybe(chance, organisations), municipalityId: maybe(chance, municipalities), assurance: pick(chance, ["selfDeclared", "confirmedInPerson"] as const) }));
  const authors = [...people, ...residents.map(({ id }) => id)];
  const rows = <T>(make: () => T) => Array.from({ length: 1 + Math.floor(chance() * 6) }, make);
  return {
    units, bodies, people, posts, heritage, residents,
    drafts: rows(() => (chance() < 0.3 ? { id: newId(), authorId: null, helperId: null, tokenHash: pick(chance, visitors) } : { id: newId(), authorId: pick(chance, authors), helperId: maybe(chance, people), tokenHash: null })),
    missed: rows(() => ({ id: newId(), municipalityId: pick(chance, municipalities), bodyId: maybe(chance, groups), wentUpTo: maybe(chance, tiers) })),
    questions: rows(() => ({ id: newId(), municipalityId: pick(chance, municipalities), bodyId: maybe(chance, groups) })),
    late: organisations.length === 0 ? [] : rows(() => ({ id: newId(), municipalityId: pick(chance, municipalities), organisationId: pick(chance, organisations), authorId: pick(chance, authors) })),
    looks: rows(() => ({ id: newId(), personId: pick(chance, authors) })),
    links: organisations.flatMap((organisationId) => (chance() < 0.5 ? [{ organisationId, bodyId: pick(chance, groups) }] : [])),
    initiatives: rows(() => ({
      id: newId(), municipalityId: pick(chance, municipalities), consideringId: maybe(chance, groups), originatingId: maybe(chance, organisations), handedToId: maybe(chance, [country.id, region.id]),
      wayIds: chance() < 0.4 ? [pick(chance, [country.id, region.id])] : [], offeredToId: maybe(chance, municipalities), arbiterId: maybe(chance, [...municipalities, region.id]), objectionAtId: maybe(chance, [...municipalities, region.id, country.id]),
      authorId: maybe(chance, people), coAuthorIds: chance() < 0.4 ? [pick(chance, people)] : [], helperId: maybe(chance, people), hiddenFromOrganisation: chance() < 0.3, status: pick(chance, statuses),
    })),
    tickets: hotlines.length === 0 ? [] : rows(() => ({ id: newId(), municipalityId: pick(chance, municipalities), hotlineId: pick(chance, hotlines), handedToId: maybe(chance, groups), personId: maybe(chance, people) })),
  };
}

function makePost(chance: Chance, people: readonly string[], units: readonly Unit[], bodies: readonly Body[]): Post | null {
  const role = pick(chance, roles);
  const seat = roleSeat[role];
  const unit = maybe(() => 0.4 + chance() * 0.6, units.filter(({ kind }) => kind === seat));
  const body = unit ? null : maybe(() => 0.4 + chance() * 0.6, bodies.filter(({ kind }) => kind === seat));
  if (!unit && !body) return null;
  const at = (hours: number) => new Date(now.getTime() + hours * hour);
  const startsAt = at(Math.floor(chance() * 4) - 3);
  return {
    id: newId(), personId: pick(chance, people), role, unitId: unit?.id ?? null, bodyId: body?.id ?? null, municipalityId: unit?.municipalityId ?? body?.municipalityId ?? null,
    startsAt, endsAt: chance() < 0.5 ? null : new Date(startsAt.getTime() + Math.floor(chance() * 4) * hour),
  };
}

async function insert(worlds: readonly World[], marathon: { id: string; directionId: string }): Promise<void> {
  const units = worlds.flatMap((world) => world.units).toSorted((a, b) => a.path.length - b.path.length);
  await db.unit.createMany({ data: units.map((unit) => ({ ...unit, path: [...unit.path], name: "", shortName: "" })) });
  const municipalities = units.filter(({ kind }) => kind === "municipality");
  await db.participation.createMany({ data: municipalities.map(({ id }, at) => ({ municipalityId: id, marathonId: marathon.id, figuresPublic: at % 2 === 0 })) });
  await db.person.createMany({ data: worlds.flatMap(({ people }) => people.map((id) => ({ id, familyName: "", givenName: "" }))) });
  await db.body.createMany({ data: worlds.flatMap(({ bodies }) => bodies.map((body) => ({ ...body, marathonId: marathon.id, name: "" }))) });
  await db.appointment.createMany({ data: worlds.flatMap(({ posts }) => [...posts]) });
  const heritage = worlds.flatMap((world) => world.heritage);
  const decided = { id: newId(), kind: "merge" as const, unitId: units[0]!.id, takesEffectOn: now, reason: "", decision: {}, decidedById: newId(), decidedAt: now, appliedAt: now };
  await db.unitChange.create({ data: decided });
  await db.unitSuccession.createMany({ data: heritage.map((one) => ({ ...one, changeId: decided.id })) });
  await db.organisationLink.createMany({ data: worlds.flatMap(({ links }) => links.map((link) => ({ id: newId(), startsOn: new Date("2026-01-01"), ...link }))) });
  const initiative = { marathonId: marathon.id, directionId: marathon.directionId, initiatorKind: "other" as const, title: "", essence: "", expectedResult: "", submittedAt: now, updatedAt: now };
  await db.initiative.createMany({ data: worlds.flatMap(({ initiatives }) => initiatives.map((one) => ({ ...initiative, ...one }) as never)) });
  const ticket = { marathonId: marathon.id, channel: "web" as const, subject: "", question: "", status: "open" as const, createdAt: now, updatedAt: now, firstResponseDueAt: now, resolutionDueAt: now };
  await insertPeopleAndTheirs(worlds, marathon.id);
  await db.ticket.createMany({ data: worlds.flatMap(({ tickets }) => tickets.map((one) => ({ ...ticket, ...one }) as never)) });
}

async function insertPeopleAndTheirs(worlds: readonly World[], marathonId: string): Promise<void> {
  const all = <K extends "residents" | "drafts" | "missed" | "questions" | "late" | "looks">(kind: K): World[K][number][] => worlds.flatMap((world) => [...world[kind]]);
  const named = { familyName: "", givenName: "" };
  await db.person.createMany({ data: all("residents").map(({ id, registeredById, registeredAtUnitId, assurance }) => ({ ...named, id, registeredById, registeredAtUnitId, assurance })) });
  await db.registration.createMany({ data: all("residents").flatMap(({ id, municipalityId }) => (municipalityId === null ? [] : [{ id: newId(), marathonId, personId: id, municipalityId, joinedAt: now }])) });
  await db.initiativeDraft.createMany({ data: all("drafts").map(({ id, authorId, helperId, tokenHash }) => ({ id, authorId, helperId, tokenHash, marathonId, content: {}, updatedAt: now })) });
  await db.missedTerm.createMany({ data: all("missed").map(({ id, municipalityId, bodyId, wentUpTo }) => ({ id, municipalityId, bodyId, wentUpTo, marathonId, subject: "initiativeAnswer" as const, subjectId: newId(), number: 1, dueAt: now, at: now })) });
  await db.keyQuestion.createMany({ data: all("questions").map(({ id, municipalityId, bodyId }) => ({ id, municipalityId, bodyId, marathonId, text: "", publishedById: newId(), publishedAt: now })) });
  await db.lateSheet.createMany({ data: all("late").map(({ id, municipalityId, organisationId, authorId }) => ({ id, municipalityId, organisationId, authorId, marathonId, content: {}, paperCase: "", takenAt: now, arrivedAt: now })) });
  await db.accessLogEntry.createMany({ data: all("looks").map(({ id, personId }) => ({ id, personId, byId: newId(), role: "", what: "", at: now })) });
}

type AnyPolicy = Policy<string, string, string>;
interface Subject {
  readonly noun: AnyPolicy;
  readonly columns: Columns;
  /** the tables with their aliases, and the id of a row */
  readonly from: Sql;
  readonly id: Sql;
  readonly rows: (world: World) => readonly (Facts & { readonly id: string })[];
}

const unitOf = (world: World, id: string | null) => world.units.find((unit) => unit.id === id) ?? null;
const municipalityRows = (world: World) => world.units.filter(({ kind }) => kind === "municipality").map(({ id, path }) => ({ id, municipalityId: id, path, organisationId: null, figuresPublic: null }));
const municipalities = { columns: indicatorColumns, from: sql`"Unit" m left join "Participation" p on p."municipalityId" = m."id"`, id: sql`m."id"`, rows: municipalityRows };

const residents = {
  from: sql`"Person" p left join lateral (select "municipalityId" from "Registration" where "personId" = p."id" order by "joinedAt" desc limit 1) r on true`, id: sql`p."id"`,
  rows: (world: World) => [...world.residents, ...world.people.map((id) => ({ id, registeredById: null, registeredAtUnitId: null, municipalityId: null, assurance: "selfDeclared" }))],
};

/** Nouns with the columns that the features really use. */
const subjects: readonly Subject[] = [
  { noun: policies.initiative as unknown as AnyPolicy, columns: initiativeColumns, from: sql`"Initiative" i`, id: sql`i."id"`, rows: ({ initiatives }) => initiatives },
  { noun: policies.ticket as unknown as AnyPolicy, columns: ticketColumns, from: sql`"Ticket" t`, id: sql`t."id"`, rows: ({ tickets }) => tickets },
  {
    noun: policies.unit as unknown as AnyPolicy, columns: staffUnitColumns, from: sql`"Appointment" a left join "Unit" u on u."id" = coalesce(a."unitId", a."municipalityId")`, id: sql`a."id"`,
    rows: (world) => world.posts.map(({ id: _, ...post }, at) => ({ municipalityId: post.municipalityId, path: unitOf(world, post.unitId ?? post.municipalityId)?.path ?? [], unit: post.unitId ?? post.municipalityId, id: world.posts[at]!.id })),
  },
  {
    noun: policies.appointment as unknown as AnyPolicy, columns: appointmentColumns, id: sql`a."id"`,
    from: sql`"Appointment" a left join lateral (select array(select k."bodyId" from "OrganisationLink" k where k."organisationId" = a."unitId") as "bodyIds") l on true`,
    rows: (world) => world.posts.map((post) => ({ id: post.id, personId: post.personId, unitId: post.unitId, municipalityId: post.municipalityId, role: post.role, linkedBodyIds: world.links.filter(({ organisationId }) => organisationId === post.unitId).map(({ bodyId }) => bodyId) })),
  },
  { noun: policies.person as unknown as AnyPolicy, columns: personColumns, ...residents },
  { noun: policies.phoneRegistration as unknown as AnyPolicy, columns: waitingColumns, ...residents },
  { noun: policies.draft as unknown as AnyPolicy, columns: draftColumns, from: sql`"InitiativeDraft" d`, id: sql`d."id"`, rows: ({ drafts }) => drafts },
  {
    noun: policies.duty as unknown as AnyPolicy, columns: lineColumns, from: sql`"Body" b`, id: sql`b."id"`,
    rows: ({ bodies }) => bodies.filter(({ kind }) => kind === "hotline").map(({ id, municipalityId }) => ({ id, municipalityId, hotlineId: id, personId: null })),
  },
  { noun: policies.missedTerm as unknown as AnyPolicy, columns: missedColumns, from: sql`"MissedTerm" x`, id: sql`x."id"`, rows: ({ missed }) => missed },
  { noun: policies.keyQuestion as unknown as AnyPolicy, columns: questionColumns, from: sql`"KeyQuestion" k`, id: sql`k."id"`, rows: ({ questions }) => questions },
  // whose a remark is, its initiative says
  { noun: policies.remark as unknown as AnyPolicy, columns: remarkColumns, from: sql`"Initiative" i`, id: sql`i."id"`, rows: ({ initiatives }) => initiatives },
  { noun: policies.lateSheet as unknown as AnyPolicy, columns: lateColumns, from: sql`"LateSheet" l`, id: sql`l."id"`, rows: ({ late }) => late },
  { noun: policies.accessLog as unknown as AnyPolicy, columns: lookColumns, from: sql`"AccessLogEntry" l`, id: sql`l."id"`, rows: ({ looks }) => looks },
  { noun: policies.target as unknown as AnyPolicy, ...municipalities },
  { noun: policies.checkpoint as unknown as AnyPolicy, ...municipalities },
];

/** Whoever asks may work with somebody beside, and a browser may hold a visitor's cookie. */
function asks(actor: Actor, world: World, chance: Chance): Actor {
  const beside = chance() < 1 / 3 ? { assisting: { personId: pick(chance, [...world.people, ...world.residents.map(({ id }) => id)]), name: "" } } : {};
  return { ...actor, ...beside, ...(chance() < 0.4 ? { visitorHash: pick(chance, visitors) } : {}) };
}

/** Does an index that the condition names lead to the row? */
function isReached(filter: Filter, row: Facts): boolean {
  const ways = waysOf(filter);
  return ways === null || ways.some(({ fact, values }) => values.some((value) => value === row[fact]));
}

const actionsOf = (noun: AnyPolicy): readonly string[] => [...new Set(noun.rows.flatMap(({ actions }) => actions))];

/** In: how many worlds, from which seed. Out: rows compared, the rights that somebody had somewhere, and where memory and database disagree. */
export async function compareWorlds(count: number, seed: number, report: (done: number) => void = () => {}): Promise<{ compared: number; granted: ReadonlySet<string>; idle: readonly string[]; wrong: string[] }> {
  const chance = chanceOf(seed);
  const marathon = await makeMarathon(db);
  const of = { id: marathon.id, directionId: marathon.directions[0]!.id };
  const wrong: string[] = [];
  const granted = new Set<string>();
  let compared = 0;
  for (let done = 0; done < count && wrong.length < 20; ) {
    const worlds = Array.from({ length: Math.min(200, count - done) }, () => makeWorld(chance));
    await insert(worlds, of);
    for (const world of worlds) {
      const found = await compareWorld(world, pick(chance, world.people), chance);
      compared += found.compared;
      for (const right of found.granted) granted.add(right);
      wrong.push(...found.wrong.map((line) => `мир ${done}: ${line}`));
    }
    done += worlds.length;
    report(done);
  }
  const idle = subjects.flatMap(({ noun }) => actionsOf(noun).map((action) => `${noun.noun}.${action}`)).filter((right) => !granted.has(right));
  return { compared, granted, idle, wrong };
}

async function compareWorld(world: World, personId: string, chance: Chance) {
  const wrong: string[] = [];
  let compared = 0;
  const granted = new Set<string>();
  const actor = asks(await loadActor({ personId, sessionVersion: 1 }, now), world, chance);
  const valid = world.posts.filter((post) => post.personId === personId && post.startsAt <= now && (post.endsAt === null || post.endsAt > now) && lasts(unitOf(world, post.unitId)) && lasts(world.bodies.find(({ id }) => id === post.bodyId) ?? null));
  if (String(actor.posts.map(({ appointmentId }) => appointmentId).toSorted()) !== String(valid.map(({ id }) => id).toSorted())) wrong.push("действуют другие назначения");
  for (const post of actor.posts) {
    const heirs = (id: string | null) => world.heritage.filter(({ successorId, isHeir }) => isHeir && successorId === id).map(({ predecessorId }) => predecessorId).toSorted();
    if (String(heirs(post.unitId)) !== String([...(post.inheritedUnitIds ?? [])].toSorted()) || String(heirs(post.municipalityId)) !== String([...(post.inheritedMunicipalityIds ?? [])].toSorted())) wrong.push("унаследовано другое прошлое");
  }
  for (const { noun, columns, from, id, rows } of subjects) {
    const facts = rows(world).map((row) => (noun.noun === "unit" ? { ...row, rowId: row.id, id: (row as Facts).unit ?? null } : { ...row, rowId: row.id }));
    if (facts.length === 0) continue;
    const actions = actionsOf(noun);
    const filters = actions.map((action) => visible(noun, actor, action).filter);
    const cells = filters.map((filter, at) => sql`coalesce(${compileSql(filter, columns)}, false) as ${rawSql(`"a${at}"`)}`);
    const found = await queryRows(db, z.object({ id: z.string() }).catchall(z.boolean()), sql`select ${id} as "id", ${joinSql(cells)} from ${from} where ${id} = any(${facts.map(({ rowId }) => rowId)}::uuid[])`);
    const byId = new Map(found.map((row) => [row.id, row as Readonly<Record<string, unknown>>]));
    for (const row of facts) {
      for (const [at, action] of actions.entries()) {
        const said = evaluate(filters[at]!, row as unknown as Facts);
        compared += 1;
        if (said) granted.add(`${noun.noun}.${action}`);
        if (said && !isReached(filters[at]!, row as unknown as Facts)) wrong.push(`${noun.noun}.${action}: строку не найти по указателю`);
        if (byId.get(row.rowId)?.[`a${at}`] !== said) wrong.push(`${noun.noun}.${action}: в памяти ${said}, в базе ${String(byId.get(row.rowId)?.[`a${at}`])}`);
      }
    }
    if (noun.noun === "initiative") {
      const at = Math.floor(chance() * actions.length);
      const listed = await db.initiative.findMany({ where: { AND: [{ id: { in: facts.map(({ rowId }) => rowId) } }, compilePrisma(filters[at]!, columns)] }, select: { id: true } });
      const expected = facts.filter((row) => evaluate(filters[at]!, row as unknown as Facts)).map(({ rowId }) => rowId);
      if (String(listed.map((one) => one.id).toSorted()) !== String(expected.toSorted())) wrong.push(`${noun.noun}.${actions[at]}: Prisma отбирает другое`);
    }
  }
  return { compared, granted, wrong };
}

function lasts(place: { readonly endedAt: Date | null } | null): boolean {
  return place === null || place.endedAt === null || place.endedAt > now;
}
