import { authorise } from "@/access/policy";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { person as personPolicy } from "@/access/rules/person";
import { spend } from "@/features/people/server/limits";
import { transaction } from "@/platform/db/transaction";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { countKept } from "./appeals";
import { dataTables } from "./registry";
import type { DataOverview, TakenOut } from "./schema";
import { subjectOf } from "./subject";
import type { DataTable } from "./table";
import { ownFiles } from "./tables/files";
import { leaveTrace } from "./trace";

export type Asker = Pick<Context, "db" | "actor" | "now">;

const told = (): (DataTable & Required<Pick<DataTable, "tell">>)[] => dataTables.filter((one): one is DataTable & Required<Pick<DataTable, "tell">> => one.tell !== undefined).toReversed();

/** Everything held about the asker (152-ФЗ ст. 14), part by part, the person first. Leaves a trace without a name. Throws request.tooMany. */
export async function takeOut({ actor, now }: Asker): Promise<TakenOut> {
  const personId = requireSelf(actor, "takeOut");
  await spend("takeOut", personId);
  return await transaction(async (db) => {
    const subject = await subjectOf(db, personId);
    const parts = [];
    for (const { table, tell } of told()) parts.push({ part: table, rows: [...(await tell(db, subject))] });
    const counts = Object.fromEntries(parts.map(({ part, rows }) => [part, rows.length]));
    return { ...(await leaveTrace(db, "takenOut", counts, null, now)), parts, files: await ownFiles(db, subject.ids) };
  }, { isolation: "RepeatableRead", timeout: 60_000 });
}

/** How much there is of which kind, and what becomes of it. */
export async function overview({ db, actor, now }: Asker): Promise<DataOverview> {
  const personId = requireSelf(actor, "takeOut");
  const subject = await subjectOf(db, personId);
  const parts = [];
  for (const { table, tell } of told()) parts.push({ part: table, count: (await tell(db, subject)).length });
  const mine = { authorId: { in: [...subject.ids] } };
  const [all, inPublic] = [await db.initiative.count({ where: mine }), await db.initiative.count({ where: { ...mine, status: { in: [...publicInitiativeStatuses] } } })];
  const kept = await countKept(db, subject.ids, publicInitiativeStatuses, now);
  return { parts, obstacle: await obstacleOf(db, subject.ids, now), publicInitiatives: inPublic, privateInitiatives: all - inPublic - (kept.all - kept.inPublic), keptAppeals: kept.all };
}

/** Work is handed over before its holder goes: a post that lasts stands in the way (staff.end hands it over). */
export async function obstacleOf(db: Asker["db"], ids: readonly string[], now: Date): Promise<DataOverview["obstacle"]> {
  const posts = await db.appointment.count({ where: { personId: { in: [...ids] }, AND: [{ OR: [{ endsAt: null }, { endsAt: { gt: now } }] }] } });
  if (posts > 0) return "holdsPost";
  return (await db.person.count({ where: { id: { in: [...ids] }, passwordHash: { not: null } } })) === 0 ? "noPassword" : null;
}

/** Out: the asker's id. Throws request.notSignedIn. */
export function requireSelf(actor: Asker["actor"], action: "takeOut" | "erase"): string {
  authorise(personPolicy, actor, action, actor.personId === null ? null : { id: actor.personId, registeredById: null, registeredAtUnitId: null, municipalityId: null });
  if (actor.personId === null) throw AppError.notSignedIn();
  return actor.personId;
}
