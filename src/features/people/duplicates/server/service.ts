import type { Actor } from "@/access/actor";
import { actingRole, authorise, visible } from "@/access/policy";
import { person as personPolicy } from "@/access/rules/person";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { onceFor, ownerOf } from "@/platform/idempotency";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { fullName } from "@/shared/text/person-name";
import * as people from "../../server/repo";
import { recordListed } from "../../server/service";
import { compare, isCandidate, suggestSurvivor } from "../rules";
import type { Duplicates, Pair } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "now" | "visitor">;
type Two = { readonly oneId: string; readonly otherId: string };

const most = { pairs: 1_000, shown: 100, merged: 50 } as const;

/** Pairs that may be one person among those whom the asker may merge, likeliest first, and what was merged before. */
export async function listDuplicates(db: Db, actor: Actor, now: Date): Promise<Duplicates> {
  const may = visible(personPolicy, actor, "merge");
  const pairs = await repo.findPairs(db, may, most.pairs);
  const cards = await repo.findCards(db, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  const found = pairs.flatMap(({ a, b }) => {
    const [one, other] = [cards.get(a), cards.get(b)];
    const likeness = one && other ? compare(one, other) : null;
    return one && other && likeness && isCandidate(likeness) ? [{ oneId: a, otherId: b, oneName: fullName(one), otherName: fullName(other), ...likeness }] : [];
  });
  const candidates = found.toSorted((a, b) => b.score - a.score).slice(0, most.shown).map(({ score: _score, reasons, ...pair }) => ({ ...pair, reasons: [...reasons] }));
  const merged = await repo.listMerged(db, may, most.merged);
  await logListed(db, actor, [...candidates.flatMap(({ oneId, otherId }) => [oneId, otherId]), ...merged.map(({ survivorId }) => survivorId)], now);
  return { candidates, hasMore: found.length > most.shown || pairs.length === most.pairs, merged };
}

/** The two side by side; each of them can read that they were looked at. Throws what `authorise` does, person.alreadyMerged. */
export async function readPair({ actor, now }: Pick<Context, "actor" | "now">, two: Two): Promise<Pair> {
  return await transaction(async (db) => {
    const byId = (await requireMergeable(db, actor, two)).actorId;
    const [one, other] = [await repo.findRecord(db, two.oneId), await repo.findRecord(db, two.otherId)];
    const cards = await repo.findCards(db, [two.oneId, two.otherId]);
    const [a, b] = [cards.get(two.oneId), cards.get(two.otherId)];
    if (!one || !other || !a || !b) throw new AppError("person.alreadyMerged");
    for (const { id } of [one, other]) await logLook(db, actor, byId, id, "record", now);
    return { one, other, reasons: [...compare(a, b).reasons], survivorId: suggestSurvivor(repo.standingOfRecord(one), repo.standingOfRecord(other)) };
  });
}

/** «Разные люди»: the pair is not proposed again, to nobody. */
export async function keepApart(asker: Asker, { key, ...two }: Two & { key: string }): Promise<{ ok: true }> {
  return await transaction(async (db) => {
    const { actorId } = await requireMergeable(db, asker.actor, two);
    return await onceFor(db, { owner: ownerOf(asker), procedure: "people.duplicates.keepApart", key, input: two }, async () => {
      await repo.keepApart(db, two.oneId, two.otherId, actorId, asker.now);
      return { ok: true as const };
    });
  });
}

/** Both must be the asker's to merge. Throws what `authorise` does, person.mergeWithSelf, person.mergeOwn. */
export async function requireMergeable(db: Db, actor: Actor, { oneId, otherId }: Two): Promise<{ actorId: string; one: repo.Known; other: repo.Known }> {
  const [one, other] = [await repo.findKnown(db, oneId), await repo.findKnown(db, otherId)];
  authorise(personPolicy, actor, "merge", one?.facts ?? null);
  authorise(personPolicy, actor, "merge", other?.facts ?? null);
  if (!one || !other || actor.personId === null) throw AppError.notFound();
  if (oneId === otherId) throw new AppError("person.mergeWithSelf");
  if (oneId === actor.personId || otherId === actor.personId) throw new AppError("person.mergeOwn");
  return { actorId: actor.personId, one, other };
}

async function logListed(db: Db, actor: Actor, personIds: readonly string[], now: Date): Promise<void> {
  const [first] = personIds;
  if (first === undefined || actor.personId === null) return;
  const known = await repo.findKnown(db, first);
  await recordListed(db, { byId: actor.personId, role: (known && actingRole(personPolicy, actor, "merge", known.facts)) ?? "person", what: "list" }, personIds, now);
}

export async function logLook(db: Db, actor: Actor, byId: string, personId: string, what: "record" | "merged", now: Date): Promise<void> {
  const known = await repo.findKnown(db, personId);
  const role = known && actingRole(personPolicy, actor, "merge", known.facts);
  await people.insertAccessLogEntry(db, { byId, role: role ?? "person", personId, what }, now);
}
