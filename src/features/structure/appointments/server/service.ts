import { actingRole, authorise, can, visible } from "@/access/policy";
import { roles, type Role } from "@/access/roles";
import { appointment as policy } from "@/access/rules/structure";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { env } from "@/platform/env";
import { announce } from "@/platform/events/outbox";
import type { Context } from "@/platform/trpc/context";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { findOrInvite, makeCode, remindOfBriefing, tell, tellAgain, tellOfBriefing } from "../../invitations/server/service";
import type { CodeSheet } from "../../invitations/schema";
import { qrPath } from "@/platform/qr";
import { appointmentEnded, appointmentMade } from "../../events";
import { isOfMarathon, isRoleHere, isWithin, overlaps, periodFor, type Period } from "../../rules";
import { done } from "../../schema";
import { once, type Asker } from "../../server/once";
import { findMunicipalityNames, findPlace } from "../../server/repo";
import { authoriseInside, requireSomewhere } from "../../server/service";
import type { Appointed, AppointInput, BriefInput, SeatOffer, SetActInput, SubstituteInput, SubstituteWish } from "../schema";
import { colleaguesOf } from "./colleagues";
import * as repo from "./repo";

/** The one role whose last holder can't be ended: the municipality would be left without anybody to turn to. */
const irreplaceable: readonly Role[] = ["responsiblePerson"];

/** Who appoints, in a request or in a job. */
type Appointer = Pick<Asker, "actor" | "now">;

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
  return await once(asker, "appoint", input, async (db) => await appointIn(db, asker, input));
}

/** One of several appointments of a transaction. Throws as `appoint`. */
export async function appointIn(db: Db, asker: Appointer, { role, seatId, person, startsOn, endsOn, act }: Omit<AppointInput, "key" | "person"> & { readonly person: SubstituteWish }): Promise<Appointed> {
  const seat = await repo.findSeat(db, seatId, asker.now);
  authoriseInside(policy, asker.actor, "appoint", seat && repo.factsOf(seat, role), seat?.municipalityId ?? null);
  if (!seat) throw AppError.notFound();
  if (seat.isEnded) throw new AppError("unit.ended");
  if (!isRoleHere(role, seat.kind)) throw new AppError("appointment.roleNotHere", undefined, { fields: { role: "appointment.roleNotHere" } });
  const marathonId = isOfMarathon(role) ? seat.marathonId : null;
  if (isOfMarathon(role) && marathonId === null) throw new AppError("marathon.municipalityAbsent");
  const period = periodFor({ startsOn, endsOn }, marathonId === null ? null : seat.closingEndsOn, asker.now, seat.timeZone);
  return await hold(db, asker, person, { role, seat, marathonId, act, substitutesId: null, period });
}

/** Somebody who is known already, for as long as the marathon lasts: of a proposal that was confirmed. Throws as `appoint`. */
export async function appointKnown(db: Db, asker: Asker, { role, seatId, personId }: { role: Role; seatId: string; personId: string }): Promise<Appointed> {
  return await appointIn(db, asker, { role, seatId, person: { by: "colleague", personId }, startsOn: null, endsOn: null, act: null });
}

/** Somebody stands in for a time; the act may follow. Throws as `appoint`, and appointment.substituteSelf, .ended. */
export async function substitute(asker: Asker, input: SubstituteInput): Promise<Appointed> {
  return await once(asker, "substitute", input, async (db) => {
    const { appointmentId, person, startsOn, endsOn } = input;
    const held = await repo.lockAppointment(db, appointmentId, asker.now);
    authorise(policy, asker.actor, "substitute", held?.facts ?? null);
    const seat = held && (await repo.findSeat(db, held.bodyId ?? held.unitId ?? "", asker.now));
    if (!held || !seat) throw AppError.notFound();
    if (held.substitutesId !== null) throw new AppError("appointment.roleNotHere");
    if (held.endsAt !== null && held.endsAt <= asker.now) throw new AppError("appointment.ended");
    const wished = periodFor({ startsOn, endsOn }, null, asker.now, seat.timeZone);
    if (person.by === "colleague" && !(await colleaguesOf(db, held, asker.now)).some(({ personId }) => personId === person.personId)) throw AppError.notFound();
    // «from today» is from now: nobody had the right this morning, and who was relieved at noon may be called again
    const period = wished && { ...wished, startsAt: new Date(Math.max(wished.startsAt.getTime(), held.startsAt.getTime(), asker.now.getTime())) };
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

async function hold(db: Db, asker: Appointer, wish: SubstituteWish, { role, seat, marathonId, act, substitutesId, period, notPersonId }: Holding): Promise<Appointed> {
  if (period === null) throw new AppError("appointment.periodInvalid", undefined, { fields: { endsOn: "appointment.periodInvalid" } });
  const personId = wish.by === "colleague" ? wish.personId : await findOrInvite(db, asker, wish);
  if (personId === notPersonId) throw new AppError("appointment.substituteSelf", undefined, { fields: { "person.email": "appointment.substituteSelf" } });
  await repo.lockPerson(db, personId);
  const others = await repo.findPeriods(db, personId, role, seat.id);
  if (others.some((other) => overlaps(other, period))) throw new AppError("appointment.overlaps", undefined, { fields: { "person.email": "appointment.overlaps" } });
  const { unitId, bodyId, municipalityId } = seat;
  const scopes = { personId, role, unitId, bodyId, municipalityId, marathonId };
  const appointmentId = await repo.insertAppointment(db, { ...scopes, ...period, act, appointedById: asker.actor.personId, substitutesId }, asker.now);
  await repo.followBriefing(db, scopes, appointmentId);
  await announce(db, appointmentMade, { appointmentId, ...scopes }, { at: asker.now, actorId: asker.actor.personId });
  const isInvited = await tell(db, personId, { role, where: seat.name }, appointmentId, asker);
  return { appointmentId, isInvited };
}

/** The act's kind, number and date, which may follow the appointment. Throws request.changedMeanwhile when somebody was first. */
export async function setAct(asker: Asker, input: SetActInput): Promise<typeof done> {
  return await once(asker, "setAct", input, async (db) => await setActIn(db, asker, input));
}

/** One of several acts of a transaction. Throws as `setAct`. */
export async function setActIn(db: Db, { actor, now }: Pick<Asker, "actor" | "now">, { appointmentId, act, seen }: Omit<SetActInput, "key">): Promise<typeof done> {
  const held = await repo.lockAppointment(db, appointmentId, now);
  authorise(policy, actor, "appoint", held?.facts ?? null);
  if (!(await repo.setAct(db, appointmentId, act, seen))) throw new AppError("request.changedMeanwhile");
  return done;
}

/** A briefing was held; the coordinator is asked to acknowledge it. */
export async function brief(asker: Asker, input: BriefInput): Promise<typeof done> {
  return await once(asker, "brief", input, async (db) => {
    const held = await repo.lockAppointment(db, input.appointmentId, asker.now);
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
    const held = await repo.findAppointment(db, input.appointmentId, asker.now);
    authorise(policy, asker.actor, "acknowledgeBriefing", held?.facts ?? null);
    await repo.acknowledgeBriefing(db, input.appointmentId, asker.now);
    return done;
  });
}

/** May the asker appoint to the role there? What is no seat of it, or over, is none. */
export async function mayAppoint(db: Db, actor: Context["actor"], role: Role, seatId: string, now: Date): Promise<boolean> {
  const seat = await repo.findSeat(db, seatId, now);
  return seat !== null && !seat.isEnded && isRoleHere(role, seat.kind) && can(policy, actor, "appoint", repo.factsOf(seat, role));
}

/** Does the person hold the role there at that moment or later? */
export async function hasSuchPost(db: Db, personId: string, role: Role, seatId: string, now: Date): Promise<boolean> {
  return (await repo.findPeriods(db, personId, role, seatId)).some(({ endsAt }) => endsAt === null || endsAt > now);
}

/** Who has not acknowledged a briefing is reminded, by whoever may brief them; at most once a day each. */
export async function remindAll(asker: Asker, input: { municipalityId: string; key: string }): Promise<{ reminded: number; unreachable: number }> {
  return await once(asker, "remindAll", input, async (db) => {
    const found = await findPlace(db, input.municipalityId, asker.now);
    requireSomewhere(policy, asker.actor, "brief", found);
    const rows = await repo.findStaff(db, visible(policy, asker.actor, "brief"), { municipalityId: input.municipalityId, marathonId: found.round?.id ?? null, q: "", filter: "notAcknowledged", endsBefore: asker.now, after: null, limit: 2000 }, asker.now);
    return await remind(db, asker, rows.filter(({ personId }) => personId !== asker.actor.personId), plainDateIn(found.place.timeZone, asker.now));
  });
}

/** One who has not acknowledged. Throws appointment.alreadyAcknowledged. */
export async function remindOne(asker: Asker, input: { appointmentId: string; key: string }): Promise<{ reminded: number; unreachable: number }> {
  return await once(asker, "remindOne", input, async (db) => {
    const held = await repo.findAppointment(db, input.appointmentId, asker.now);
    authorise(policy, asker.actor, "brief", held?.facts ?? null);
    if (!held || held.briefedAt === null || held.acknowledgedAt !== null) throw new AppError("appointment.alreadyAcknowledged");
    const [municipality] = held.municipalityId === null ? [] : await findMunicipalityNames(db, [held.municipalityId]);
    return await remind(db, asker, [held], plainDateIn(municipality?.timeZone ?? "Europe/Moscow", asker.now));
  });
}

async function remind(db: Db, _asker: Asker, rows: readonly repo.FoundAppointment[], day: string): Promise<{ reminded: number; unreachable: number }> {
  let reminded = 0;
  for (const held of rows) if (await remindOfBriefing(db, held.personId, held, held.id, day)) reminded += 1;
  return { reminded, unreachable: rows.length - reminded };
}

/** A sheet with a code for whoever has not opened the account. Nothing is kept of the code but its hash, hence no key: each sheet is a new code. */
export async function issueCode({ actor, now }: Pick<Asker, "actor" | "now">, { appointmentId, inPerson }: { appointmentId: string; inPerson: boolean }): Promise<CodeSheet> {
  return await transaction(async (db) => {
    const held = await repo.lockAppointment(db, appointmentId, now);
    authorise(policy, actor, "appoint", held?.facts ?? null);
    if (!held) throw AppError.notFound();
    if (held.endsAt !== null && held.endsAt <= now) throw new AppError("appointment.ended");
    const { code, until } = await makeCode(db, held.personId, inPerson, { actor, now });
    const [municipality] = held.municipalityId === null ? [] : await findMunicipalityNames(db, [held.municipalityId]);
    const address = new URL("/invitation", env.PUBLIC_URL).toString();
    return { name: held.name, role: held.role, where: held.where, municipality: municipality?.shortName ?? null, code, until, address, qr: qrPath(`${address}/${code}`), timeZone: municipality?.timeZone ?? "Europe/Moscow" };
  });
}

/** The invitation's letter once more. Throws appointment.alreadyAccepted. */
export async function inviteAgain(asker: Asker, input: { appointmentId: string; key: string }): Promise<typeof done> {
  return await once(asker, "inviteAgain", input, async (db) => {
    const held = await repo.findAppointment(db, input.appointmentId, asker.now);
    authorise(policy, asker.actor, "appoint", held?.facts ?? null);
    if (!held) throw AppError.notFound();
    await tellAgain(db, held.personId, held, held.id, asker);
    return done;
  });
}

/** What a flow needs to hand work over. */
export type Ended = Pick<repo.FoundAppointment, "id" | "personId" | "role" | "unitId" | "bodyId" | "municipalityId" | "startsAt">;

/** May it be ended by the asker, and whose is it? Locks it. Throws 401, 404, 403; appointment.ended, .lastResponsible. */
export async function requireEndable(db: Db, { actor, now }: Pick<Asker, "actor" | "now">, appointmentId: string): Promise<Ended> {
  const held = await repo.lockAppointment(db, appointmentId, now);
  authorise(policy, actor, "end", held?.facts ?? null);
  if (!held) throw AppError.notFound();
  if (held.endsAt !== null && held.endsAt <= now) throw new AppError("appointment.ended");
  if (held.substitutesId === null && irreplaceable.includes(held.role) && (await repo.countOthers(db, held, now)) === 0) throw new AppError("appointment.lastResponsible");
  return held;
}

/** Whose lost phone it is, and in which role the asker helps. Throws 401, 404, 403, appointment.ended. */
export async function requireFactorReset(db: Db, { actor, now }: Pick<Asker, "actor" | "now">, appointmentId: string): Promise<{ personId: string; byId: string; role: string }> {
  const held = await repo.findAppointment(db, appointmentId, now);
  authorise(policy, actor, "resetSecondFactor", held?.facts ?? null);
  const role = held && actingRole(policy, actor, "resetSecondFactor", held.facts);
  if (!held || actor.personId === null || role === null) throw AppError.notFound();
  if (held.endsAt !== null && held.endsAt <= now) throw new AppError("appointment.ended");
  return { personId: held.personId, byId: actor.personId, role };
}

/** Ends it at this moment: the right is gone with the next request. Those who stand in for it go with it. */
export async function end(db: Db, { actor, now }: Pick<Asker, "actor" | "now">, appointmentId: string): Promise<void> {
  for (const id of [appointmentId, ...(await repo.findSubstitutes(db, appointmentId, now)).map((one) => one.id)]) {
    const held = await repo.findAppointment(db, id, now);
    if (!held || !(await repo.endAppointment(db, id, now))) continue;
    const { personId, role, unitId, bodyId, municipalityId, marathonId } = held;
    await announce(db, appointmentEnded, { appointmentId: id, personId, role, unitId, bodyId, municipalityId, marathonId }, { at: now, actorId: actor.personId });
  }
}

/** Those who stand in for it now or will. */
export async function standInsOf(db: Db, { id }: Pick<Ended, "id">, now: Date): Promise<{ id: string; personId: string }[]> {
  return await repo.findSubstitutes(db, id, now);
}

export { receiversOf } from "./colleagues";
export { readAppointment, listStaff } from "./reading";
