import { authorise, can } from "@/access/policy";
import { roles, type Role } from "@/access/roles";
import { appointment as policy } from "@/access/rules/structure";
import type { Db } from "@/platform/db/client";
import { announce } from "@/platform/events/outbox";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { findOrInvite, tell, tellAgain, tellOfBriefing } from "../../invitations/server/service";
import { appointmentEnded, appointmentMade } from "../../events";
import { isOfMarathon, isRoleHere, isWithin, overlaps, periodFor, type Period } from "../../rules";
import { done } from "../../schema";
import { once, type Asker } from "../../server/once";
import { findMunicipalityNames } from "../../server/repo";
import { authoriseInside } from "../../server/service";
import type { Appointed, AppointInput, BriefInput, PersonWish, SeatOffer, SetActInput, SubstituteInput } from "../schema";
import * as repo from "./repo";

/** The one role whose last holder can't be ended: the municipality would be left without anybody to turn to. */
const irreplaceable: readonly Role[] = ["responsiblePerson"];

/** What may be appointed at a unit or body, and until when. Throws request.notFound where nothing may. */
export async function readSeat({ db, actor, now }: Pick<Context, "db" | "actor" | "now">, seatId: string): Promise<SeatOffer> {
  const seat = await repo.findSeat(db, seatId, now);
  const offered = seat ? roles.filter((role) => isRoleHere(role, seat.kind) && can(policy, actor, "appoint", repo.factsOf(seat, role))) : [];
  if (!seat || seat.isEnded || offered.length === 0) throw actor.personId === null ? AppError.notSignedIn() : AppError.notFound();
  const [municipality = null] = seat.municipalityId === null ? [] : await findMunicipalityNames(db, [seat.municipalityId]);
  return { id: seat.id, name: seat.name, municipality, roles: offered, closingEndsOn: seat.closingEndsOn };
}

/**
 * Appoints. Throws 401, 404, 403 as in a municipality; appointment.roleNotHere, .periodInvalid, .overlaps, .personDiffers; unit.ended;
 * marathon.municipalityAbsent for a role of a marathon where none is going on.
 */
export async function appoint(asker: Asker, input: AppointInput): Promise<Appointed> {
  return await once(asker, "appoint", input, async (db) => {
    const { role, seatId, person, startsOn, endsOn, act } = input;
    const seat = await repo.findSeat(db, seatId, asker.now);
    authoriseInside(policy, asker.actor, "appoint", seat && repo.factsOf(seat, role), seat?.municipalityId ?? null);
    if (!seat) throw AppError.notFound();
    if (seat.isEnded) throw new AppError("unit.ended");
    if (!isRoleHere(role, seat.kind)) throw new AppError("appointment.roleNotHere", undefined, { fields: { role: "appointment.roleNotHere" } });
    const marathonId = isOfMarathon(role) ? seat.marathonId : null;
    if (isOfMarathon(role) && marathonId === null) throw new AppError("marathon.municipalityAbsent");
    const period = periodFor({ startsOn, endsOn }, marathonId === null ? null : seat.closingEndsOn, asker.now, seat.timeZone);
    return await hold(db, asker, person, { role, seat, marathonId, act, substitutesId: null, period });
  });
}

/** Somebody stands in for a time; the act may follow. Throws as `appoint`, and appointment.substituteSelf, .ended. */
export async function substitute(asker: Asker, input: SubstituteInput): Promise<Appointed> {
  return await once(asker, "substitute", input, async (db) => {
    const { appointmentId, person, startsOn, endsOn } = input;
    const held = await repo.lockAppointment(db, appointmentId);
    authorise(policy, asker.actor, "substitute", held?.facts ?? null);
    const seat = held && (await repo.findSeat(db, held.bodyId ?? held.unitId ?? "", asker.now));
    if (!held || !seat) throw AppError.notFound();
    if (held.substitutesId !== null) throw new AppError("appointment.roleNotHere");
    if (held.endsAt !== null && held.endsAt <= asker.now) throw new AppError("appointment.ended");
    const wished = periodFor({ startsOn, endsOn }, null, asker.now, seat.timeZone);
    // «from today» of somebody who was appointed this morning begins with the appointment
    const period = wished && { ...wished, startsAt: wished.startsAt < held.startsAt ? held.startsAt : wished.startsAt };
    const fits = period !== null && isWithin(period, held) && (period.endsAt === null || period.endsAt > period.startsAt);
    return await hold(db, asker, person, { role: held.role, seat, marathonId: held.marathonId, act: null, substitutesId: held.id, period: fits ? period : null, notPersonId: held.personId });
  });
}

interface Holding {
  readonly role: Role;
  readonly seat: repo.Seat;
  readonly marathonId: string | null;
  readonly act: AppointInput["act"];
  readonly substitutesId: string | null;
  readonly period: Period | null;
  readonly notPersonId?: string;
}

async function hold(db: Db, asker: Asker, wish: PersonWish, { role, seat, marathonId, act, substitutesId, period, notPersonId }: Holding): Promise<Appointed> {
  if (period === null) throw new AppError("appointment.periodInvalid", undefined, { fields: { endsOn: "appointment.periodInvalid" } });
  const personId = await findOrInvite(db, asker, wish);
  if (personId === notPersonId) throw new AppError("appointment.substituteSelf", undefined, { fields: { "person.email": "appointment.substituteSelf" } });
  await repo.lockPerson(db, personId);
  const others = await repo.findPeriods(db, personId, role, seat.id);
  if (others.some((other) => overlaps(other, period))) throw new AppError("appointment.overlaps", undefined, { fields: { "person.email": "appointment.overlaps" } });
  const { unitId, bodyId, municipalityId } = seat;
  const scopes = { personId, role, unitId, bodyId, municipalityId, marathonId };
  const appointmentId = await repo.insertAppointment(db, { ...scopes, ...period, act, appointedById: asker.actor.personId, substitutesId }, asker.now);
  await announce(db, appointmentMade, { appointmentId, ...scopes }, { at: asker.now, actorId: asker.actor.personId });
  const isInvited = await tell(db, personId, { role, where: seat.name }, appointmentId, asker);
  return { appointmentId, isInvited };
}

/** The act's kind, number and date, which may follow the appointment. Throws request.changedMeanwhile when somebody was first. */
export async function setAct(asker: Asker, input: SetActInput): Promise<typeof done> {
  return await once(asker, "setAct", input, async (db) => {
    const held = await repo.lockAppointment(db, input.appointmentId);
    authorise(policy, asker.actor, "appoint", held?.facts ?? null);
    if (!(await repo.setAct(db, input.appointmentId, input.act, input.seen))) throw new AppError("request.changedMeanwhile");
    return done;
  });
}

/** A briefing was held; the coordinator is asked to acknowledge it. */
export async function brief(asker: Asker, input: BriefInput): Promise<typeof done> {
  return await once(asker, "brief", input, async (db) => {
    const held = await repo.lockAppointment(db, input.appointmentId);
    authorise(policy, asker.actor, "brief", held?.facts ?? null);
    if (!held || asker.actor.personId === null) throw AppError.notFound();
    if (held.endsAt !== null && held.endsAt <= asker.now) throw new AppError("appointment.ended");
    await repo.insertBriefing(db, { appointmentId: held.id, material: input.material, briefedById: asker.actor.personId }, asker.now);
    await tellOfBriefing(db, held.personId, held, held.id, asker.now);
    return done;
  });
}

/** The holder has read what they were briefed on; a second press changes nothing. */
export async function acknowledge(asker: Asker, input: { appointmentId: string; key: string }): Promise<typeof done> {
  return await once(asker, "acknowledge", input, async (db) => {
    const held = await repo.findAppointment(db, input.appointmentId);
    authorise(policy, asker.actor, "acknowledgeBriefing", held?.facts ?? null);
    await repo.acknowledgeBriefing(db, input.appointmentId, asker.now);
    return done;
  });
}

/** The invitation's letter once more. Throws appointment.alreadyAccepted. */
export async function inviteAgain(asker: Asker, input: { appointmentId: string; key: string }): Promise<typeof done> {
  return await once(asker, "inviteAgain", input, async (db) => {
    const held = await repo.findAppointment(db, input.appointmentId);
    authorise(policy, asker.actor, "appoint", held?.facts ?? null);
    if (!held) throw AppError.notFound();
    await tellAgain(db, held.personId, held, held.id, asker);
    return done;
  });
}

/** What a flow needs to hand work over. */
export type Ended = Pick<repo.FoundAppointment, "id" | "personId" | "role" | "unitId" | "bodyId" | "municipalityId">;

/** May it be ended by the asker, and whose is it? Locks it. Throws 401, 404, 403; appointment.ended, .lastResponsible. */
export async function requireEndable(db: Db, { actor, now }: Pick<Asker, "actor" | "now">, appointmentId: string): Promise<Ended> {
  const held = await repo.lockAppointment(db, appointmentId);
  authorise(policy, actor, "end", held?.facts ?? null);
  if (!held) throw AppError.notFound();
  if (held.endsAt !== null && held.endsAt <= now) throw new AppError("appointment.ended");
  if (held.substitutesId === null && irreplaceable.includes(held.role) && (await repo.countOthers(db, held, now)) === 0) throw new AppError("appointment.lastResponsible");
  return held;
}

/** Ends it at this moment: the right is gone with the next request. Those who stand in for it go with it. */
export async function end(db: Db, { actor, now }: Pick<Asker, "actor" | "now">, appointmentId: string): Promise<void> {
  for (const id of [appointmentId, ...(await repo.findSubstitutes(db, appointmentId, now)).map((one) => one.id)]) {
    const held = await repo.findAppointment(db, id);
    if (!held || !(await repo.endAppointment(db, id, now))) continue;
    const { personId, role, unitId, bodyId, municipalityId, marathonId } = held;
    await announce(db, appointmentEnded, { appointmentId: id, personId, role, unitId, bodyId, municipalityId, marathonId }, { at: now, actorId: actor.personId });
  }
}

/** Colleagues at the same seat who may take the work over. */
export async function colleaguesOf(db: Db, ended: Ended, now: Date): Promise<{ personId: string; name: string }[]> {
  const groups: readonly (readonly Role[])[] = [["coordinator", "executor"], ["operator"], ["workingGroupLead", "workingGroupSecretary", "workingGroupMember"]];
  const wanted = groups.find((group) => group.includes(ended.role)) ?? [ended.role];
  return await repo.findColleagues(db, ended, wanted, now);
}

export { readAppointment, listStaff } from "./reading";
