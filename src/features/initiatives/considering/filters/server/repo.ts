import type { Db } from "@/platform/db/client";
import { newId } from "@/shared/ids/id";
import { queueNarrowing, type QueueNarrowing } from "../../queue/schema";
import type { SavedFilter } from "../schema";

export async function findFilters(db: Db, personId: string): Promise<SavedFilter[]> {
  const rows = await db.savedFilter.findMany({ where: { personId }, select: { id: true, name: true, filter: true }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  // what an older version has saved and this one doesn't know is left out
  return rows.flatMap(({ filter, ...row }) => { const known = queueNarrowing.safeParse(filter); return known.success ? [{ ...row, filter: known.data }] : []; });
}

export async function saveFilter(db: Db, personId: string, name: string, filter: QueueNarrowing, at: Date): Promise<string> {
  const data = { filter: { ...filter } };
  const { id } = await db.savedFilter.upsert({ where: { personId_name: { personId, name } }, create: { id: newId(at), personId, name, at, ...data }, update: data, select: { id: true } });
  return id;
}

/** Out: false when the person has no such filter. */
export async function removeFilter(db: Db, personId: string, id: string): Promise<boolean> {
  return (await db.savedFilter.deleteMany({ where: { id, personId } })).count === 1;
}
