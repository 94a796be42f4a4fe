import { rolesWithPersonalData, seesPersonalData } from "@/access/explain";
import { actingRole, canSomewhere, visible } from "@/access/policy";
import { roles } from "@/access/roles";
import { appointment as policy } from "@/access/rules/structure";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { decodeCursor, encodeCursor } from "@/shared/lists/cursor";
import type * as z from "zod";
import { positionField } from "../cursor";
import { needsAct } from "../../rules";
import { structureLimits } from "../../schema";
import { findPlace } from "../../server/repo";
import { authoriseInside, myMunicipalities } from "../../server/service";
import { rightsTable } from "../table";
import type { Right, RightsWish, rightsInput, rightsOutput, rightsTablesOutput } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "db" | "actor" | "now" | "locale">;

/** A file holds at most so many rows. */
const exported = 50_000;

async function requireReview({ db, actor, now }: Pick<Asker, "db" | "actor" | "now">, municipalityId: string | null): Promise<void> {
  if (municipalityId === null) {
    if (canSomewhere(policy, actor, "review")) return;
    throw actor.personId === null ? AppError.notSignedIn() : AppError.notFound();
  }
  const found = await findPlace(db, municipalityId, now);
  authoriseInside(policy, actor, "review", found && { personId: null, unitId: municipalityId, municipalityId, linkedBodyIds: [], role: "head" }, municipalityId);
}

async function read(asker: Asker, wish: RightsWish, after: readonly [string, string] | null, limit: number) {
  const { db, actor, now } = asker;
  await requireReview(asker, wish.municipalityId);
  const withNames = wish.reason !== null;
  const query = { municipalityId: wish.municipalityId, q: wish.q.trim(), filter: wish.filter, withNames, personalRoles: rolesWithPersonalData, actRoles: roles.filter(needsAct) };
  const [review, reading] = [visible(policy, actor, "review"), visible(policy, actor, "read")];
  const found = await repo.findRights(db, review, reading, { ...query, after, limit: limit + 1 }, now);
  const shown = found.slice(0, limit);
  const looked = [...new Set(shown.filter(({ isReadable }) => !isReadable).map(({ personId }) => personId))];
  if (withNames && actor.personId !== null && looked.length > 0) {
    const role = actingRole(policy, actor, "review", { personId: null, unitId: null, municipalityId: wish.municipalityId, linkedBodyIds: [], role: "head" });
    await repo.insertLooks(db, looked, { byId: actor.personId, role: role ?? "person", what: `rights:${wish.reason ?? ""}` }, now);
  }
  return { found, shown, withNames, counts: await repo.countRights(db, review, reading, query, now), last: shown.at(-1) };
}

function toRight({ personId: _, isReadable, sortKey: __, actKind, actNumber, actDate, name, appointedBy, ...row }: repo.FoundRight, withNames: boolean): Right {
  const isShown = isReadable || withNames;
  return { ...row, mayOpen: isReadable, name: isShown ? name : null, appointedBy: isShown ? appointedBy : null, act: { kind: actKind, number: actNumber, date: actDate }, seesPersonalData: seesPersonalData(row.role) };
}

/** Who holds which right now, through what, since when, by which act. Throws 401, 403, 404. */
export async function listRights(asker: Asker, { cursor, ...wish }: z.infer<typeof rightsInput>): Promise<z.infer<typeof rightsOutput>> {
  const limit = structureLimits.staffPage;
  const { found, shown, withNames, counts, last } = await read(asker, wish, cursor ? decodeCursor(positionField, cursor) : null, limit);
  return {
    rows: shown.map((row) => toRight(row, withNames)), ...counts, hasHiddenNames: !withNames && shown.some(({ isReadable }) => !isReadable),
    next: found.length > limit && last ? encodeCursor([last.sortKey, last.appointmentId]) : null, places: await myMunicipalities(asker.db, asker.actor),
  };
}

/** The same as a table, with what each right lets its holder do, in words. Throws as `listRights`. */
export async function exportRights(asker: Asker, wish: RightsWish): Promise<z.infer<typeof rightsTablesOutput>> {
  const { shown, withNames } = await read(asker, wish, null, exported);
  return rightsTable(shown.map((row) => toRight(row, withNames)), asker.locale, asker.now);
}
