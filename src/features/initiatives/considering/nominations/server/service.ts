import * as z from "zod";
import { canSomewhere, visible } from "@/access/policy";
import { initiative } from "@/access/rules/initiative";
import type { Context } from "@/platform/trpc/context";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import { publicNumber } from "../../../rules";
import { nominationSides, settlingKinds, type NominationCounts, type NominationFilter, type NominationSide, type SettlingInput, type SettlingOutput, type NominationsInput, type NominationsOutput } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "db" | "actor" | "now">;

const position = z.tuple([z.iso.datetime(), z.uuid()]);
/** The right behind each side. */
const rights = { up: "nominate", in: "answerNomination" } as const;

export async function listNominations({ db, actor, now }: Asker, { side, filter, cursor, limit }: NominationsInput): Promise<NominationsOutput> {
  const after = cursor ? decodeCursor(position, cursor) : null;
  const found = await repo.findNominations(db, visibleIn(actor, side, filter), side, filter, after, limit, now);
  const { rows, next } = toPage(found, limit, (row) => [row.at.toISOString(), row.id]);
  return { rows: rows.map(({ slug, directionName, directionNameEn, ...row }) => ({ ...row, publicNumber: publicNumber(slug, row.number), direction: { name: directionName, nameEn: directionNameEn } })), next };
}

/** The right by which a side's list is seen: of what was put forward further, and answered there, its former holder reads on. */
function visibleIn(actor: Asker["actor"], side: NominationSide, filter: NominationFilter) {
  return visible(initiative, actor, side === "in" && filter !== "waiting" && canSomewhere(initiative, actor, "nominate") ? "read" : rights[side]);
}

const settlingPosition = z.tuple([z.union([z.iso.datetime(), z.literal("infinity")]), z.uuid(), z.enum(settlingKinds)]);

/** What waits for the asker's own word, the first term first. */
export async function listSettling({ db, actor }: Asker, { cursor, limit }: NonNullable<SettlingInput> = { limit: 25 }): Promise<SettlingOutput> {
  const may = { offer: visible(initiative, actor, "answerOffer"), arbitration: visible(initiative, actor, "arbitrate"), objection: visible(initiative, actor, "answerObjection") };
  const found = await repo.findSettling(db, may, cursor ? decodeCursor(settlingPosition, cursor) : null, limit);
  const { rows, next } = toPage(found, limit, (row) => [row.dueAt?.toISOString() ?? "infinity", row.id, row.kind]);
  return { rows: rows.map(({ slug, ...row }) => ({ ...row, publicNumber: publicNumber(slug, row.number) })), next, count: await repo.countSettling(db, may) };
}

/** A council that also may hand on has no side «up» of its own: it hands on what came in. */
export async function countNominations({ db, actor, now }: Asker): Promise<NominationCounts> {
  const isHolder = canSomewhere(initiative, actor, rights.in);
  const sides = nominationSides.filter((side) => (side === "in" ? isHolder : canSomewhere(initiative, actor, rights.up) && !isHolder));
  const of = async (side: (typeof nominationSides)[number]) => await repo.countNominations(db, (filter) => visibleIn(actor, side, filter), side, now);
  return { sides, up: await of("up"), in: await of("in") };
}
