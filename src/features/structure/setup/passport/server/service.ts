import { can } from "@/access/policy";
import { unit } from "@/access/rules/structure";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { done } from "../../../schema";
import { once, type Asker } from "../../../server/once";
import { findPlace, lockStructure } from "../../../server/repo";
import { authoriseInside } from "../../../server/service";
import type { Passport, SetPassportInput } from "../schema";
import * as repo from "./repo";

/** What stands of the municipality, for who manages it. Throws 401, 403, 404. */
export async function readPassport({ db, actor, now }: Pick<Context, "db" | "actor" | "now">, municipalityId: string): Promise<Passport> {
  const found = await findPlace(db, municipalityId, now);
  authoriseInside(unit, actor, "manage", found?.facts ?? null, municipalityId);
  if (!found) throw AppError.notFound();
  const { id, name, shortName, nameGenitive, timeZone } = found.place;
  return { place: { id, name, shortName }, nameGenitive, headTitle: found.headTitle, timeZone, maySetZone: can(unit, actor, "reform", found.facts) };
}

/** The words by who manages the municipality, the zone by an administrator alone. Throws 401, 403, 404; request.changedMeanwhile when somebody was first. */
export async function setPassport(asker: Asker, input: SetPassportInput): Promise<typeof done> {
  return await once(asker, "setPassport", input, async (db) => {
    const { municipalityId, timeZone, seen } = input;
    await lockStructure(db, municipalityId);
    const { maySetZone, ...standing } = await readPassport({ ...asker, db }, municipalityId);
    if (standing.nameGenitive !== seen.nameGenitive || standing.headTitle !== seen.headTitle || standing.timeZone !== seen.timeZone) throw new AppError("request.changedMeanwhile");
    const isOtherZone = timeZone !== standing.timeZone;
    if (isOtherZone && !maySetZone) throw AppError.forbidden();
    await repo.writePassport(db, municipalityId, { nameGenitive: input.nameGenitive || null, headTitle: input.headTitle || null, ...(isOtherZone ? { timeZone } : {}) });
    return done;
  });
}
