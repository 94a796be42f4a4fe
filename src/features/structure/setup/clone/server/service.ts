import { body } from "@/access/rules/structure";
import { participation } from "@/access/rules/marathon";
import type { Db } from "@/platform/db/client";
import type { Context } from "@/platform/trpc/context";
import { translate } from "@/platform/i18n/translator";
import { plainDateIn } from "@/shared/dates/zone";
import { announce } from "@/platform/events/outbox";
import { AppError } from "@/shared/errors/app-error";
import type { z } from "zod";
import { appointKnown, hasSuchPost, mayAppoint } from "../../../appointments/server/service";
import { findBodies } from "../../../chart/server/repo";
import en from "../../../messages/en.json" with { type: "json" };
import ru from "../../../messages/ru.json" with { type: "json" };
import { roundCopied } from "../../../events";
import { once, type Asker } from "../../../server/once";
import { findPlace, lockStructure } from "../../../server/repo";
import { authoriseInside, requireRound } from "../../../server/service";
import * as setup from "../../server/repo";
import type { Clone, clonedOutput, ConfirmCloneInput } from "../schema";
import * as repo from "./repo";

type Reader = Pick<Context, "db" | "actor" | "now">;

/** What the marathon before had, to begin the new one with. Null: there was none, or the new one has groups already. Throws 401, 403, 404. */
export async function readClone({ db, actor, now }: Reader, municipalityId: string): Promise<Clone | null> {
  const found = await prepare(db, { actor, now }, municipalityId);
  if (!found) return null;
  const { last, groups, links, posts } = found;
  return {
    from: last.name, hotline: { phone: last.phone, hours: last.hours }, groups: groups.map(({ id, name, directions }) => ({ id, name, directions })),
    organisations: new Set(links.map(({ organisationId }) => organisationId)).size,
    posts: posts.map(({ id, name, role, where }) => ({ id, name, role, where })),
  };
}

async function requireSetUp(db: Db, { actor, now }: Pick<Reader, "actor" | "now">, municipalityId: string) {
  const place = await findPlace(db, municipalityId, now);
  authoriseInside(participation, actor, "setUp", place && { municipalityId }, municipalityId);
  authoriseInside(body, actor, "manage", place && { municipalityId, id: municipalityId }, municipalityId);
  if (!place) throw AppError.notFound();
  return place;
}

async function prepare(db: Db, { actor, now }: Pick<Reader, "actor" | "now">, municipalityId: string) {
  const place = await requireSetUp(db, { actor, now }, municipalityId);
  const { round } = requireRound(place);
  const of = { municipalityId, marathonId: round.id };
  const last = await repo.findLast(db, municipalityId, round.id);
  const standing = await findBodies(db, municipalityId, round.id);
  if (!last || standing.some(({ kind }) => kind === "workingGroup")) return null;
  const [groups, links, all] = [await repo.findGroups(db, municipalityId, last), await repo.findLinks(db, municipalityId, last), await repo.findPosts(db, municipalityId, last)];
  if (groups.length === 0) return null;
  // right is looked at where the post was held: the new bodies are the same municipality's
  const posts: repo.LastPost[] = [];
  for (const post of all) if (post.unitId === null || (await mayAppoint(db, actor, post.role, post.unitId, now))) posts.push(post);
  return { of, last, groups, links, posts, today: plainDateIn(place.place.timeZone, now) };
}

/**
 * The confirmed clone: hotline, terms, bodies, groups with the directions of the same keys, links, and those of the proposed people whom the
 * asker kept. All or nothing. Throws as readClone, request.changedMeanwhile when the municipality has begun otherwise,
 * request.notFound for an appointment that was not proposed.
 */
export async function confirmClone(asker: Asker, input: ConfirmCloneInput): Promise<z.infer<typeof clonedOutput>> {
  return await once(asker, "confirmClone", input, async (db) => {
    const { municipalityId, appointmentIds } = input;
    // a stranger holds up nobody who works there
    await requireSetUp(db, asker, municipalityId);
    await lockStructure(db, municipalityId);
    const found = await prepare(db, asker, municipalityId);
    if (!found) throw new AppError("request.changedMeanwhile");
    const { of, last, groups, links, posts, today } = found;
    const kept = posts.filter(({ id }) => appointmentIds.includes(id));
    if (kept.length !== new Set(appointmentIds).size) throw AppError.notFound();
    const t = translate("ru", { ru: ru.bodyNames, en: en.bodyNames });
    await repo.copySettings(db, of, last, asker.now);
    await setup.ensureBodies(db, of, { coordinationGroup: t("coordinationGroup"), hotline: t("hotline") }, asker.now);
    const directions = await repo.findDirectionIds(db, of);
    const seats = new Map<string, string>();
    for (const { id, name, keys } of groups) seats.set(id, await setup.writeGroup(db, of, { groupId: null, name, directionIds: keys.flatMap((key) => directions.get(key) ?? []) }, asker.now));
    const wanted = links.flatMap(({ organisationId, bodyId }) => { const group = seats.get(bodyId); return group ? [{ organisationId, bodyId: group }] : []; });
    await repo.insertLinks(db, wanted, today, asker.now);
    const bodies = await findBodies(db, municipalityId, of.marathonId);
    let appointments = 0;
    for (const { personId, role, unitId, bodyId, bodyKind } of kept) {
      const seatId = unitId ?? (bodyKind === "workingGroup" ? seats.get(bodyId ?? "") : bodies.find(({ kind }) => kind === bodyKind)?.id);
      if (seatId === undefined || (await hasSuchPost(db, personId, role, seatId, asker.now))) continue;
      await appointKnown(db, asker, { role, seatId, personId });
      appointments += 1;
    }
    await announce(db, roundCopied, { marathonId: of.marathonId, fromId: last.id, municipalityId }, { at: asker.now, actorId: asker.actor.personId });
    return { groups: seats.size, links: wanted.length, appointments };
  });
}
