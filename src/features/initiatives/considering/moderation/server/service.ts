import * as z from "zod";
import { visible } from "@/access/policy";
import { initiative } from "@/access/rules/initiative";
import type { Context } from "@/platform/trpc/context";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import { publicNumber } from "../../../rules";
import type { ModerationInput, ModerationOutput } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "db" | "actor">;

const position = z.tuple([z.union([z.iso.datetime(), z.literal("infinity")]), z.uuid()]);

/** What the asker has to look at before it is public. */
export async function listModeration({ db, actor }: Asker, { cursor, limit }: ModerationInput): Promise<ModerationOutput> {
  const found = await repo.findWaiting(db, visible(initiative, actor, "moderate"), cursor ? decodeCursor(position, cursor) : null, limit);
  const { rows, next } = toPage(found, limit, (row) => [row.dueAt?.toISOString() ?? "infinity", row.id]);
  return { rows: rows.map(({ slug, directionName, directionNameEn, ...row }) => ({ ...row, publicNumber: publicNumber(slug, row.number), direction: { name: directionName, nameEn: directionNameEn } })), next };
}

export async function countModeration({ db, actor }: Asker): Promise<number> {
  return await repo.countWaiting(db, visible(initiative, actor, "moderate"));
}
