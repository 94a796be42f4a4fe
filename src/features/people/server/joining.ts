import type { Db } from "@/platform/db/client";
import type { EventInfo } from "@/platform/events/event";
import { announce } from "@/platform/events/outbox";
import { plainDateToUtc, type PlainDate } from "@/shared/dates/plain-date";
import { AppError } from "@/shared/errors/app-error";
import { legalToday, standingOf } from "../age/rules";
import { personConfirmed, personJoined, type Joining } from "../events";
import type { ConsentPurpose } from "../schema";
import * as repo from "./repo";

export interface Place {
  readonly municipalityId: string;
  readonly organisationId: string | null;
  readonly hiddenFromOrganisation: boolean;
}

/** Out: the marathon to join there. Throws registration.municipalityAbsent, request.invalid for an organisation of elsewhere. */
export async function checkPlace(db: Db, { municipalityId, organisationId }: Place, now: Date): Promise<string> {
  const marathonId = await repo.findJoinableMarathon(db, municipalityId, now);
  if (marathonId === null) throw new AppError("registration.municipalityAbsent", undefined, { fields: { municipalityId: "field.choice" } });
  if (organisationId !== null && !(await repo.isOrganisationOf(db, organisationId, municipalityId))) throw AppError.invalid({ organisationId: "field.choice" });
  return marathonId;
}

/** Puts the person into the marathon and says so. Throws registration.alreadyJoined. */
export async function join(db: Db, person: { id: string; isConfirmed: boolean; attribution: Joining["attribution"] }, marathonId: string, place: Place, info: EventInfo): Promise<void> {
  const { municipalityId, organisationId } = place;
  const hiddenFromOrganisation = organisationId !== null && place.hiddenFromOrganisation;
  const registrationId = await repo.insertRegistration(db, { marathonId, personId: person.id, municipalityId, organisationId, hiddenFromOrganisation, countedAt: person.isConfirmed ? info.at : null }, info.at);
  if (registrationId === null) throw new AppError("registration.alreadyJoined");
  await announce(db, personJoined, { registrationId, personId: person.id, marathonId, municipalityId, organisationId, attribution: person.attribution, confirmed: person.isConfirmed }, info);
}

/** The person has proved who they are: counted once, whoever asks how often. */
export async function countOnce(db: Db, personId: string, attribution: Joining["attribution"], info: EventInfo): Promise<void> {
  for (const counted of await repo.countRegistrations(db, personId, info.at)) await announce(db, personConfirmed, { ...counted, attribution, confirmed: true }, info);
}

/**
 * Registering by oneself: from 16. Out: what is kept of the date, which nobody of age is asked. Throws registration.tooYoung,
 * registration.representativeInPerson, both saying what to do.
 */
export function requireAlone({ isMinor, birthDate }: { isMinor: boolean; birthDate: PlainDate | null }, now: Date): Date | null {
  if (!isMinor) return null;
  if (birthDate === null) throw AppError.invalid({ birthDate: "field.required" });
  const standing = standingOf(birthDate, legalToday(now));
  const refusal = standing === "tooYoung" ? "registration.tooYoung" : standing === "needsRepresentative" ? "registration.representativeInPerson" : null;
  if (refusal) throw new AppError(refusal, undefined, { fields: { birthDate: refusal } });
  return plainDateToUtc(birthDate);
}

/** The text that is in force must be the one that was in front of them. Throws consent.outdated, consent.missing where none is published. */
export async function requireDocument(db: Db, purpose: ConsentPurpose, seenId: string | null): Promise<string> {
  const current = await repo.findCurrentDocument(db, purpose);
  if (!current) throw new AppError("consent.missing");
  if (seenId !== null && current.id !== seenId) throw new AppError("consent.outdated");
  return current.id;
}
