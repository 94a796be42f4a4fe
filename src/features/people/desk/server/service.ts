import * as z from "zod";
import { postsOf, type Actor } from "@/access/actor";
import { actingRole, authorise, can, visible } from "@/access/policy";
import { person as personPolicy } from "@/access/rules/person";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { formatPhone, parsePhone } from "@/shared/codes/phone";
import { plainDateToUtc } from "@/shared/dates/plain-date";
import { AppError } from "@/shared/errors/app-error";
import { decodeCursor, toPage } from "@/shared/lists/cursor";
import { foldForComparison } from "@/shared/text/normalise";
import { fullName, type PersonName } from "@/shared/text/person-name";
import { legalToday, standingOf } from "../../age/rules";
import { isNamesake, tokenLife } from "../../rules";
import { checkPlace, join, requireDocument } from "../../server/joining";
import * as people from "../../server/repo";
import { recordListed } from "../../server/service";
import { makeSlipCode } from "../../server/tokens";
import { requireStackScan } from "../../stacks/server/service";
import type { DeskOutcome, DeskPerson, DeskPlace, DeskRegisterInput, Slip } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "visitor" | "now" | "locale">;

/** Where the asker may register people: the organisations of their posts, substitutes' after their own. */
export async function listPlaces(db: Db, actor: Actor): Promise<DeskPlace[]> {
  const ids = postsOf(actor, "coordinator", "executor").flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
  const places = await repo.findPlaces(db, ids);
  return places.filter(({ unitId, municipalityId }) => can(personPolicy, actor, "registerAtDesk", atDesk(unitId, municipalityId))).toSorted((a, b) => ids.indexOf(a.unitId) - ids.indexOf(b.unitId));
}

/**
 * Registers somebody who stands at the desk, by their signature on paper: confirmed in person, counted at once. A likely
 * double is said once and not written; the registrar may go on. Throws what `authorise` does, registration.tooYoung,
 * registration.representativeMissing, registration.municipalityAbsent, consent.outdated, consent.scanMissing.
 */
export async function registerAtDesk(asker: Asker, { key, ...input }: DeskRegisterInput): Promise<DeskOutcome> {
  const { actor } = asker;
  return await transaction(async (db) => {
    const [place] = await repo.findPlaces(db, [input.atUnitId]);
    authorise(personPolicy, actor, "registerAtDesk", place ? atDesk(place.unitId, place.municipalityId) : null);
    if (!place || actor.personId === null) throw AppError.notFound();
    const documents = async () => [await requireDocument(db, "processing", input.processingDocumentId), ...(input.publishNameDocumentId === null ? [] : [await requireDocument(db, "publishName", input.publishNameDocumentId)])];
    return await onceFor(db, { owner: ownerOf(asker), procedure: "people.registerAtDesk", key, input }, async () => await writeRegistration(db, asker, place, input, documents));
  });
}

/** The same once the caller has authorised it and sees to it that it is done once. In: the documents that were signed. Throws as registerAtDesk. */
export async function writeRegistration(db: Db, asker: Asker, { municipalityId }: DeskPlace, input: Omit<DeskRegisterInput, "key">, documents: () => Promise<readonly string[]>, id?: string): Promise<DeskOutcome> {
  const { actor, now } = asker;
  if (actor.personId === null) throw AppError.notSignedIn();
  checkAge(input, now);
  if (input.scanId !== null) await requireStackScan(db, actor, input.scanId, input.atUnitId);
  const marathonId = await checkPlace(db, { ...input, municipalityId }, now);
  const signed = await documents();
  if (!input.isAnother && input.phone !== null) {
    const known = await repo.findDouble(db, municipalityId, input, input.phone);
    if (known !== null) return { ok: false, reason: "possibleDouble", known: await whatMayBeSaid(db, actor, known, now) };
  }
  const personId = await insert(db, asker, input, actor.personId, signed, id);
  await join(db, { id: personId, isConfirmed: true, attribution: "coordinator" }, marathonId, { ...input, municipalityId }, { at: now, actorId: actor.personId });
  return { ok: true, personId };
}

async function insert(db: Db, { now, locale }: Asker, input: Omit<DeskRegisterInput, "key">, registrarId: string, documents: readonly string[], wishedId?: string): Promise<string> {
  const { familyName, givenName, patronymic, birthDate, atUnitId, phone } = input;
  const id = await people.insertPerson(db, { ...(wishedId ? { id: wishedId } : {}), familyName, givenName, patronymic, birthDate: birthDate && plainDateToUtc(birthDate), locale, assurance: "confirmedInPerson", passwordHash: null, registeredById: registrarId, registeredAtUnitId: atUnitId }, now);
  if (phone !== null) await people.insertContact(db, { personId: id, kind: "phone", value: phone, verifiedAt: null }, now);
  const { paperCase, scanId, representativeName, representativeCase } = input;
  for (const documentId of documents) await people.insertConsent(db, { personId: id, documentId, channel: "paper", recordedById: registrarId, paperCase: paperCase || null, scanId }, now);
  if (standingOf(birthDate, legalToday(now)) === "needsRepresentative") await people.insertRepresentativeConsent(db, { personId: id, representativeName, paperCase: representativeCase, recordedById: registrarId }, now);
  return id;
}

/** A slip with a new code; the one before works no more. Shown in this answer and kept nowhere but as a hash. */
export async function issueSlip({ actor, now }: Asker, personId: string, siteUrl: string): Promise<Slip> {
  return await transaction(async (db) => {
    const found = actor.personId === null ? null : await repo.findPerson(db, personId, visible(personPolicy, actor, "read"), actor.personId, now);
    authorise(personPolicy, actor, "issueSlip", found?.facts ?? null);
    if (!found || actor.personId === null) throw AppError.notFound();
    // a code in another's hands would open the rights of the post with the account
    if (found.isStaff) throw new AppError("slip.staff");
    const role = actingRole(personPolicy, actor, "issueSlip", found.facts) ?? "person";
    return await writeSlip(db, { personId, name: fullName(found.names), unitName: found.row.registeredAtName, municipalityId: found.facts.municipalityId }, { personId: actor.personId, role }, { now, siteUrl });
  });
}

export interface SlipFor {
  readonly personId: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly municipalityId: string | null;
}

/** The same once the caller has authorised it. forStaff: by whoever appointed them, having seen them. Throws slip.notNeeded. */
export async function writeSlip(db: Db, { personId, name, unitName, municipalityId }: SlipFor, by: { readonly personId: string; readonly role: string }, { now, siteUrl, forStaff = false }: { readonly now: Date; readonly siteUrl: string; readonly forStaff?: boolean }): Promise<Slip> {
  // by letter they set a password themselves; a slip would let another into an account that is no longer in their hands
  if (await people.findAddressee(db, personId)) throw new AppError("slip.notNeeded");
  await people.endTokens(db, personId, "slip", now);
  const { plain, hash } = makeSlipCode();
  const until = new Date(now.getTime() + tokenLife.slip);
  await people.insertToken(db, { personId, purpose: "slip", hash, expiresAt: until, createdById: by.personId, inPerson: forStaff }, now);
  await people.insertAccessLogEntry(db, { byId: by.personId, role: by.role, personId, what: "slip" }, now);
  const hotline = municipalityId === null ? null : await repo.findHotline(db, municipalityId);
  return {
    name, code: plain, address: new URL("/slip", siteUrl).toString(), until, unitName,
    municipalityName: hotline?.municipalityName ?? null, hotlinePhone: readable(hotline?.hotlinePhone ?? null), hotlineHours: hotline?.hotlineHours ?? null,
  };
}

/** One person, for whoever registered them; the look is written into the log that the person can read. */
export async function readPerson({ actor, now }: Asker, personId: string): Promise<DeskPerson> {
  return await transaction(async (db) => {
    const found = actor.personId === null ? null : await repo.findPerson(db, personId, visible(personPolicy, actor, "read"), actor.personId, now);
    authorise(personPolicy, actor, "read", found?.facts ?? null);
    if (!found || actor.personId === null) throw AppError.notFound();
    const role = actingRole(personPolicy, actor, "read", found.facts) ?? "person";
    if (actor.personId !== personId) await people.insertAccessLogEntry(db, { byId: actor.personId, role, personId, what: "record" }, now);
    return toOutput(actor, found);
  });
}

const positionSchema = z.object({ createdAt: z.string(), id: z.uuid() });

/** «Люди, которых я зарегистрировал», newest first. */
export async function listRegistered(db: Db, { actor, now }: Asker, { q = "", cursor, limit }: { q?: string | undefined; cursor?: string | null | undefined; limit: number }) {
  if (actor.personId === null) throw AppError.notSignedIn();
  const may = visible(personPolicy, actor, "assist");
  const after = cursor ? decodeCursor(positionSchema, cursor) : null;
  const found = await repo.listRegistered(db, actor.personId, may, { q, after, limit }, now);
  const page = toPage(found, limit, ({ row }) => ({ createdAt: row.createdAt.toISOString(), id: row.id }));
  const [first] = page.rows;
  if (first) await recordListed(db, { byId: actor.personId, role: actingRole(personPolicy, actor, "assist", first.facts) ?? "person", what: "list" }, page.rows.map(({ row }) => row.id), now);
  return { rows: page.rows.map((row) => toOutput(actor, row)), next: page.next, total: await repo.countRegistered(db, actor.personId, may, q) };
}

export interface AskedFor extends Required<PersonName> {
  /** E.164, or null */
  readonly phone: string | null;
}

export interface Match {
  /** the asker's own people of that name; those with the same phone first */
  readonly known: readonly { readonly id: string; readonly name: string; readonly phone: string | null }[];
  /** somebody of that name and phone whom another has registered: no more is said of them than was typed */
  readonly isKnownToOthers: boolean;
}

/** Who of many is known already, at the asker's organisation. Out: in the order of `asked`. Throws what `authorise` does. */
export async function matchPeople(db: Db, { actor, now }: Pick<Asker, "actor" | "now">, atUnitId: string, asked: readonly AskedFor[]): Promise<readonly Match[]> {
  const [place] = await repo.findPlaces(db, [atUnitId]);
  authorise(personPolicy, actor, "registerAtDesk", place ? atDesk(place.unitId, place.municipalityId) : null);
  if (!place || actor.personId === null) throw AppError.notFound();
  const may = visible(personPolicy, actor, "assist");
  const own = await repo.findNamed(db, actor.personId, asked.map(({ familyName }) => foldForComparison(familyName)), may);
  const phoned = await repo.findByPhones(db, place.municipalityId, asked.flatMap(({ phone }) => phone ?? []));
  const shown = new Set<string>();
  const matches = asked.map((one): Match => {
    const known = own.filter((row) => isNamesake(row, one)).toSorted((a, b) => Number(b.phone === one.phone) - Number(a.phone === one.phone));
    for (const { id } of known) shown.add(id);
    return {
      known: known.map(({ phone, ...row }) => ({ id: row.id, name: fullName(row), phone })),
      isKnownToOthers: phoned.some((row) => row.phone === one.phone && isNamesake(row, one) && !known.some(({ id }) => id === row.id)),
    };
  });
  await recordListed(db, { byId: actor.personId, role: actingRole(personPolicy, actor, "assist", { id: null, registeredById: actor.personId, registeredAtUnitId: atUnitId, municipalityId: place.municipalityId }) ?? "person", what: "list" }, [...shown], now);
  return matches;
}

function toOutput(actor: Actor, { row, facts, isStaff }: repo.DeskRow): DeskPerson {
  return { ...row, mayIssueSlip: !isStaff && can(personPolicy, actor, "issueSlip", facts), mayAssist: can(personPolicy, actor, "assist", facts) };
}

/** As it is said aloud; what is no number stays as it was written. */
function readable(phone: string | null): string | null {
  const parsed = phone === null ? null : parsePhone(phone);
  return parsed === null ? phone : formatPhone(parsed);
}

function atDesk(unitId: string, municipalityId: string) {
  return { id: null, registeredById: null, registeredAtUnitId: unitId, municipalityId };
}

/** Whoever is known to the registrar is named; of others he learns no more than he has typed himself. */
async function whatMayBeSaid(db: Db, actor: Actor, id: string, now: Date): Promise<{ id: string; name: string } | null> {
  const found = actor.personId === null ? null : await repo.findPerson(db, id, visible(personPolicy, actor, "read"), actor.personId, now);
  return found && { id, name: found.row.name };
}

function checkAge({ birthDate, representativeName, representativeCase }: Pick<DeskRegisterInput, "birthDate" | "representativeName" | "representativeCase">, now: Date): void {
  const standing = standingOf(birthDate, legalToday(now));
  if (standing === "tooYoung") throw new AppError("registration.tooYoung", undefined, { fields: { birthDate: "registration.tooYoung" } });
  const missing = Object.entries({ representativeName, representativeCase }).filter(([, said]) => said === "").map(([field]) => [field, "registration.representativeMissing"]);
  if (standing === "needsRepresentative" && missing.length > 0) throw new AppError("registration.representativeMissing", undefined, { fields: Object.fromEntries(missing) });
}
