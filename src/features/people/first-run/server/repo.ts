import type { Db } from "@/platform/db/client";
import { executeSql, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";
import type { ConsentPurpose } from "../../schema";

/** The hash of the console's code while the installation has nobody; null once it has, or where no code was given out. */
export async function findCodeHash(db: Db): Promise<string | null> {
  const row = await db.installation.findUnique({ where: { id: "self" }, select: { firstRunCodeHash: true } });
  return row?.firstRunCodeHash && (await db.person.count({ take: 1 })) === 0 ? row.firstRunCodeHash : null;
}

/** Of two who begin at the same time one waits here. */
export async function lockInstallation(db: Db): Promise<void> {
  await executeSql(db, sql`select 1 from "Installation" where "id" = 'self' for update`);
}

export async function endFirstRun(db: Db): Promise<void> {
  await db.installation.update({ where: { id: "self" }, data: { firstRunCodeHash: null }, select: { id: true } });
}

/** The root of the tree, made if absent. Out: its id. */
export async function ensureCountry(db: Db, name: string, now: Date): Promise<string> {
  const standing = await db.unit.findFirst({ where: { kind: "country" }, select: { id: true } });
  if (standing) return standing.id;
  const id = newId(now);
  await db.unit.create({ data: { id, path: [id], kind: "country", name, shortName: name, timeZone: "Europe/Moscow", createdAt: now }, select: { id: true } });
  return id;
}

export async function appointAdministrator(db: Db, personId: string, unitId: string, now: Date): Promise<void> {
  await db.appointment.create({ data: { id: newId(now), personId, role: "administrator", unitId, startsAt: now, createdAt: now }, select: { id: true } });
}

/** The first version of a text of consent, if there is none yet. */
export async function ensureDocument(db: Db, document: { purpose: ConsentPurpose; title: string; text: string; operator: string }, now: Date): Promise<void> {
  await db.consentDocument.createMany({ data: { id: newId(now), version: 1, publishedAt: now, ...document }, skipDuplicates: true });
}
