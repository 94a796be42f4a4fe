import { can } from "@/access/policy";
import { participation } from "@/access/rules/marathon";
import { body, unit } from "@/access/rules/structure";
import type { Db } from "@/platform/db/client";
import { announce } from "@/platform/events/outbox";
import type { Context } from "@/platform/trpc/context";
import { translate } from "@/platform/i18n/translator";
import { parsePhone } from "@/shared/codes/phone";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { readChart } from "../../chart/server/service";
import { municipalitySetUp } from "../../events";
import en from "../../messages/en.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };
import { done } from "../../schema";
import { once, type Asker } from "../../server/once";
import { findPlace, lockStructure } from "../../server/repo";
import { authoriseInside, requireRound } from "../../server/service";
import { isComplete, isSameSet } from "../rules";
import type { AddOrganisationInput, LinkOrganisationInput, SaveGroupInput, SetHotlineInput } from "../schema";
import * as repo from "./repo";

type SetupRight = "hotline" | "groups" | "organisations";

/** Loads, authorises, and lets nobody else change the municipality's structure until the end of the transaction. */
async function take(db: Db, { actor, now }: Asker, right: SetupRight, municipalityId: string) {
  // first, so that what is read then stands: the municipality may be moving
  await lockStructure(db, municipalityId);
  const found = await findPlace(db, municipalityId, now);
  if (right === "hotline") authoriseInside(participation, actor, "setUp", found && { municipalityId }, municipalityId);
  if (right === "groups") authoriseInside(body, actor, "manage", found && { municipalityId, id: municipalityId }, municipalityId);
  if (right === "organisations") authoriseInside(unit, actor, "manage", found?.facts ?? null, municipalityId);
  if (!found) throw AppError.notFound();
  const { round, place, facts, regionId } = requireRound(found);
  return { place, facts, regionId, today: plainDateIn(place.timeZone, now), of: { municipalityId, marathonId: round.id } };
}

/** Phone and hours of the hotline; with them the hotline and the coordination group begin. Throws request.changedMeanwhile. */
export async function setHotline(asker: Asker, input: SetHotlineInput): Promise<typeof done> {
  return await once(asker, "setHotline", input, async (db) => {
    await changeHotline(db, asker, input);
    return done;
  });
}

/** The same within somebody's transaction. */
export async function changeHotline(db: Db, asker: Asker, input: Omit<SetHotlineInput, "key">): Promise<void> {
  const { of } = await take(db, asker, "hotline", input.municipalityId);
  const standing = await repo.findHotline(db, of);
  if (!standing || standing.hotlinePhone !== input.seen.phone || standing.hotlineHours !== input.seen.hours) throw new AppError("request.changedMeanwhile");
  const phone = input.phone === standing.hotlinePhone ? input.phone : parsePhone(input.phone);
  if (phone === null) throw AppError.invalid({ phone: "field.phone" });
  await repo.setHotline(db, of, { hotlinePhone: phone, hotlineHours: input.hours });
  const t = translate("ru", { ru: ru.bodyNames, en: en.bodyNames });
  await repo.ensureBodies(db, of, { coordinationGroup: t("coordinationGroup"), hotline: t("hotline") }, asker.now);
}

/** A group with its directions; each direction has one group. Throws direction.alreadyOwned, request.changedMeanwhile. */
export async function saveGroup(asker: Asker, input: SaveGroupInput): Promise<{ groupId: string }> {
  return await once(asker, "saveGroup", input, async (db) => ({ groupId: await giveGroup(db, asker, input) }));
}

/** The same within somebody's transaction. */
export async function giveGroup(db: Db, asker: Asker, input: Omit<SaveGroupInput, "key">): Promise<string> {
  const { of } = await take(db, asker, "groups", input.municipalityId);
  const standing = input.groupId === null ? null : await repo.findGroup(db, of, input.groupId);
  if (input.groupId !== null && !standing) throw AppError.notFound();
  if (standing && (input.seen === null || standing.name !== input.seen.name || !isSameSet(standing.directionIds, input.seen.directionIds))) throw new AppError("request.changedMeanwhile");
  const own = await repo.findOwnDirections(db, of, input.directionIds);
  if (own.length !== input.directionIds.length) throw AppError.notFound();
  const other = await repo.findOtherOwner(db, input.municipalityId, input.directionIds, input.groupId);
  if (other) throw new AppError("direction.alreadyOwned", { group: other.group });
  return await repo.writeGroup(db, of, input, asker.now);
}

/** Closes a group that has no work and nobody appointed. Throws group.hasOpenWork. */
export async function endGroup(asker: Asker, input: { municipalityId: string; groupId: string; key: string }): Promise<typeof done> {
  return await once(asker, "endGroup", input, async (db) => {
    const { of, today } = await take(db, asker, "groups", input.municipalityId);
    if (!(await repo.findGroup(db, of, input.groupId))) throw AppError.notFound();
    if ((await repo.countGroupWork(db, input.groupId, asker.now)) > 0) throw new AppError("group.hasOpenWork");
    await repo.endGroup(db, input.groupId, today, asker.now);
    return done;
  });
}

/** An organisation of the municipality, linked to groups from today. Throws unit.nameTaken. */
export async function addOrganisation(asker: Asker, input: AddOrganisationInput): Promise<{ organisationId: string }> {
  return await once(asker, "addOrganisation", input, async (db) => {
    const { of, facts, regionId, today } = await take(db, asker, "organisations", input.municipalityId);
    if (await repo.hasOrganisationNamed(db, input.municipalityId, input.name)) throw new AppError("unit.nameTaken", undefined, { fields: { name: "unit.nameTaken" } });
    await requireOwnGroups(db, of, input.groupIds);
    const organisationId = await repo.insertOrganisation(db, {
      municipalityId: input.municipalityId, regionId, parentPath: facts.path, name: input.name, shortName: input.shortName || input.name, organisationKind: input.kind, address: input.address || null,
    }, asker.now);
    await repo.writeLinks(db, organisationId, [], input.groupIds, today, asker.now);
    return { organisationId };
  });
}

/** Which groups the organisation works with. Throws request.changedMeanwhile. */
export async function linkOrganisation(asker: Asker, input: LinkOrganisationInput): Promise<typeof done> {
  return await once(asker, "linkOrganisation", input, async (db) => {
    await giveLinks(db, asker, input);
    return done;
  });
}

/** The same within somebody's transaction. */
export async function giveLinks(db: Db, asker: Asker, input: Omit<LinkOrganisationInput, "key">): Promise<void> {
  const { of, today } = await take(db, asker, "organisations", input.municipalityId);
  if (!(await repo.findOrganisation(db, input.municipalityId, input.organisationId))) throw AppError.notFound();
  await requireOwnGroups(db, of, input.groupIds);
  const standing = await repo.findLinks(db, input.organisationId, of.marathonId, today);
  if (!isSameSet(standing, input.seen)) throw new AppError("request.changedMeanwhile");
  await repo.writeLinks(db, input.organisationId, standing, input.groupIds, today, asker.now);
}

/** A foreign child under one's own parent is the classic hole. */
async function requireOwnGroups(db: Db, of: { municipalityId: string; marathonId: string }, ids: readonly string[]): Promise<void> {
  if ((await repo.findOwnGroups(db, of, ids)).length !== ids.length) throw AppError.notFound();
}

/** The marathon's days and the municipality's own were looked at: the step is done. */
export async function checkDates(asker: Asker, input: { municipalityId: string; key: string }): Promise<typeof done> {
  return await once(asker, "checkDates", input, async (db) => {
    const { of } = await take(db, asker, "hotline", input.municipalityId);
    await repo.markDatesChecked(db, of, asker.now);
    return done;
  });
}

/** The municipality is set up: once, whoever presses again. Throws setup.incomplete. */
export async function finish(asker: Asker, input: { municipalityId: string; key: string }): Promise<typeof done> {
  return await once(asker, "finish", input, async (db) => {
    const { of } = await take(db, asker, "hotline", input.municipalityId);
    const { gaps, bodies } = await readChart({ ...asker, db } satisfies Pick<Context, "actor" | "now" | "db">, input.municipalityId);
    if (!isComplete(gaps, bodies.filter(({ kind }) => kind === "workingGroup").length)) throw new AppError("setup.incomplete");
    if (await repo.markSetUp(db, of, asker.now)) await announce(db, municipalitySetUp, of, { at: asker.now, actorId: asker.actor.personId });
    return done;
  });
}

/** May the asker set the municipality up? For the pages of the set-up. Throws 401, 403, 404. */
export async function requireSetUp({ db, actor, now }: Pick<Context, "db" | "actor" | "now">, municipalityId: string): Promise<void> {
  const found = await findPlace(db, municipalityId, now);
  if (found && can(participation, actor, "setUp", { municipalityId })) return;
  authoriseInside(participation, actor, "setUp", found && { municipalityId }, municipalityId);
}
