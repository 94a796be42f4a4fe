import type { Db } from "@/platform/db/client";
import { announce } from "@/platform/events/outbox";
import type { PlainDate } from "@/shared/dates/plain-date";
import { appointmentEnded, appointmentMade, workHandedOver } from "../../../events";
import { endsWithUnit } from "../../rules";
import * as repo from "./repo";

/** The change that is being done: from which day, from which moment, by whose decision. */
export interface Doing {
  readonly changeId: string;
  readonly day: PlainDate;
  readonly at: Date;
  readonly decidedById: string;
}

type Seat = repo.Seat;
const seatId = ({ unitId, bodyId }: Seat): string => bodyId ?? unitId ?? "";

/**
 * Everybody's post at a seat that ends is ended, and goes on at its successor; the posts that one person alone can hold end with
 * the seat. The past stays where it was: a new appointment begins, by the act of the change.
 */
export async function handPosts(db: Db, from: Seat, to: Seat | null, { changeId, at, decidedById }: Doing): Promise<void> {
  const info = { at, actorId: decidedById };
  const became = new Map<string, string>();
  for (const post of await repo.findOpenPosts(db, seatId(from), at)) {
    const { id, personId, role, unitId, bodyId, municipalityId, marathonId } = post;
    await repo.endPost(db, id, at);
    await announce(db, appointmentEnded, { appointmentId: id, personId, role, unitId, bodyId, municipalityId, marathonId }, info);
    const substitutesId = post.substitutesId === null ? null : (became.get(post.substitutesId) ?? null);
    const hasNobodyToStandInFor = post.substitutesId !== null && substitutesId === null;
    if (to === null || endsWithUnit(role) || hasNobodyToStandInFor || (await repo.holdsPost(db, post, seatId(to), at))) continue;
    const made = await repo.insertPost(db, post, to, { changeId, appointedById: decidedById, substitutesId }, at);
    became.set(id, made);
    await announce(db, appointmentMade, { appointmentId: made, personId, role, unitId: to.unitId, bodyId: to.bodyId, municipalityId: to.municipalityId, marathonId }, info);
  }
  if (to !== null) await announce(db, workHandedOver, { from: { unitId: from.unitId, bodyId: from.bodyId }, to: { unitId: to.unitId, bodyId: to.bodyId } }, info);
}

/**
 * The marathon's bodies of a municipality that ends: working groups go over whole; a hotline and a coordination group go over where
 * there is none, else their people and open questions go to the one that stands.
 */
export async function handBodies(db: Db, fromId: string, toId: string, doing: Doing): Promise<void> {
  await repo.inheritParticipations(db, fromId, toId, doing.day, doing.at);
  await repo.handDirections(db, fromId, toId);
  const standing = await repo.findOpenBodies(db, toId);
  for (const body of await repo.findOpenBodies(db, fromId)) {
    const other = body.kind === "workingGroup" ? undefined : standing.find(({ kind, marathonId }) => kind === body.kind && marathonId === body.marathonId);
    if (!other) {
      await repo.moveBody(db, body.id, toId, doing.at);
      standing.push(body);
      continue;
    }
    await handPosts(db, { unitId: null, bodyId: body.id, municipalityId: fromId }, { unitId: null, bodyId: other.id, municipalityId: toId }, doing);
    await repo.handShifts(db, body.id, other.id, doing.at);
    await repo.endBody(db, body.id, doing.at);
  }
}
