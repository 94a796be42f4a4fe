import type { Actor } from "@/access/actor";
import { authorise } from "@/access/policy";
import { person as personPolicy } from "@/access/rules/person";
import type { Marathon } from "@/features/marathon/schema";
import { marathonFor, organisationPoster } from "@/features/marathon/server/service";
import { requireStackScan } from "@/features/people/stacks/server/service";
import { boundedTaken } from "@/features/people/trips/rules";
import { tripOf } from "@/features/people/trips/server/service";
import { translate } from "@/platform/i18n/translator";
import { qrPath } from "@/platform/qr";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { plainDateIn, startOfDayIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { findOrganisationPlace, lockId } from "../../drafts/server/repo";
import { insertSheetDraft } from "../../drafts/server/service";
import type { SheetOutcome } from "../../submission/schema";
import { findLateBefore, findSubmitted, findTaken, submitSheet, type Sheet } from "../../submission/server/service";
import { isSheetDay } from "../rules";
import en from "../../messages/en.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };
import type { BlankSheet, TakeOnTripInput, TakeSheetInput } from "../schema";

/**
 * Types in one sheet of a stack: the person stays the author, the asker is who helped, and the initiative is submitted at once. Sent
 * again, the same sheet gives the same number. Nothing half stays: a refusal leaves no draft. What was written in time and comes
 * after the collection waits for the responsible person. Throws what `authorise` does, initiative.draftIncomplete (with fields),
 * initiative.sheetTaken by a colleague, consent.scanMissing, marathon.notStarted, .closed, .municipalityAbsent, person.notConfirmed.
 */
export async function takeSheet(actor: Actor, { takenOn, ...sheet }: TakeSheetInput, now: Date): Promise<SheetOutcome> {
  return await transaction(async (tx) => await takeDown(tx, actor, sheet, ({ marathon, timeZone }) => {
    if (!isSheetDay(takenOn, plainDateIn(timeZone, now))) throw new AppError("initiative.draftIncomplete", undefined, { fields: { takenOn: "field.date" } });
    return { takenAt: startOfDayIn(timeZone, takenOn), isInTime: takenOn <= marathon.endsOn };
  }, now));
}

/**
 * One initiative that was taken down on a trip. «Принято на месте» is what the device's clock said, within the trip; in time is what
 * was prepared for in time. Throws as takeSheet, and trip.another.
 */
export async function takeOnTrip(actor: Actor, { tripId, takenAt, ...sheet }: TakeOnTripInput, now: Date): Promise<SheetOutcome> {
  return await transaction(async (tx) => {
    const { unitId, preparedAt } = await tripOf(tx, actor, tripId);
    return await takeDown(tx, actor, { ...sheet, scanId: null, atUnitId: unitId }, ({ marathon, timeZone }) => ({
      takenAt: boundedTaken(takenAt, preparedAt, now), isInTime: plainDateIn(timeZone, preparedAt) <= marathon.endsOn,
    }), now);
  });
}

type TakenWhen = (at: { readonly marathon: Marathon; readonly timeZone: string }) => Pick<Sheet, "takenAt" | "isInTime">;

/** The words of one signed sheet, whenever they were taken down. Throws as takeSheet. */
export async function takeDown(tx: Db, actor: Actor, { id, atUnitId, personId, paperCase, scanId, content }: Omit<TakeSheetInput, "takenOn">, when: TakenWhen, now: Date): Promise<SheetOutcome> {
  await lockId(tx, id);
  const before = (await findSubmitted(tx, actor, id)) ?? (await findLateBefore(tx, actor, id));
  if (before) return before;
  if ((await findTaken(tx, actor, [id])).size > 0) throw new AppError("initiative.sheetTaken");
  if (scanId !== null) await requireStackScan(tx, actor, scanId, atUnitId);
  const words = { ...content, hiddenFromOrganisation: false, collective: false };
  const { marathon, timeZone, isJoined } = await insertSheetDraft(tx, actor, { id, personId, organisationId: atUnitId, content: words }, now);
  const taken = when({ marathon, timeZone });
  if (!isJoined) return { ok: false, reason: "notJoined", marathonId: marathon.id };
  return await submitSheet(tx, actor, { draftId: id, version: 1 }, { ...taken, paperCase: paperCase || null, scanId }, now);
}

/**
 * What a blank sheet of the organisation carries: the short link by which one can write oneself, as on its posters, and the address
 * of the consent's text. Throws what `authorise` does, marathon.municipalityAbsent.
 */
export async function blankSheet(actor: Actor, atUnitId: string, siteUrl: string, now: Date): Promise<BlankSheet> {
  return await transaction(async (tx) => {
    const municipalityId = await findOrganisationPlace(tx, atUnitId);
    authorise(personPolicy, actor, "registerAtDesk", municipalityId === null ? null : { id: null, registeredById: null, registeredAtUnitId: atUnitId, municipalityId });
    const marathon = municipalityId === null ? null : await marathonFor(tx, municipalityId, now);
    if (municipalityId === null || marathon === null || actor.personId === null) throw new AppError("marathon.municipalityAbsent");
    const label = translate("ru", { ru: ru.paper, en: en.paper })("form.posterLabel");
    const code = await organisationPoster(tx, { marathonId: marathon.id, municipalityId, organisationId: atUnitId, label, createdById: actor.personId }, now);
    const address = new URL(`/p/${code}`, siteUrl).toString();
    return { marathonName: marathon.name, address, qr: qrPath(address), consentAddress: new URL("/consents/processing", siteUrl).toString() };
  });
}
