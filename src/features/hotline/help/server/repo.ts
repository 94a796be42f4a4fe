import type { Db } from "@/platform/db/client";
import type { HelperPlace } from "../schema";

/**
 * Organisations of the municipality with who helps there now, by name. Whose posts they are is not even read: the page
 * is everybody's.
 */
export async function findPlaces(db: Db, municipalityId: string, now: Date): Promise<HelperPlace[]> {
  const rows = await db.unit.findMany({
    where: { municipalityId, kind: "organisation", endedAt: null },
    select: {
      id: true, shortName: true, address: true, phone: true,
      appointments: { where: { role: { in: ["coordinator", "executor"] }, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { role: true }, distinct: ["role"] },
    },
  });
  const collator = new Intl.Collator("ru", { numeric: true });
  return rows
    .map(({ shortName, appointments, ...row }) => {
      const roles = new Set<string>(appointments.map((one) => one.role));
      return { ...row, name: shortName, hasCoordinator: roles.has("coordinator"), hasExecutor: roles.has("executor") } satisfies HelperPlace;
    })
    .toSorted((a, b) => collator.compare(a.name, b.name));
}

export async function hasHotline(db: Db, marathonId: string, municipalityId: string): Promise<boolean> {
  return (await db.body.count({ where: { marathonId, municipalityId, kind: "hotline", endedAt: null } })) > 0;
}
