import { authorise } from "@/access/policy";
import type { Actor } from "@/access/actor";
import { person as personPolicy } from "@/access/rules/person";
import type { Authenticator } from "@/platform/auth/authenticator";
import { clock } from "@/platform/clock";
import type { Db } from "@/platform/db/client";
import { parsePhone } from "@/shared/codes/phone";
import { AppError } from "@/shared/errors/app-error";
import { emailField } from "@/shared/text/fields";
import { fitsPassword } from "../../server/passwords";
import { isTicket, readTicket } from "../../server/ticket";
import * as repo from "./repo";

/**
 * E-mail or phone, as typed, and a password; or the ticket of somebody who has just proved who they are. Throws
 * session.emailNotConfirmed only after the password was right. Where one phone and one password fit several, nobody is let in.
 */
export const authenticatePerson: Authenticator = async (credentials) => {
  if (isTicket(credentials)) return readTicket(credentials, clock.now());
  const candidates = await findCandidates(credentials.login);
  if (candidates.length === 0) await fitsPassword(credentials.password, null);
  const fitting = [];
  for (const person of candidates) if (await fitsPassword(credentials.password, person.passwordHash)) fitting.push(person);
  const [only] = fitting;
  if (!only || fitting.length > 1) return null;
  if (only.assurance === "selfDeclared") throw new AppError("session.emailNotConfirmed");
  return { personId: only.id, sessionVersion: only.sessionVersion };
};

async function findCandidates(login: string) {
  const email = emailField.safeParse(login);
  if (email.success) return await repo.findByContact("email", email.data);
  const phone = parsePhone(login);
  return phone === null ? [] : await repo.findByContact("phone", phone);
}

/** «Выйти на всех устройствах»: every session ends with its next request. */
export async function endSessions(from: Db, actor: Actor): Promise<void> {
  const facts = actor.personId === null ? null : { id: actor.personId, registeredById: null, registeredAtUnitId: null, municipalityId: null };
  authorise(personPolicy, actor, "edit", facts);
  if (actor.personId !== null) await repo.raiseSessionVersion(from, actor.personId);
}
