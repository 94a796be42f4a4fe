import type { Actor } from "@/access/actor";
import { authorise, visible } from "@/access/policy";
import { accessLog } from "@/access/rules/message";
import { person as personPolicy } from "@/access/rules/person";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { AppError } from "@/shared/errors/app-error";
import type { Locale } from "@/shared/text/locale";
import { hidingChanged, nameConsentChanged } from "../../events";
import { requireDocument } from "../../server/joining";
import * as people from "../../server/repo";
import type { Account, Look, Me } from "../schema";
import * as repo from "./repo";

/** Looks shown: of a year of a busy person. */
const mostLooks = 200;

export async function readMe(db: Db, actor: Actor): Promise<Me> {
  const personId = requireSelf(actor, "read");
  const me = await repo.findMe(db, personId, actor.posts.map(({ appointmentId }) => appointmentId));
  if (!me) throw AppError.notSignedIn();
  return me;
}

export async function readAccount(db: Db, actor: Actor): Promise<Account> {
  const found = await repo.findAccount(db, requireSelf(actor, "read"));
  if (!found) throw AppError.notSignedIn();
  return { ...found, publishNameDocumentId: (await people.findCurrentDocument(db, "publishName"))?.id ?? null };
}

/** Gives or withdraws the consent to be named. Asked for what already is so, nothing happens. Throws consent.outdated. */
export async function setPublishName(actor: Actor, { agreed, documentId }: { agreed: boolean; documentId: string | null }, now: Date): Promise<void> {
  const personId = requireSelf(actor, "edit");
  await transaction(async (db) => {
    const current = await repo.findAccount(db, personId);
    if (!current) throw AppError.notSignedIn();
    if (current.publishesName === agreed) return;
    if (agreed) await people.insertConsent(db, { personId, documentId: await requireDocument(db, "publishName", documentId), channel: "self", recordedById: null, paperCase: null }, now);
    else await repo.withdrawConsents(db, personId, "publishName", now);
    await repo.showNameOnInitiatives(db, personId, agreed);
    await announce(db, nameConsentChanged, { personId, publishesName: agreed }, { at: now, actorId: personId });
  });
}

/**
 * «Не показывать моей организации»: counted there, shown there to nobody but who has helped (MODEL.md). Hiding takes along
 * what was put forward before; showing again begins with what is put forward next.
 */
export async function setHidden(actor: Actor, isHidden: boolean, now: Date): Promise<void> {
  const personId = requireSelf(actor, "edit");
  await transaction(async (db) => {
    await repo.setHiddenRegistrations(db, personId, isHidden);
    if (isHidden) await repo.hideInitiatives(db, personId);
    await announce(db, hidingChanged, { personId, isHidden }, { at: now, actorId: personId });
  });
}

export async function setLocale(db: Db, actor: Actor, locale: Locale): Promise<void> {
  await repo.setLocale(db, requireSelf(actor, "edit"), locale);
}

/** «Кто смотрел мои данные», newest first. */
export async function listLooks(db: Db, actor: Actor): Promise<Look[]> {
  requireSelf(actor, "read");
  return await repo.listLooks(db, visible(accessLog, actor, "read"), mostLooks);
}

/** Out: the asker's id. Throws request.notSignedIn. */
function requireSelf(actor: Actor, action: "read" | "edit"): string {
  authorise(personPolicy, actor, action, actor.personId === null ? null : { id: actor.personId, registeredById: null, registeredAtUnitId: null, municipalityId: null });
  if (actor.personId === null) throw AppError.notSignedIn();
  return actor.personId;
}
