import * as z from "zod";
import { authorise, can, canSomewhere, visible } from "@/access/policy";
import { appointment as policy, unit } from "@/access/rules/structure";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { decodeCursor, encodeCursor } from "@/shared/lists/cursor";
import { structureLimits } from "../../schema";
import { findMunicipalityNames, findPlace } from "../../server/repo";
import { authoriseInside } from "../../server/service";
import { isUnopened } from "../../invitations/server/repo";
import { scanOf } from "../../scans/server/service";
import type { AppointmentRecord, StaffPage, staffInput } from "../schema";
import { colleaguesOf } from "./colleagues";
import * as repo from "./repo";

type Asker = Pick<Context, "db" | "actor" | "now">;

/** One appointment with its course. Throws 404 to those who may not see it. */
export async function readAppointment({ db, actor, now }: Asker, appointmentId: string): Promise<AppointmentRecord> {
  const held = await repo.findAppointment(db, appointmentId, now);
  authorise(policy, actor, "read", held?.facts ?? null);
  const course = await repo.findCourse(db, appointmentId);
  if (!held || !course) throw AppError.notFound();
  const [municipality] = held.municipalityId === null ? [] : await findMunicipalityNames(db, [held.municipalityId]);
  const substitutes = held.substitutesId === null ? await repo.findSubstitutes(db, held.id, now) : [];
  const state = held.endsAt !== null && held.endsAt <= now ? "ended" : held.startsAt > now ? "ahead" : "valid";
  const isOpen = state !== "ended";
  const maySubstitute = isOpen && held.substitutesId === null && can(policy, actor, "substitute", held.facts);
  const { id, personId, name, role, unitId, bodyId, startsAt, endsAt, substitutesId, where, act, isInvited, briefedAt, acknowledgedAt, hasScan, facts } = held;
  return {
    id, personId, name, role, unitId, bodyId, startsAt, endsAt, substitutesId, where, act, isInvited, briefedAt, acknowledgedAt, hasScan, isMine: personId === actor.personId,
    municipality: municipality ?? null, createdAt: course.createdAt, scan: await scanOf(db, held.id), appointedBy: course.appointedBy || null, hasEmail: course.hasEmail, standsInFor: course.standsInFor, substitutes, colleagues: maySubstitute ? await colleaguesOf(db, held, now) : [], state,
    briefing: course.material === null || briefedAt === null ? null : { material: course.material, by: course.briefedBy ?? "", briefedAt, acknowledgedAt },
    may: {
      end: isOpen && can(policy, actor, "end", facts), act: can(policy, actor, "appoint", facts), substitute: maySubstitute,
      brief: isOpen && can(policy, actor, "brief", facts), resetSecondFactor: isOpen && personId !== actor.personId && can(policy, actor, "resetSecondFactor", facts), acknowledge: isOpen && briefedAt !== null && acknowledgedAt === null && can(policy, actor, "acknowledgeBriefing", facts),
      remind: isOpen && briefedAt !== null && acknowledgedAt === null && personId !== actor.personId && can(policy, actor, "brief", facts),
      print: isOpen && can(policy, actor, "appoint", facts) && (await isUnopened(db, personId)),
    },
  };
}

const positionSchema = z.tuple([z.string().max(400), z.uuid()]);
const week = 7 * 24 * 60 * 60 * 1000;

/** People of a municipality with their appointments, by name, as far as the asker may see them. Throws 401, 403, 404. */
export async function listStaff({ db, actor, now }: Asker, { municipalityId, q, filter, cursor }: z.infer<typeof staffInput>): Promise<StaffPage> {
  const found = await findPlace(db, municipalityId, now);
  // a director sees the people of his own organisation
  const seesSome = found !== null && (can(unit, actor, "readStaff", found.facts) || (canSomewhere(unit, actor, "readStaff") && actor.posts.some((post) => post.municipalityId === municipalityId)));
  if (!seesSome) authoriseInside(unit, actor, "readStaff", found?.facts ?? null, municipalityId);
  const limit = structureLimits.staffPage;
  const after = cursor ? decodeCursor(positionSchema, cursor) : null;
  const rows = await repo.findStaff(db, visible(policy, actor, "read"), { municipalityId, marathonId: found?.round?.id ?? null, q: q.trim(), filter, endsBefore: new Date(now.getTime() + week), after, limit }, now);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ id, personId, name, role, unitId, bodyId, startsAt, endsAt, substitutesId, act, isInvited, briefedAt, acknowledgedAt, hasScan, where }) =>
      ({ id, personId, name, role, unitId, bodyId, startsAt, endsAt, substitutesId, act, isInvited, briefedAt, acknowledgedAt, hasScan, where, isMine: personId === actor.personId })),
    next: rows.length > limit && last ? encodeCursor([last.sortKey, last.id]) : null,
  };
}
