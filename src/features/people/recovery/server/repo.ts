import type { Db } from "@/platform/db/client";

/** Who holds a post of an administrator now and has proved this address. */
export async function findAdministrator(db: Db, email: string, now: Date): Promise<{ id: string } | null> {
  return await db.person.findFirst({
    where: {
      erasedAt: null, mergedIntoId: null, contacts: { some: { kind: "email", value: email, verifiedAt: { not: null } } },
      appointments: { some: { role: "administrator", startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } },
    },
    select: { id: true },
  });
}
