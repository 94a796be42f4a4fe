import type { Db } from "@/platform/db/client";

export async function writePassport(db: Db, municipalityId: string, passport: { nameGenitive: string | null; headTitle: string | null; timeZone?: string }): Promise<void> {
  await db.unit.update({ where: { id: municipalityId }, data: passport, select: { id: true } });
}
