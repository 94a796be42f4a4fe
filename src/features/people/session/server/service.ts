import { authorise, visible } from "@/access/policy";
import type { Actor } from "@/access/actor";
import { person as personPolicy, session as sessionPolicy } from "@/access/rules/person";
import { forgetAttempts, takeAttempt } from "@/platform/auth/attempts";
import type { Authenticator, Credentials } from "@/platform/auth/authenticator";
import { clock } from "@/platform/clock";
import type { Db } from "@/platform/db/client";
import { parsePhone } from "@/shared/codes/phone";
import { AppError } from "@/shared/errors/app-error";
import { emailField } from "@/shared/text/fields";
import { fullName } from "@/shared/text/person-name";
import { evenly } from "../../server/evenly";
import { fitsPassword } from "../../server/passwords";
import { requireSecondFactor } from "../../second-factor/server/proof";
import { isTicket, makeTicket, readTicket, type TicketClaims } from "../../server/ticket";
import type { Choice, SessionLine } from "../schema";
import * as repo from "./repo";

/** Long enough to read a few names. */
const choosingMs = 5 * 60_000;

/**
 * E-mail or phone, as typed, and a password; or the ticket of somebody who has just proved who they are. Only after the
 * password was right it throws session.emailNotConfirmed, session.phoneNotConfirmed, and session.chooseWho where one phone
 * and one password are several people's; then what the second factor does, for whoever has one. However many share the phone, and if nobody has it, the answer takes the same time.
 */
export const authenticatePerson: Authenticator = async (credentials) => {
  const now = clock.now();
  const found = isTicket(credentials) ? readTicket(credentials, now) : await evenly(async () => await byPassword(credentials));
  if (found === null) return null;
  const { isProven, ...claims } = found;
  if (!isProven) await requireSecondFactor(repo.signInDb(), claims.personId, credentials.code ?? "", now);
  return claims;
};

async function byPassword(credentials: Credentials): Promise<TicketClaims | null> {
  const { confirmed, waiting, kind } = await findFitting(credentials);
  const [only] = confirmed;
  if (confirmed.length > 1) throw new AppError("session.chooseWho");
  if (only) return { personId: only.id, sessionVersion: only.sessionVersion, isProven: false };
  if (waiting.length > 0) throw new AppError(kind === "phone" ? "session.phoneNotConfirmed" : "session.emailNotConfirmed");
  return null;
}

/**
 * Of a family with one phone and one password: who may be signed in. Nobody is named before the password is right, and
 * guessing here costs what it costs at the sign-in. Out: nobody where it is wrong. Throws session.locked.
 */
export async function chooseWho(credentials: Credentials, addressHash: string, now: Date): Promise<Choice[]> {
  const attempt = await takeAttempt(credentials.login, addressHash);
  if (!attempt.ok) throw new AppError("session.locked", { minutes: Math.max(1, Math.ceil(attempt.retryAfterSeconds / 60)) });
  const { confirmed } = await evenly(async () => await findFitting(credentials));
  if (confirmed.length > 0) await forgetAttempts(credentials.login, addressHash);
  return confirmed.map(({ id, sessionVersion, ...names }) => ({ name: fullName(names), ticket: makeTicket({ personId: id, sessionVersion }, now, { lastsMs: choosingMs }) }));
}

async function findFitting({ login, password }: Credentials) {
  const email = emailField.safeParse(login);
  const kind = email.success ? "email" : "phone";
  const contact = email.success ? email.data : parsePhone(login);
  const candidates = contact === null ? [] : await repo.findByContact(kind, contact);
  if (candidates.length === 0) await fitsPassword(password, null);
  const fitting = [];
  for (const person of candidates) if (await fitsPassword(password, person.passwordHash)) fitting.push(person);
  return { kind, confirmed: fitting.filter(({ assurance }) => assurance !== "selfDeclared"), waiting: fitting.filter(({ assurance }) => assurance === "selfDeclared") };
}

/** Where the asker is signed in, the latest first. */
export async function listSessions(db: Db, actor: Actor, now: Date): Promise<SessionLine[]> {
  const rows = await repo.listSessions(db, visible(sessionPolicy, actor, "read"), now);
  return rows.map((row) => ({ ...row, isCurrent: row.id === actor.sessionId }));
}

/** «Выйти там»: that session ends with its next request. Throws request.notFound for somebody else's. */
export async function endSession(db: Db, actor: Actor, sessionId: string, now: Date): Promise<void> {
  if (!(await repo.endSession(db, visible(sessionPolicy, actor, "end"), sessionId, now))) throw AppError.notFound();
}

/** «Выйти на всех устройствах»: every session ends with its next request. */
export async function endSessions(from: Db, actor: Actor): Promise<void> {
  const facts = actor.personId === null ? null : { id: actor.personId, registeredById: null, registeredAtUnitId: null, municipalityId: null };
  authorise(personPolicy, actor, "edit", facts);
  if (actor.personId !== null) await repo.raiseSessionVersion(from, actor.personId);
}
