import type { Db } from "@/platform/db/client";
import type { InitiativeStatus, Prisma, Visibility } from "@/platform/db/client/client";
import { newId } from "@/shared/ids/id";
import type { InitiativeScopes } from "../../events";
import { factsOf, initiativeFactsSelect, type InitiativeFacts } from "../../server/facts";
import type { Competence, Standing, Terms, Verdict } from "../rules";

const stepSelect = {
  ...initiativeFactsSelect,
  id: true, number: true, title: true, essence: true, expectedResult: true, placeText: true, marathonId: true, directionId: true, version: true, dueAt: true, pausedLeft: true, termUnit: true, authorDueAt: true, remindedAt: true, isAppeal: true, appealDueAt: true,
  assigneeId: true, answer: true, answeredById: true, mergedIntoId: true,
  marathon: { select: { moderatesFirst: true } },
  municipality: { select: { regionId: true } },
  handedTo: { select: { parentId: true } },
  proposal: { select: { decision: true, competence: true, text: true, preparedById: true } },
  objection: { select: { answeredAt: true } },
} as const satisfies Prisma.InitiativeSelect;

type StepRow = Prisma.InitiativeGetPayload<{ select: typeof stepSelect }>;

/** What its author wrote. */
export interface Words {
  readonly title: string;
  readonly essence: string;
  readonly expectedResult: string;
  readonly placeText: string | null;
}

/** An initiative as a step needs it: whose it is, where it stands, its terms. */
export interface Considered extends Standing, Terms {
  readonly facts: InitiativeFacts;
  readonly scopes: InitiativeScopes;
  readonly title: string;
  readonly words: Words;
  readonly version: number;
  readonly appealDueAt: Date | null;
  readonly assigneeId: string | null;
  readonly answer: string | null;
  readonly answeredById: string | null;
  readonly regionId: string | null;
  /** the unit above the one that it was handed to */
  readonly aboveHandedToId: string | null;
  readonly wayIds: readonly string[];
  readonly proposal: (Verdict & { readonly preparedById: string }) | null;
}

function toConsidered(row: StepRow, hasParts: boolean): Considered {
  const { id, number, title, marathonId, directionId, version, dueAt, pausedLeft, termUnit, authorDueAt, remindedAt, isAppeal, appealDueAt, assigneeId, answer, answeredById, offeredToId, arbiterId, objectionAtId, wayIds, status } = row;
  const { municipalityId, consideringId, originatingId, handedToId, authorId, helperId, essence, expectedResult, placeText } = row;
  return {
    facts: factsOf(row),
    scopes: { initiativeId: id, number, marathonId, directionId, municipalityId, consideringId, originatingId, handedToId, authorId, helperId },
    title, words: { title, essence, expectedResult, placeText }, status, version, dueAt, pausedLeft, termUnit, authorDueAt, remindedAt, isAppeal, appealDueAt, assigneeId, answer, answeredById, offeredToId, arbiterId, objectionAtId, wayIds,
    moderatesFirst: row.marathon.moderatesFirst,
    hasObjected: row.objection !== null,
    hasProposal: row.proposal !== null,
    isShared: row.coAuthorIds.length > 0 || hasParts,
    regionId: row.municipality.regionId,
    aboveHandedToId: row.handedTo?.parentId ?? null,
    proposal: row.proposal && { ...row.proposal, decision: row.proposal.decision as Verdict["decision"] },
  } satisfies Considered;
}

/** By the id, or by the number that people say. */
export type Which = { readonly id: string } | { readonly number: number };

export async function findConsidered(db: Db, which: Which): Promise<Considered | null> {
  const row = await db.initiative.findUnique({ where: "id" in which ? { id: which.id } : { number: which.number }, select: stepSelect });
  return row && toConsidered(row, (await db.initiative.findFirst({ where: { mergedIntoId: row.id }, select: { id: true } })) !== null);
}

/** What a step writes besides the version. */
export interface Change extends Partial<Terms> {
  readonly status?: InitiativeStatus;
  readonly municipalityId?: string;
  readonly directionId?: string;
  readonly consideringId?: string | null;
  readonly handedToId?: string;
  readonly wayIds?: string[];
  readonly offeredToId?: string | null;
  readonly arbiterId?: string | null;
  readonly objectionAtId?: string | null;
  readonly assigneeId?: string | null;
  readonly mergedIntoId?: string;
  readonly competence?: Competence | null;
  readonly answer?: string;
  readonly answeredById?: string;
  readonly decidedAt?: Date;
  readonly title?: string;
  readonly essence?: string;
  readonly expectedResult?: string;
  readonly placeText?: string | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  readonly signedBy?: string;
  readonly signedNumber?: string;
  readonly signedOn?: Date;
  readonly remindedAt?: Date | null;
}

/** Out: false when the row is no longer of that version: nothing was written. */
export async function changeVersion(db: Db, id: string, version: number, change: Change, now: Date): Promise<boolean> {
  const { count } = await db.initiative.updateMany({ where: { id, version }, data: { ...change, version: { increment: 1 }, updatedAt: now } });
  return count === 1;
}

/** The kinds that the course of an initiative knows. */
export type EventKind =
  | "published" | "publishedHiding" | "broughtBack" | "returnedToAuthor" | "resubmitted" | "accepted" | "clarificationAsked" | "clarificationAnswered" | "wentOn" | "note" | "proposalPrepared" | "proposalReturned" | "assigned" | "decided"
  | "redirected" | "offered" | "offerRecalled" | "offerAccepted" | "offerReturned" | "disputed" | "keptHere" | "escalated" | "imposed" | "nominated" | "nominationAnswered"
  | "objected" | "objectionRaised" | "objectionAnswered" | "reminded" | "lapsed" | "signed" | "answerAttached" | "photoAdded" | "fileRemoved" | "passedOn" | "carriedOut" | "placeCorrected" | "withdrawn" | "merged" | "mergedWith" | "split" | "splitOff";

export interface Told {
  readonly initiativeId: string;
  readonly kind: EventKind;
  readonly visibility: Visibility;
  /** null: the platform itself */
  readonly byId: string | null;
  readonly byRole: string | null;
  readonly toStatus?: InitiativeStatus;
  readonly text?: string;
  readonly data?: Prisma.InputJsonObject;
  readonly at: Date;
}

export async function addEvent(db: Db, told: Told): Promise<string> {
  const { id } = await db.initiativeEvent.create({ data: { id: newId(told.at), ...told }, select: { id: true } });
  return id;
}

/** The newest proposal stands alone: the ones before it are in the course. */
export async function saveProposal(db: Db, initiativeId: string, verdict: Verdict, by: { preparedById: string; preparedAt: Date; version: number }): Promise<void> {
  const data = { ...verdict, ...by };
  await db.decisionProposal.upsert({ where: { initiativeId }, create: { initiativeId, ...data }, update: data });
  await db.initiative.updateMany({ where: { id: initiativeId }, data: { isPrepared: true } });
}

export async function dropProposal(db: Db, initiativeId: string): Promise<void> {
  await db.decisionProposal.deleteMany({ where: { initiativeId } });
  await db.initiative.updateMany({ where: { id: initiativeId, isPrepared: true }, data: { isPrepared: false } });
}

/** The working group that owns the direction there; null while nobody does. */
export async function findOwningGroup(db: Db, municipalityId: string, directionId: string): Promise<string | null> {
  const row = await db.bodyDirection.findUnique({ where: { municipalityId_directionId: { municipalityId, directionId } }, select: { bodyId: true, body: { select: { endedAt: true } } } });
  return row && row.body.endedAt === null ? row.bodyId : null;
}

type NewNomination = { readonly initiativeId: string; readonly toUnitId: string; readonly reason: string; readonly byId: string; readonly at: Date } & ({ readonly fromBodyId: string } | { readonly fromUnitId: string });

/** Out: false when it has been put forward to that unit already. */
export async function addNomination(db: Db, nomination: NewNomination): Promise<boolean> {
  const { count } = await db.nomination.createMany({ data: [{ id: newId(nomination.at), ...nomination }], skipDuplicates: true });
  return count === 1;
}

/** The answer goes back down all the way: whoever had put it forward has it too. Out: false when there is no nomination to that unit, or it has its answer. */
export async function answerNomination(db: Db, initiativeId: string, toUnitId: string, given: { answer: string; answeredById: string; answeredAt: Date }): Promise<boolean> {
  const { count } = await db.nomination.updateMany({ where: { initiativeId, toUnitId, answer: null }, data: given });
  if (count === 1) await db.nomination.updateMany({ where: { initiativeId, answer: null }, data: given });
  return count === 1;
}

export async function isAnswered(db: Db, initiativeId: string, toUnitId: string): Promise<boolean> {
  return (await db.nomination.count({ where: { initiativeId, toUnitId, answer: { not: null } } })) > 0;
}

export async function isInGroup(db: Db, personId: string, bodyId: string, now: Date): Promise<boolean> {
  return (await db.appointment.count({ where: { personId, bodyId, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } })) > 0;
}
