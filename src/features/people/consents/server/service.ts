import type { Actor } from "@/access/actor";
import { authorise } from "@/access/policy";
import { consentDocument as documentPolicy } from "@/access/rules/consent-document";
import { person as personPolicy } from "@/access/rules/person";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { consentPublished } from "../../events";
import { consentPurposeField, type ConsentDocument } from "../../schema";
import { requireDocument } from "../../server/joining";
import * as people from "../../server/repo";
import { isAskedAnew } from "../rules";
import type { ConsentDesk, PublishConsentInput, SaveConsentDraftInput } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "visitor" | "now">;
const said = { ok: true } as const;

/** Drafts and every version there was, by purpose. */
export async function readDesk(db: Db, actor: Actor): Promise<ConsentDesk> {
  requireManager(actor);
  const [drafts, published] = [await repo.listDrafts(db), await repo.listPublished(db)];
  return consentPurposeField.options.map((purpose) => ({ purpose, draft: drafts.find((one) => one.purpose === purpose) ?? null, published: published.filter((one) => one.purpose === purpose) }));
}

/** Throws request.changedMeanwhile where somebody else has written since. */
export async function saveDraft(asker: Asker, { key, purpose, seen, ...draft }: SaveConsentDraftInput): Promise<{ version: number }> {
  const personId = requireManager(asker.actor);
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.saveConsentDraft", key, input: { purpose, seen, ...draft } }, async () => {
    await repo.lockPurpose(db, purpose);
    const standing = await repo.findDraft(db, purpose);
    if ((standing?.version ?? null) !== seen) throw new AppError("request.changedMeanwhile");
    const version = (seen ?? 0) + 1;
    await repo.saveDraft(db, purpose, draft, version, personId, asker.now);
    return { version };
  }));
}

/** The draft as it was looked at becomes the next version, for good. Throws request.changedMeanwhile, request.notFound without a draft. */
export async function publish(asker: Asker, { key, purpose, seen }: PublishConsentInput): Promise<{ version: number }> {
  const personId = requireManager(asker.actor);
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.publishConsent", key, input: { purpose, seen } }, async () => {
    await repo.lockPurpose(db, purpose);
    const draft = await repo.findDraft(db, purpose);
    if (!draft) throw AppError.notFound();
    if (draft.version !== seen) throw new AppError("request.changedMeanwhile");
    const version = await repo.publish(db, purpose, draft, personId, asker.now);
    await announce(db, consentPublished, { purpose, version }, { at: asker.now, actorId: personId });
    return { version };
  }));
}

/** What the person is asked about anew: the versions in force that say so. */
export async function listAsked(db: Db, actor: Actor): Promise<ConsentDocument[]> {
  const personId = requireSelf(actor, "read");
  const asked: ConsentDocument[] = [];
  for (const { purpose, agreed } of await repo.findAgreed(db, personId)) {
    if (!isAskedAnew(await repo.listVersions(db, purpose), agreed)) continue;
    const current = await people.findCurrentDocument(db, purpose);
    if (current) asked.push(current);
  }
  return asked;
}

/** Agrees to the version in force; an earlier consent stays in the history. Throws consent.outdated; request.invalid for a first consent to be named. */
export async function accept(asker: Asker, { key, documentId }: { key: string; documentId: string }): Promise<typeof said> {
  const personId = requireSelf(asker.actor, "edit");
  return await transaction(async (db) => await onceFor(db, { owner: ownerOf(asker), procedure: "people.acceptConsent", key, input: { documentId } }, async () => {
    const purpose = await repo.findPurpose(db, documentId);
    if (purpose === null) throw AppError.notFound();
    const agreed = (await repo.findAgreed(db, personId)).find((one) => one.purpose === purpose);
    // a first consent to be named shows the name: people.setPublishName does both
    if (!agreed && purpose !== "processing") throw AppError.invalid({ documentId: "field.invalid" });
    const current = await requireDocument(db, purpose, documentId);
    const newest = Math.max(...(await repo.listVersions(db, purpose)).map(({ version }) => version));
    if (!agreed || agreed.agreed < newest) await people.insertConsent(db, { personId, documentId: current, channel: "self", recordedById: null, paperCase: null }, asker.now);
    return said;
  }));
}

function requireManager(actor: Actor): string {
  authorise(documentPolicy, actor, "manage", {}, "manage");
  if (actor.personId === null) throw AppError.notSignedIn();
  return actor.personId;
}

function requireSelf(actor: Actor, action: "read" | "edit"): string {
  authorise(personPolicy, actor, action, actor.personId === null ? null : { id: actor.personId, registeredById: null, registeredAtUnitId: null, municipalityId: null });
  if (actor.personId === null) throw AppError.notSignedIn();
  return actor.personId;
}
