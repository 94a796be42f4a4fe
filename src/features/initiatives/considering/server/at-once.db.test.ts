import { beforeAll, expect, test } from "vitest";
import { db } from "@/platform/db/client";
import type { Prisma, TransferState } from "@/platform/db/client/client";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { asking, buildWay, code, isSilent, perform, put, seen, start, text, world } from "@/testing/worlds/way";
import { lifecycle, type InitiativeStatus, type LifecycleAction } from "../../lifecycle";
import * as execution from "../execution/server/service";
import { findConsidered } from "./repo";
import * as service from "./service";

useTestDatabase();
beforeAll(buildWay);

interface Ready {
  readonly who: string;
  readonly status: InitiativeStatus;
  readonly more?: Partial<Prisma.InitiativeUncheckedCreateInput>;
  /** what stands beside the row */
  readonly beside?: (id: string) => Promise<unknown>;
  readonly to?: InitiativeStatus;
}

const hours = (count: number) => new Date(start.getTime() + count * 3_600_000);
const transfer = (state: TransferState) => async (initiativeId: string) =>
  await db.transfer.create({ data: { id: newId(), initiativeId, fromMunicipalityId: world.firstId, toMunicipalityId: world.secondId, state, reason: text, byId: newId(), at: start } });
const objection = async (initiativeId: string) => await db.objection.create({ data: { initiativeId, text, status: "notSupported", toUnitId: world.firstId, at: start, dueAt: hours(100) } });
const nomination = async (initiativeId: string) => await db.nomination.create({ data: { id: newId(), initiativeId, fromUnitId: world.firstId, toUnitId: world.regionId, reason: text, byId: newId(), at: start } });
const paused = { dueAt: null, pausedLeft: 3 } as const;

/** Of each action: a row that it is open for, and who takes it. */
const ready = (): Readonly<Record<LifecycleAction, Ready>> => ({
  publish: { who: "moderator", status: "submitted" },
  returnToAuthor: { who: "moderator", status: "submitted" },
  resubmit: { who: "author", status: "returned", more: { ...paused, authorDueAt: hours(40) } },
  accept: { who: "secretary", status: "submitted" },
  clarify: { who: "secretary", status: "inConsideration" },
  answerClarification: { who: "author", status: "clarification", more: { ...paused, authorDueAt: hours(40) } },
  goOn: { who: "secretary", status: "clarification", more: { ...paused, authorDueAt: hours(-1) } },
  decide: { who: "lead", status: "inConsideration", to: "notSupported" },
  redirect: { who: "secretary", status: "inConsideration" },
  offer: { who: "secretary", status: "inConsideration" },
  recallOffer: { who: "secretary", status: "inConsideration", more: { offeredToId: world.secondId }, beside: transfer("offered") },
  acceptOffer: { who: "responsibleThere", status: "inConsideration", more: { offeredToId: world.secondId }, beside: transfer("offered") },
  returnOffer: { who: "headThere", status: "inConsideration", more: { offeredToId: world.secondId }, beside: transfer("offered") },
  dispute: { who: "lead", status: "inConsideration", beside: transfer("returned") },
  keepHere: { who: "responsible", status: "inConsideration", more: { arbiterId: world.firstId }, beside: transfer("disputed") },
  escalate: { who: "responsible", status: "inConsideration", more: { arbiterId: world.firstId }, beside: transfer("disputed") },
  impose: { who: "council", status: "inConsideration", more: { arbiterId: world.regionId }, beside: transfer("escalated") },
  nominate: { who: "lead", status: "beyondCompetence", to: "nominated" },
  answerNomination: { who: "council", status: "nominated", more: { handedToId: world.regionId }, beside: nomination, to: "includedInProgramme" },
  object: { who: "author", status: "notSupported" },
  raiseObjection: { who: "anonymous", status: "notSupported", more: { objectionAtId: world.firstId, dueAt: hours(-1) }, beside: objection },
  answerObjection: { who: "head", status: "notSupported", more: { objectionAtId: world.firstId }, beside: objection, to: "includedInProgramme" },
  carryOut: { who: "secretary", status: "includedInProgramme" },
  withdraw: { who: "author", status: "inConsideration" },
  remind: { who: "anonymous", status: "returned", more: { ...paused, authorDueAt: hours(-1) } },
  lapse: { who: "anonymous", status: "returned", more: { ...paused, authorDueAt: hours(-1), remindedAt: hours(-200) } },
  bringBack: { who: "anonymous", status: "returned", more: { isAppeal: true, appealDueAt: hours(400), dueAt: hours(400), authorDueAt: hours(-1), remindedAt: hours(-200) } },
  merge: { who: "lead", status: "inConsideration" },
  split: { who: "lead", status: "inConsideration" },
});

test.each([...new Set(lifecycle.map(({ action }) => action))])("двое разом, каждый со своим ключом: %s делает один, второй узнаёт об этом, шаг записан один раз", async (action) => {
  await db.marathon.update({ where: { id: world.marathonId }, data: { moderatesFirst: false } });
  const { who, status, more, beside, to = status } = ready()[action];
  const [{ id }, other] = [await put(status, more), await put("inConsideration")];
  await beside?.(id);
  const row = (await findConsidered(db, { id }))!;
  const before = (await seen(id)).events.length;
  const outcomes = await Promise.all(Array.from({ length: 2 }, async () => await code(perform[action]({ asker: asking(world.actors[who]!, start), row, to, otherId: other.id }))));
  const after = await seen(id);
  expect(after.version).toBe(row.version + 1);
  expect(after.events).toHaveLength(before + 1);
  // the platform, where two of its processes look at once, has nobody to tell
  if (isSilent(action)) return;
  expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
  expect(outcomes.find((outcome) => outcome !== "done")).toMatch(/^(?:initiative\.(?:changedMeanwhile|alreadyNominated|nominationAnswered|notOffered)|request\.notFound)$/);
});

const on = (initiativeId: string) => ({ initiativeId, version: 1, key: newId() });
const side = {
  prepare: async (id: string) => await service.prepare(asking(world.actors.secretary!, start), { ...on(id), decision: "notSupported", competence: null, text }),
  return: async (id: string) => await service.returnProposal(asking(world.actors.lead!, start), { ...on(id), remark: text }),
  assign: async (id: string) => await execution.assign(asking(world.actors.secretary!, start), { ...on(id), personId: null }),
  sign: async (id: string) => await execution.sign(asking(world.actors.secretary!, start), { ...on(id), signer: "Петров П. П., глава", number: "12-34", on: "2026-03-09" as never }),
  passOn: async (id: string) => await execution.passOn(asking(world.actors.secretary!, start), { ...on(id), system: "pos", number: newId(), link: null }),
} as const;

test.each(Object.keys(side) as (keyof typeof side)[])("двое разом: %s записан один раз, второй узнаёт о первом", async (step) => {
  const { id } = await put(step === "sign" || step === "passOn" ? "notSupported" : "inConsideration");
  if (step === "return") await db.decisionProposal.create({ data: { initiativeId: id, decision: "notSupported", text, preparedById: newId(), preparedAt: start, version: 1 } });
  const outcomes = await Promise.all([code(side[step](id)), code(side[step](id))]);
  expect(outcomes.toSorted()).toEqual(["done", "initiative.changedMeanwhile"]);
  expect((await seen(id)).version).toBe(2);
});
