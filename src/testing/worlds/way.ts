import type { Actor } from "@/access/actor";
import * as execution from "@/features/initiatives/considering/execution/server/service";
import * as merging from "@/features/initiatives/considering/merging/server/service";
import { answerObjection } from "@/features/initiatives/considering/objection/server/service";
import { raiseOverdueObjections, settleSilent } from "@/features/initiatives/considering/overdue/server/service";
import { findConsidered, type Considered } from "@/features/initiatives/considering/server/repo";
import * as service from "@/features/initiatives/considering/server/service";
import { stepRights } from "@/features/initiatives/considering/server/step";
import * as transfer from "@/features/initiatives/considering/transfer/server/service";
import { decisions, silentActions, type InitiativeStatus, type LifecycleAction } from "@/features/initiatives/lifecycle";
import * as own from "@/features/initiatives/record/server/steps";
import { loadActor } from "@/platform/auth/actor";
import { db } from "@/platform/db/client";
import type { Role } from "@/platform/db/client/client";
import { visitorOf } from "@/platform/trpc/context";
import { newId } from "@/shared/ids/id";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { makeBody, makeMarathon } from "@/testing/factories/make-marathon";
import { makeCountry, makeMunicipality, makeRegion } from "@/testing/factories/make-municipality";
import { makeAppointment, makePerson } from "@/testing/factories/make-person";

/** Tuesday afternoon, in Moscow. */
export const start = new Date("2026-03-10T12:00:00Z");
export const text = "Достаточно длинные слова о том, что и почему.";
export const world = {} as { marathonId: string; firstId: string; secondId: string; /** takes part and has no groups yet */ bareId: string; regionId: string; directionId: string; otherDirectionId: string; authorId: string; coAuthorId: string; actors: Readonly<Record<string, Actor>> };

export async function buildWay(): Promise<void> {
  const country = await makeCountry(db);
  const region = await makeRegion(db);
  const [first, second, bare] = [await makeMunicipality(db, { parentId: region.id }), await makeMunicipality(db, { parentId: region.id }), await makeMunicipality(db, { parentId: region.id })];
  const marathon = await makeMarathon(db, { municipalityIds: [first.id, second.id, bare.id] });
  await db.marathon.update({ where: { id: marathon.id }, data: { moderatesFirst: true, closingEndsOn: new Date("2028-12-31") } });
  const [directionId, otherDirectionId] = marathon.directions.map(({ id }) => id) as [string, string];
  const body = async (municipalityId: string, direction: string) => (await makeBody(db, { marathonId: marathon.id, municipalityId, directionIds: [direction] })).id;
  const [group, neighbours, there] = [await body(first.id, directionId), await body(first.id, otherDirectionId), await body(second.id, directionId)];
  await body(second.id, otherDirectionId);
  const actor = async (role: Role | null, seat: { bodyId: string } | { unitId: string } | null) => {
    const person = await makePerson(db);
    if (role && seat) await makeAppointment(db, { personId: person.id, role, ...seat });
    return await loadActor({ personId: person.id, sessionVersion: 1 }, start);
  };
  const [author, coAuthor] = [await actor(null, null), await actor(null, null)];
  Object.assign(world, {
    marathonId: marathon.id, firstId: first.id, secondId: second.id, bareId: bare.id, regionId: region.id, directionId, otherDirectionId, authorId: author.personId, coAuthorId: coAuthor.personId,
    actors: {
      author, coAuthor, stranger: await actor(null, null), anonymous: { personId: null, posts: [] },
      member: await actor("workingGroupMember", { bodyId: group }), secretary: await actor("workingGroupSecretary", { bodyId: group }), lead: await actor("workingGroupLead", { bodyId: group }),
      neighbour: await actor("workingGroupLead", { bodyId: neighbours }), there: await actor("workingGroupLead", { bodyId: there }),
      moderator: await actor("moderator", { unitId: first.id }), responsible: await actor("responsiblePerson", { unitId: first.id }), head: await actor("head", { unitId: first.id }),
      responsibleThere: await actor("responsiblePerson", { unitId: second.id }), headThere: await actor("head", { unitId: second.id }),
      council: await actor("councilStaff", { unitId: region.id }), country: await actor("countryObserver", { unitId: country.id }),
    },
  });
}

export const asking = (actor: Actor, now: Date) => ({ actor, now, db, visitor: visitorOf(undefined, null) });
export const put = async (status: InitiativeStatus = "submitted", more: object = {}) =>
  await makeInitiative(db, { marathonId: world.marathonId, municipalityId: world.firstId, directionId: world.directionId, authorId: world.authorId, status, dueAt: new Date("2026-03-24T21:00:00Z"), ...more });
export const code = async (work: Promise<unknown>) => await work.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
export const seen = async (id: string) => await db.initiative.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: [{ at: "asc" }, { id: "asc" }] }, transfers: true, nominations: true, objection: true } });
export const by = (name: string, now = start) => asking(world.actors[name]!, now);
export const on = async (id: string) => ({ initiativeId: id, version: (await seen(id)).version, key: newId() });

type Asker = ReturnType<typeof asking>;
export interface Wish {
  readonly asker: Asker;
  readonly row: Considered;
  readonly to: InitiativeStatus;
  readonly otherId: string;
}

/** What stands beside the table and still changes whose it is, or what is prepared. */
export const besides = ["correctPlace", "prepare"] as const;
export type Besides = (typeof besides)[number];
export const isBeside = (action: LifecycleAction | Besides): action is Besides => (besides as readonly string[]).includes(action);

/** How each action of the table, and beside it, is asked for. */
export const perform: Readonly<Record<LifecycleAction | Besides, (wish: Wish) => Promise<unknown>>> = {
  correctPlace: async (w) => await own.correctPlace(w.asker.actor, { ...ownBase(w), ...elsewhere(w) }, w.asker.now),
  prepare: async (w) => await service.prepare(w.asker, { ...base(w), ...verdictOf(w.to) }),
  publish: async (w) => await service.publish(w.asker, { ...base(w), checked: true }),
  returnToAuthor: async (w) => await service.returnToAuthor(w.asker, { ...base(w), found: ["personalData"], remark: text }),
  resubmit: async (w) => await own.resubmit(w.asker.actor, { ...ownBase(w), title: "Новые слова заголовка", essence: text, expectedResult: text, placeText: null }, w.asker.now),
  accept: async (w) => await service.accept(w.asker, base(w)),
  clarify: async (w) => await service.clarify(w.asker, { ...base(w), question: text }),
  answerClarification: async (w) => await own.answerClarification(w.asker.actor, { ...ownBase(w), text }, w.asker.now),
  goOn: async (w) => await service.goOn(w.asker, base(w)),
  decide: async (w) => await service.decide(w.asker, { ...base(w), ...verdictOf(w.to) }),
  redirect: async (w) => await transfer.redirect(w.asker, { ...base(w), directionId: w.row.scopes.directionId === world.directionId ? world.otherDirectionId : world.directionId, reason: text }),
  offer: async (w) => await transfer.offer(w.asker, { ...base(w), municipalityId: w.row.scopes.municipalityId === world.firstId ? world.secondId : world.firstId, reason: text }),
  recallOffer: async (w) => await transfer.recallOffer(w.asker, base(w)),
  acceptOffer: async (w) => await transfer.acceptOffer(w.asker, { ...base(w), directionId: world.directionId }),
  returnOffer: async (w) => await transfer.returnOffer(w.asker, { ...base(w), reason: text }),
  dispute: async (w) => await transfer.dispute(w.asker, { ...base(w), reason: text }),
  keepHere: async (w) => await transfer.keepHere(w.asker, { ...base(w), reason: text }),
  escalate: async (w) => await transfer.escalate(w.asker, { ...base(w), reason: text }),
  impose: async (w) => await transfer.impose(w.asker, { ...base(w), directionId: world.directionId, reason: text }),
  nominate: async (w) => await service.nominate(w.asker, { ...base(w), reason: text }),
  answerNomination: async (w) => await service.answerNomination(w.asker, { ...base(w), answer: text, status: w.to === "includedInProgramme" || w.to === "notSupported" ? w.to : null }),
  object: async (w) => await own.object(w.asker.actor, { ...ownBase(w), text }, w.asker.now),
  raiseObjection: async (w) => await bySystem(w, raiseOverdueObjections),
  remind: async (w) => await bySystem(w, settleSilent, w.row.remindedAt === null),
  lapse: async (w) => await bySystem(w, settleSilent, w.row.remindedAt !== null && !w.row.isAppeal),
  bringBack: async (w) => await bySystem(w, settleSilent, w.row.remindedAt !== null && w.row.isAppeal),
  answerObjection: async (w) => await answerObjection(w.asker, { ...base(w), ...verdictOf(w.to) }),
  carryOut: async (w) => await execution.carryOut(w.asker, { ...base(w), text }),
  withdraw: async (w) => await own.withdraw(w.asker.actor, { ...ownBase(w), reason: null }, w.asker.now),
  merge: async (w) => await merging.merge(w.asker, { ...base(w), intoId: w.otherId, reason: "" }),
  split: async (w) => await merging.split(w.asker, { ...base(w), title: "Вторая часть просьбы", essence: text, expectedResult: text, directionId: world.otherDirectionId, reason: "" }),
};
/** The platform looks at everything: of what else the walk has left behind it may take care, too. */
async function bySystem({ row, asker }: Wish, look: (now: Date) => Promise<number>, isMeant = true): Promise<void> {
  if (!isMeant) throw new Error("another step is due");
  await look(asker.now);
  if ((await findConsidered(db, { id: row.scopes.initiativeId }))?.version === row.version) throw new Error("nothing was overdue");
}
/** Another place, now this one and now that; one of them has nobody who considers. */
function elsewhere({ row, asker }: Wish): { municipalityId: string; directionId: string } {
  const places = [world.firstId, world.secondId, world.bareId].flatMap((municipalityId) => [world.directionId, world.otherDirectionId].map((directionId) => ({ municipalityId, directionId })));
  const others = places.filter(({ municipalityId, directionId }) => municipalityId !== row.scopes.municipalityId || directionId !== row.scopes.directionId);
  return others[(asker.now.getTime() / 900_000) % others.length]!;
}
const base = ({ row }: Wish) => ({ initiativeId: row.scopes.initiativeId, version: row.version, key: newId() });
const ownBase = ({ row }: Wish) => ({ number: row.scopes.number, version: row.version, key: newId() });
export const verdictOf = (to: InitiativeStatus) => {
  const decision = decisions.find((one) => one === to) ?? "notSupported";
  return { decision, competence: decision === "beyondCompetence" ? ("regional" as const) : null, text };
};
export const isSilent = (action: LifecycleAction | Besides): action is (typeof silentActions)[number] => (silentActions as readonly string[]).includes(action);
export const rightOf = (action: Exclude<LifecycleAction | Besides, (typeof silentActions)[number]>) => ({ ...stepRights, correctPlace: "correctPlace", withdraw: "withdraw", answerClarification: "answerClarification", resubmit: "resubmit", object: "object" } as const)[action];
