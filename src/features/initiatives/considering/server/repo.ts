import type { Db } from "@/platform/db/client";
import type { InitiativeStatus, Prisma, TermUnit, Visibility } from "@/platform/db/client/client";
import { newId } from "@/shared/ids/id";
import type { InitiativeScopes } from "../../events";
import { initiativeFactsSelect, type InitiativeFacts } from "../../server/facts";
import type { Competence, Verdict } from "../rules";

const stepSelect = {
  ...initiativeFactsSelect,
  id: true, number: true, title: true, marathonId: true, directionId: true, version: true, dueAt: true, termUnit: true,
  municipality: { select: { regionId: true } },
  handedTo: { select: { parentId: true } },
  proposal: { select: { decision: true, competence: true, text: true, preparedById: true } },
} as const satisfies Prisma.InitiativeSelect;

type StepRow = Prisma.InitiativeGetPayload<{ select: typeof stepSelect }>;

/** An initiative as a step needs it: whose it is, where it stands, its terms. */
export interface Considered {
  readonly facts: InitiativeFacts;
  readonly scopes: InitiativeScopes;
  readonly title: string;
  readonly status: InitiativeStatus;
  readonly version: number;
  readonly dueAt: Date | null;
  readonly termUnit: TermUnit;
  readonly regionId: string | null;
  /** the unit above the one that it was handed to */
  readonly aboveHandedToId: string | null;
  readonly proposal: (Verdict & { readonly preparedById: string }) | null;
}

function toConsidered(row: StepRow): Considered {
  const { id, number, title, marathonId, directionId, version, dueAt, termUnit, municipality, handedTo, proposal, ...facts } = row;
  const { municipalityId, consideringId, originatingId, handedToId, authorId, helperId, status } = facts;
  return {
    facts, title, status, version, dueAt, termUnit,
    scopes: { initiativeId: id, number, marathonId, directionId, municipalityId, consideringId, originatingId, handedToId, authorId, helperId },
    regionId: municipality.regionId,
    aboveHandedToId: handedTo?.parentId ?? null,
    proposal: proposal && { ...proposal, decision: proposal.decision as Verdict["decision"] },
  } satisfies Considered;
}

export async function findConsidered(db: Db, id: string): Promise<Considered | null> {
  const row = await db.initiative.findUnique({ where: { id }, select: stepSelect });
  return row && toConsidered(row);
}

/** What a step writes besides the version. */
export interface Change {
  readonly status?: InitiativeStatus;
  readonly consideringId?: string;
  readonly handedToId?: string;
  readonly dueAt?: Date | null;
  readonly termUnit?: TermUnit;
  readonly pausedLeft?: number | null;
  readonly competence?: Competence | null;
  readonly answer?: string;
  readonly answeredById?: string;
  readonly decidedAt?: Date;
}

/** Out: false when the row is no longer of that version: nothing was written. */
export async function changeVersion(db: Db, id: string, version: number, change: Change, now: Date): Promise<boolean> {
  const { count } = await db.initiative.updateMany({ where: { id, version }, data: { ...change, version: { increment: 1 }, updatedAt: now } });
  return count === 1;
}

export interface Told {
  readonly initiativeId: string;
  /** the kinds that the course of an initiative knows */
  readonly kind: "accepted" | "clarificationAsked" | "note" | "proposalPrepared" | "proposalReturned" | "decided" | "nominated" | "nominationAnswered";
  readonly visibility: Visibility;
  readonly byId: string;
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
}

export async function dropProposal(db: Db, initiativeId: string): Promise<void> {
  await db.decisionProposal.deleteMany({ where: { initiativeId } });
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

/** Out: false when there is no nomination to that unit, or it has its answer. */
export async function answerNomination(db: Db, initiativeId: string, toUnitId: string, given: { answer: string; answeredById: string; answeredAt: Date }): Promise<boolean> {
  const { count } = await db.nomination.updateMany({ where: { initiativeId, toUnitId, answer: null }, data: given });
  return count === 1;
}
