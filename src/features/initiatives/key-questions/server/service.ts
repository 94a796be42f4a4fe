import { z } from "zod";
import type { Actor } from "@/access/actor";
import { authorise, can, visible } from "@/access/policy";
import { keyQuestion as policy } from "@/access/rules/key-question";
import { currentMarathons, marathonFor, publicMarathon } from "@/features/marathon/server/service";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import type { KeyQuestion, OwnQuestions, PublishInput } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "visitor" | "now" | "db">;
const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Asked now, the latest first. */
export async function listQuestions({ db, actor, now }: Asker, { municipalityId, cursor, limit }: { municipalityId?: string | undefined; cursor?: string | null | undefined; limit: number }): Promise<{ rows: KeyQuestion[]; next: string | null }> {
  const marathon = await publicMarathon(db, now);
  if (!marathon) return { rows: [], next: null };
  const listing = { marathonId: marathon.id, municipalityId: municipalityId ?? null, after: cursor ? decodeCursor(position, cursor) : null, limit: limit + 1 };
  const page = toPage(await repo.listOpen(db, listing, visible(policy, actor, "read")), limit, ({ publishedAt, id }) => [publishedAt.toISOString(), id]);
  return { rows: [...page.rows], next: page.next };
}

/** One that is asked now, for a draft that answers it. Null: it isn't asked any more. */
export async function openQuestion(db: Db, id: string): Promise<KeyQuestion | null> {
  const found = await repo.findOpen(db, id);
  return found && !found.isClosed ? found : null;
}

/** Where the asker may publish, and what was published there. */
export async function ownQuestions({ db, actor, now }: Asker): Promise<OwnQuestions> {
  const ids = (of: (post: Actor["posts"][number]) => string | null) => [...new Set(actor.posts.flatMap((post) => of(post) ?? []))];
  const seats = await repo.findSeats(db, ids(({ municipalityId }) => municipalityId), ids(({ bodyId }) => bodyId));
  const marathons = await currentMarathons(db, now);
  return {
    seats: seats.filter(({ municipalityId, bodyId }) => can(policy, actor, "publish", { municipalityId, bodyId })),
    questions: await repo.listOwn(db, marathons.map(({ id }) => id), visible(policy, actor, "publish")),
  };
}

/** A head's question, or a group's. Throws marathon.municipalityAbsent, request.notFound for a group of another municipality. */
export async function publishQuestion(asker: Asker, { key, ...input }: PublishInput): Promise<{ id: string }> {
  const { actor, now } = asker;
  const { personId } = actor;
  if (personId === null) throw AppError.notSignedIn();
  const { municipalityId, bodyId } = input;
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "keyQuestion.publish", key, input }, async () => {
    if (bodyId !== null && !(await repo.isGroupOf(db, bodyId, municipalityId))) throw AppError.notFound();
    if (!can(policy, actor, "publish", { municipalityId, bodyId })) throw AppError.forbidden();
    const marathon = await marathonFor(db, municipalityId, now);
    if (!marathon) throw new AppError("marathon.municipalityAbsent");
    const id = newId(now);
    const directionId = bodyId === null ? null : await repo.findOnlyDirection(db, bodyId);
    await repo.insertQuestion(db, { id, marathonId: marathon.id, municipalityId, bodyId, directionId, text: input.text, explanation: input.explanation || null, publishedById: personId, publishedAt: now });
    return { id };
  }));
}

/** Asks no more; what was answered keeps it. */
export async function closeQuestion({ db, actor, now }: Asker, id: string): Promise<{ id: string }> {
  const found = await repo.findOpen(db, id);
  authorise(policy, actor, "publish", found && { municipalityId: found.municipalityId, bodyId: found.bodyId });
  await repo.closeQuestion(db, id, now);
  return { id };
}
