import { createHmac } from "node:crypto";
import type { Actor } from "@/access/actor";
import { authorise, visible } from "@/access/policy";
import { initiative as policy } from "@/access/rules/initiative";
import { notify } from "@/features/messages/server/service";
import { recordAccess, writeLetter } from "@/features/people/server/service";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { env } from "@/platform/env";
import { translate } from "@/platform/i18n/translator";
import { defineLimit } from "@/platform/limits";
import type { Context } from "@/platform/trpc/context";
import { formatOneTimeCode, makeOneTimeCode, parseOneTimeCode, type OneTimeCode } from "@/shared/codes/one-time-code";
import { AppError } from "@/shared/errors/app-error";
import { fullName, publicName } from "@/shared/text/person-name";
import en from "../../messages/en.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };
import { findStanding } from "../../record/server/repo";
import { publicNumber } from "../../rules";
import { coAuthorLimits, type CoAuthored, type CoAuthors, type Invitation, type Invited, type InviteInput } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "now" | "locale">;

const guesses = defineLimit("co-author", { points: 10, seconds: 15 * 60, blockSeconds: 15 * 60 });
/** Letters to addresses that somebody types: a day's worth of one person. */
const letters = defineLimit("co-author-letters", { points: 40, seconds: 24 * 60 * 60 });
/** In these nobody's name is added any more. */
const over: readonly string[] = ["withdrawn", "merged"];

/**
 * The author asks somebody to be an author with them: by a letter, or by a code that is told. Nobody is shown or told before they have agreed.
 * Throws what `authorise` does, initiative.alreadyWithdrawn, .alreadyMerged, .tooManyCoAuthors, request.tooMany.
 */
export async function invite(asker: Asker, { number, id, email }: InviteInput, siteUrl: string): Promise<Invited> {
  const { actor, now, locale } = asker;
  const personId = requirePerson(actor);
  if (email !== null) {
    const seconds = await letters.take(personId);
    if (seconds !== null) throw AppError.tooMany(seconds);
  }
  return await transaction(async (db) => {
    const found = await takeOwn(db, actor, number);
    const code = codeOf(id);
    const listed = await repo.listInvitations(db, found.id);
    const expiresAt = listed.find((one) => one.id === id)?.expiresAt ?? new Date(now.getTime() + coAuthorLimits.days * 86_400_000);
    if (!listed.some((one) => one.id === id)) {
      if (over.includes(found.status)) throw new AppError(found.status === "merged" ? "initiative.alreadyMerged" : "initiative.alreadyWithdrawn");
      if (listed.filter((one) => one.state === "agreed" || (one.state === "invited" && one.expiresAt > now)).length >= coAuthorLimits.most) throw new AppError("initiative.tooManyCoAuthors", { count: coAuthorLimits.most });
      const isNew = await repo.insertInvitation(db, { id, initiativeId: found.id, email, codeHash: hashOf(code), invitedById: personId, invitedAt: now, expiresAt });
      // the id is another's invitation
      if (!isNew) throw AppError.notFound();
      if (email !== null) await writeInvitation(db, { email, locale, title: found.title, code, id }, siteUrl);
    }
    return { id, code: formatOneTimeCode(code), expiresAt };
  });
}

/** In what was typed nothing but the title and the code goes out: who asks, the invited sees after signing in. */
async function writeInvitation(db: Db, { email, locale, title, code, id }: { email: string; locale: "ru" | "en"; title: string; code: OneTimeCode; id: string }, siteUrl: string): Promise<void> {
  const t = translate(locale, { ru: ru.coAuthors, en: en.coAuthors });
  const href = `/co-author?code=${encodeURIComponent(formatOneTimeCode(code))}`;
  await writeLetter(db, { email, locale, familyName: "", givenName: "" }, { subject: t("letter.subject"), paragraphs: [t("letter.text", { title }), t("letter.code", { code: formatOneTimeCode(code), address: new URL("/co-author", siteUrl).toString(), days: coAuthorLimits.days }), t("letter.stranger")], action: { label: t("letter.action"), href } }, `co-author:${id}`);
}

/** What the author sees: who was asked, who has agreed. */
export async function listForAuthor(db: Db, { actor, now }: Pick<Asker, "actor" | "now">, number: number): Promise<CoAuthors> {
  const facts = await findStanding(db, number);
  authorise(policy, actor, "inviteAuthors", facts);
  const rows = await repo.listInvitations(db, String(facts.id));
  return {
    rows: rows.map(({ id, state, email, expiresAt, familyName, givenName, patronymic }) => ({
      id, state, expiresAt, email: state === "invited" ? email : null, isExpired: state === "invited" && expiresAt <= now,
      name: familyName === null ? null : fullName({ familyName, givenName: givenName ?? "", patronymic }),
    })),
    mayInvite: !over.includes(String(facts.status)),
  };
}

/** An invitation that nobody has answered yet works no more. Once it was answered nothing happens. */
export async function recall({ actor, now }: Asker, id: string): Promise<{ id: string }> {
  return await transaction(async (db) => {
    const found = await repo.findInvitation(db, id);
    const facts = found && (await findStanding(db, found.number));
    authorise(policy, actor, "inviteAuthors", facts);
    if (!found) throw AppError.notFound();
    await takeOwn(db, actor, found.number);
    if ((await repo.findInvitation(db, id))?.state === "invited") await repo.settle(db, id, { state: "recalled", personId: null }, now);
    return { id };
  });
}

/** What somebody with a code is asked: the words and who asks. Throws initiative.coAuthorCodeWrong, request.tooMany. */
export async function readInvitation({ actor, now }: Asker, typed: string): Promise<Invitation> {
  const personId = requirePerson(actor);
  return await guessed(personId, async () => await transaction(async (db) => {
    const found = await takeInvitation(db, typed, now);
    const words = found && (await repo.findWords(db, found.initiativeId));
    if (!found || !words) return null;
    const { slug, authorId, familyName, givenName, patronymic, ...rest } = words;
    if (authorId !== null) await recordAccess(db, { byId: personId, role: "person", personId: authorId, what: `initiative:${words.number}` }, now);
    return { ...rest, publicNumber: publicNumber(slug, words.number), author: familyName === null ? "" : fullName({ familyName, givenName: givenName ?? "", patronymic }) };
  }));
}

/**
 * The invited answers with their own, confirmed account. Answered the same again it is the same answer. Throws initiative.coAuthorCodeWrong,
 * .coAuthorAlready, .coAuthorSelf, person.notConfirmed, request.tooMany.
 */
export async function answer({ actor, now }: Asker, typed: string, agrees: boolean): Promise<{ number: number; agreed: boolean }> {
  const personId = requirePerson(actor);
  if (actor.assisting) throw new AppError("session.assisting", { name: actor.assisting.name });
  return await guessed(personId, async () => await transaction(async (db) => {
    const found = await takeInvitation(db, typed, now, personId);
    if (!found) return null;
    const { number, initiativeId, authorId } = found;
    if (found.state !== "invited") return { number, agreed: found.state === "agreed" };
    if (authorId === personId) throw new AppError("initiative.coAuthorSelf");
    if (agrees) {
      if (!(await repo.isConfirmed(db, personId))) throw new AppError("person.notConfirmed");
      if (await repo.hasAgreed(db, initiativeId, personId)) throw new AppError("initiative.coAuthorAlready");
      await repo.addAuthor(db, initiativeId, personId);
    }
    await repo.settle(db, found.id, { state: agrees ? "agreed" : "declined", personId: agrees ? personId : null }, now);
    const words = await repo.findWords(db, initiativeId);
    if (authorId !== null && words) await notify(db, { personId: authorId, kind: agrees ? "coAuthorAgreed" : "coAuthorDeclined", params: { number: publicNumber(words.slug, number), title: words.title }, href: `/my/${number}`, dedupeKey: `coAuthor:${found.id}`, at: now });
    return { number, agreed: agrees };
  }));
}

/** Whoever agreed may take their name back at any time: shown no more, told no more. */
export async function leave({ actor, now }: Asker, number: number): Promise<{ number: number }> {
  const personId = requirePerson(actor);
  return await transaction(async (db) => {
    const facts = await findStanding(db, number);
    authorise(policy, actor, "leaveAuthors", facts);
    const found = await repo.takeInitiative(db, number, visible(policy, actor, "leaveAuthors"));
    if (!found) throw AppError.notFound();
    await repo.removeAuthor(db, found.id, personId, now);
    return { number };
  });
}

export async function listCoAuthored(db: Db, actor: Actor): Promise<CoAuthored> {
  const personId = requirePerson(actor);
  return (await repo.listCoAuthored(db, personId, visible(policy, actor, "leaveAuthors"))).map(({ slug, ...row }) => ({ ...row, publicNumber: publicNumber(slug, row.number) }));
}

/** How many have agreed, and the names of those who consented to be named in public. */
export async function publicCoAuthors(db: Db, initiativeId: string): Promise<{ count: number; names: string[] }> {
  const rows = await repo.findNames(db, initiativeId);
  return { count: rows.length, names: rows.filter(({ isPublished }) => isPublished).map(publicName) };
}

/** All by name, for whoever may know the author: each look of staff is a line that the person can read. */
export async function namedCoAuthors(db: Db, look: { readonly byId: string; readonly role: string; readonly number: number }, initiativeId: string, now: Date): Promise<string[]> {
  const rows = await repo.findNames(db, initiativeId);
  for (const { personId } of rows) await recordAccess(db, { byId: look.byId, role: look.role, personId, what: `initiative:${look.number}` }, now);
  return rows.map((row) => fullName(row));
}

async function takeOwn(db: Db, actor: Actor, number: number): Promise<repo.StandingInitiative> {
  const facts = await findStanding(db, number);
  authorise(policy, actor, "inviteAuthors", facts);
  const found = await repo.takeInitiative(db, number, visible(policy, actor, "inviteAuthors"));
  if (!found) throw AppError.notFound();
  return found;
}

/** One that waits and is not too old; or the one that `answeredBy` has answered. */
async function takeInvitation(db: Db, typed: string, now: Date, answeredBy?: string): Promise<repo.StandingInvitation | null> {
  const code = parseOneTimeCode(typed);
  const found = code && (await repo.takeByCode(db, hashOf(code)));
  if (!found) return null;
  if (found.state === "invited") return found.expiresAt > now && !over.includes(found.status) ? found : null;
  return answeredBy !== undefined && found.personId === answeredBy && found.state === "agreed" ? found : null;
}

/** A code may be tried a few times; whoever has the right one has guessed nothing. */
async function guessed<T>(personId: string, work: () => Promise<T | null>): Promise<T> {
  const seconds = await guesses.take(personId);
  if (seconds !== null) throw AppError.tooMany(seconds);
  const found = await work();
  if (found === null) throw new AppError("initiative.coAuthorCodeWrong");
  await guesses.giveBack(personId);
  return found;
}

function requirePerson(actor: Actor): string {
  if (actor.personId === null) throw AppError.notSignedIn();
  return actor.personId;
}

/** The same for the same invitation: an answer that was lost on its way is given again. */
function codeOf(id: string): OneTimeCode {
  return makeOneTimeCode(createHmac("sha256", env.NEXTAUTH_SECRET).update(`co-author ${id}`).digest().subarray(0, 16));
}

function hashOf(code: OneTimeCode): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`co-author code ${code}`).digest("base64url");
}
