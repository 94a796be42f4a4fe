import type { Actor } from "@/access/actor";
import { actingRole, authorise, visible } from "@/access/policy";
import { draft as draftPolicy } from "@/access/rules/draft";
import { person as personPolicy } from "@/access/rules/person";
import type { Marathon } from "@/features/marathon/schema";
import { marathonFor, posterLink, publicMarathon } from "@/features/marathon/server/service";
import { recordListed } from "@/features/people/server/service";
import type { Db } from "@/platform/db/client";
import { AppError } from "@/shared/errors/app-error";
import { newId } from "@/shared/ids/id";
import { draftContent, type DraftContent } from "../../schema";
import type { Draft, DraftLine, MissingAuthor, Place, SaveOutcome } from "../schema";
import * as repo from "./repo";

/** As many as anybody could mean to write at a time; a machine that fills the table is stopped here. */
const mostDrafts = 100;

export interface StartRequest {
  readonly id: string;
  readonly posterCode?: string | undefined;
  readonly content: DraftContent;
}

/**
 * Begins a draft of the signed-in person or of a visitor (`actor.visitorHash`), with the place that a poster names.
 * The same id begins one draft. Throws marathon.notFound without a current marathon.
 */
export async function startDraft(db: Db, actor: Actor, { id, posterCode, content }: StartRequest, now: Date): Promise<Draft> {
  const mine = visible(draftPolicy, actor, "read");
  const owner = ownerOf(actor);
  // with somebody beside, what is begun is theirs: startDraftWith
  if (actor.assisting) authorise(draftPolicy, actor, "write", { ...owner, helperId: null });
  if ((await repo.countDrafts(db, mine)) >= mostDrafts) throw AppError.tooMany(3_600);
  const poster = posterCode === undefined ? null : await posterLink(db, posterCode);
  const placed = await prefill(db, content, poster, now);
  await repo.insertDraft(db, { ...owner, id, helperId: null, helperUnitId: null, posterLinkId: poster?.id ?? null, ...placed }, now);
  return await readDraft(db, actor, id, now);
}

/** A coordinator begins to word an initiative with a person. Throws what `authorise` does, marathon.municipalityAbsent. */
export async function startDraftWith(db: Db, actor: Actor, { id = newId(), personId, organisationId }: { id?: string; personId: string; organisationId: string }, now: Date): Promise<string> {
  const { marathon, municipalityId } = await requireHelp(db, actor, personId, organisationId, now);
  const joined = await repo.findJoinedPlace(db, marathon.id, personId);
  const content = draftContent.parse({ municipalityId, ...joined });
  await repo.insertDraft(db, { id, tokenHash: null, authorId: personId, helperId: actor.personId, helperUnitId: organisationId, posterLinkId: null, marathonId: marathon.id, content }, now);
  return await findBegun(db, actor, id);
}

/** May the asker help the person, in that organisation of his? Throws what `authorise` does, marathon.municipalityAbsent. */
async function requireHelp(db: Db, actor: Actor, personId: string, organisationId: string, now: Date) {
  const found = await repo.findPersonToHelp(db, personId);
  const municipalityId = await repo.findOrganisationPlace(db, organisationId);
  // the organisation is named by the asker: it must not lend its municipality to a stranger
  authorise(personPolicy, actor, "assist", found && { id: personId, ...found, municipalityId: null });
  authorise(personPolicy, actor, "registerAtDesk", { id: personId, ...found, registeredAtUnitId: municipalityId && organisationId, municipalityId });
  const marathon = municipalityId && (await marathonFor(db, municipalityId, now));
  if (!marathon) throw new AppError("marathon.municipalityAbsent");
  return { marathon, municipalityId };
}

/**
 * The words of a sheet that somebody has signed, for as long as they are submitted in the same transaction. Nothing is
 * kept of somebody who has not joined the marathon. Throws as startDraftWith.
 */
export async function insertSheetDraft(tx: Db, actor: Actor, { id, personId, organisationId, content }: { id: string; personId: string; organisationId: string; content: Omit<DraftContent, "municipalityId"> }, now: Date): Promise<{ marathon: Marathon; timeZone: string; isJoined: boolean }> {
  const { marathon, municipalityId } = await requireHelp(tx, actor, personId, organisationId, now);
  const isJoined = (await repo.findJoinedPlace(tx, marathon.id, personId)) !== null;
  if (isJoined) await repo.insertDraft(tx, { id, tokenHash: null, authorId: personId, helperId: actor.personId, helperUnitId: organisationId, posterLinkId: null, marathonId: marathon.id, content: { ...content, municipalityId } }, now);
  return { marathon, timeZone: await repo.findTimeZone(tx, municipalityId), isJoined };
}

/** The same id begins one draft; one that is another's is answered as none. */
async function findBegun(db: Db, actor: Actor, id: string): Promise<string> {
  const found = await repo.findDraft(db, id, visible(draftPolicy, actor, "list"), actor.personId);
  if (!found) throw refusal(actor);
  return found.id;
}

/** Whose words these are, if they open to the helper only with the author beside; null: nobody has to be. Another's draft is answered as none. */
export async function findMissingAuthor(db: Db, actor: Actor, id: string, now: Date): Promise<MissingAuthor | null> {
  const found = await repo.findDraft(db, id, visible(draftPolicy, actor, "list"), actor.personId);
  if (!found) throw refusal(actor);
  const { helped } = found;
  if (!helped?.byMe || helped.authorId === null || helped.authorId === actor.personId || helped.authorId === actor.assisting?.personId) return null;
  await logNames(db, actor, [found], now);
  return { personId: helped.authorId, name: helped.authorName };
}

/** Another's draft is answered as one that doesn't exist. */
export async function readDraft(db: Db, actor: Actor, id: string, now: Date): Promise<Draft> {
  const found = await repo.findDraft(db, id, visible(draftPolicy, actor, "read"), actor.personId);
  if (!found) throw refusal(actor);
  await logNames(db, actor, [found], now);
  return found;
}

/** Whoever words it with the author sees the name by right, yet leaves a line that the author can read. */
async function logNames(db: Db, actor: Actor, shown: readonly { readonly namedId: string | null }[], now: Date): Promise<void> {
  const { personId } = actor;
  const named = shown.flatMap(({ namedId }) => namedId ?? []);
  if (personId === null || named.length === 0) return;
  const role = actingRole(draftPolicy, actor, "list", { authorId: named[0] ?? null, helperId: personId, tokenHash: null }) ?? "person";
  await recordListed(db, { byId: personId, role, what: "draft" }, named, now);
}

/** The person's own, a visitor's, and those that the coordinator words with somebody; most recently written first. */
export async function listDrafts(db: Db, actor: Actor, now: Date): Promise<DraftLine[]> {
  const found = await repo.listDrafts(db, visible(draftPolicy, actor, "list"), actor.personId, mostDrafts);
  await logNames(db, actor, found, now);
  return found;
}

/** Last write wins only over the version that the writer had in front of them. */
export async function saveDraft(db: Db, actor: Actor, { id, version, content }: { id: string; version: number; content: DraftContent }, now: Date): Promise<SaveOutcome> {
  const may = visible(draftPolicy, actor, "write");
  const saved = await repo.updateDraft(db, id, version, content, await marathonOf(db, content, now), may, now);
  if (saved !== null) return { ok: true, version: saved, savedAt: now };
  const stored = await repo.findDraft(db, id, may, actor.personId);
  if (!stored) throw refusal(actor);
  // an answer that was lost on its way: what it was to write is there already
  if (stored.version === version + 1 && JSON.stringify(stored.content) === JSON.stringify(content)) return { ok: true, version: stored.version, savedAt: stored.updatedAt };
  await logNames(db, actor, [stored], now);
  return { ok: false, reason: "changedElsewhere", draft: stored };
}

export async function discardDraft(db: Db, actor: Actor, id: string): Promise<void> {
  if (!(await repo.deleteDraft(db, id, visible(draftPolicy, actor, "discard")))) throw refusal(actor);
}

/** What the visitor's token holds becomes the person's. Called after signing in; nothing to adopt is no mistake. */
export async function adoptDrafts(db: Db, actor: Actor): Promise<string[]> {
  if (actor.personId === null) throw AppError.notSignedIn();
  return await repo.adoptDrafts(db, actor.personId, visible(draftPolicy, actor, "adopt"));
}

function refusal(actor: Actor): AppError {
  return actor.personId === null ? AppError.notSignedIn() : AppError.notFound();
}

function ownerOf(actor: Actor): { authorId: string | null; tokenHash: string | null } {
  if (actor.personId === null && !actor.visitorHash) throw AppError.notSignedIn();
  return actor.personId === null ? { authorId: null, tokenHash: actor.visitorHash ?? null } : { authorId: actor.personId, tokenHash: null };
}

type Poster = Awaited<ReturnType<typeof posterLink>>;

/** What a new draft may begin with: the place and the organisation that the person named on joining. */
export async function suggestPlace(db: Db, actor: Actor, now: Date): Promise<Place | null> {
  const marathon = actor.personId === null ? null : await publicMarathon(db, now);
  return marathon && actor.personId !== null ? await repo.findJoinedPlace(db, marathon.id, actor.personId) : null;
}

async function prefill(db: Db, content: DraftContent, poster: Poster, now: Date): Promise<{ marathonId: string; content: DraftContent }> {
  const fromPoster = poster && content.municipalityId === null ? { ...content, municipalityId: poster.municipalityId, organisationId: poster.organisationId } : content;
  const marathonId = poster?.marathonId ?? (await marathonOf(db, fromPoster, now)) ?? (await publicMarathon(db, now))?.id;
  if (marathonId === undefined) throw new AppError("marathon.notFound");
  return { marathonId, content: fromPoster };
}

/** Of several marathons at a time, the one that the chosen municipality takes part in. */
async function marathonOf(db: Db, { municipalityId }: DraftContent, now: Date): Promise<string | null> {
  return municipalityId === null ? null : ((await marathonFor(db, municipalityId, now))?.id ?? null);
}
