import type { Actor } from "@/access/actor";
import { transaction } from "@/platform/db/transaction";
import { plainDateIn, startOfDayIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { lockId } from "../../drafts/server/repo";
import { insertSheetDraft } from "../../drafts/server/service";
import type { SubmitOutcome } from "../../submission/schema";
import { findSubmitted, submitSheet } from "../../submission/server/service";
import { isSheetDay } from "../rules";
import type { TakeSheetInput } from "../schema";

/**
 * Types in one sheet of a stack: the person stays the author, the asker is who helped, and the initiative is submitted at once. Sent
 * again, the same sheet gives the same number. Nothing half stays: a refusal leaves no draft. Throws what `authorise` does,
 * initiative.draftIncomplete (with fields), marathon.notStarted, .closed, .municipalityAbsent, person.notConfirmed.
 */
export async function takeSheet(actor: Actor, { id, atUnitId, personId, takenOn, paperCase, content }: TakeSheetInput, now: Date): Promise<SubmitOutcome> {
  return await transaction(async (tx) => {
    await lockId(tx, id);
    const before = await findSubmitted(tx, actor, id);
    if (before) return before;
    const words = { ...content, hiddenFromOrganisation: false, collective: false };
    const { marathonId, timeZone, isJoined } = await insertSheetDraft(tx, actor, { id, personId, organisationId: atUnitId, content: words }, now);
    if (!isSheetDay(takenOn, plainDateIn(timeZone, now))) throw new AppError("initiative.draftIncomplete", undefined, { fields: { takenOn: "field.date" } });
    if (!isJoined) return { ok: false, reason: "notJoined", marathonId };
    return await submitSheet(tx, actor, { draftId: id, version: 1 }, { takenAt: startOfDayIn(timeZone, takenOn), paperCase }, now);
  });
}
