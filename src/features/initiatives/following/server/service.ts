import { z } from "zod";
import type { Actor } from "@/access/actor";
import { authorise, visible } from "@/access/policy";
import { initiative as initiativePolicy } from "@/access/rules/initiative";
import type { Db } from "@/platform/db/client";
import { AppError } from "@/shared/errors/app-error";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import { publicStanding, readMergedInto, readSupport } from "../../record/server/service";
import type { Support } from "../../record/schema";
import type { FollowedList } from "../schema";
import * as repo from "./repo";

/** Is told of each public step from now on. Throws initiative.notFound, initiative.supportOwn: of one's own one is told anyway. */
export async function setFollowing(db: Db, actor: Actor, number: number, on: boolean, now: Date): Promise<Support> {
  if (actor.personId === null) throw AppError.notSignedIn();
  const standing = await publicStanding(db, actor, number);
  if (standing.authorId === actor.personId) throw new AppError("initiative.followOwn");
  authorise(initiativePolicy, actor, "watch", standing, "readPublic");
  if (!(await repo.setFollowing(db, standing.id, actor.personId, on, now))) {
    const { number: into } = await readMergedInto(db, actor, number);
    if (into === null) throw new AppError("initiative.notFound");
    return await setFollowing(db, actor, into, on, now);
  }
  return await readSupport(db, actor, number);
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** What the person follows, the latest first. */
export async function listFollowed(db: Db, actor: Actor, { cursor, limit }: { cursor?: string | null | undefined; limit: number }): Promise<FollowedList> {
  if (actor.personId === null) throw AppError.notSignedIn();
  const after = cursor ? decodeCursor(position, cursor) : null;
  const found = await repo.listFollowed(db, actor.personId, after, limit + 1, visible(initiativePolicy, actor, "readPublic"));
  const page = toPage(found, limit, ({ followedAt, id }) => [followedAt.toISOString(), id]);
  return { rows: page.rows.map(({ number, title, municipality, status }) => ({ number, title, municipality, status })), next: page.next };
}

export { isPublicStep, nextReaders } from "./repo";
