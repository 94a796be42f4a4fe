import type { Db } from "@/platform/db/client";
import type { PersonName } from "@/shared/text/person-name";

export interface NameOfPost {
  readonly name: PersonName;
  readonly byHand: string | null;
}

/** Parts of the names of appointments that the asker was let to see, with what somebody wrote by hand. */
export async function findNames(db: Db, appointmentIds: readonly string[]): Promise<ReadonlyMap<string, NameOfPost>> {
  const rows = await db.appointment.findMany({ where: { id: { in: [...appointmentIds] } }, select: { id: true, nameAccusative: true, person: { select: { familyName: true, givenName: true, patronymic: true } } } });
  return new Map(rows.map(({ id, nameAccusative, person }) => [id, { name: person, byHand: nameAccusative }]));
}

/** Out: false when it is no longer as it was seen. */
export async function setWhom(db: Db, id: string, whom: string | null, seen: string | null): Promise<boolean> {
  const { count } = await db.appointment.updateMany({ where: { id, nameAccusative: seen }, data: { nameAccusative: whom } });
  return count === 1;
}
