import type { Db } from "@/platform/db/client";
import type { PersonName } from "@/shared/text/person-name";

export interface NameOfPost {
  readonly name: PersonName;
  readonly position: string | null;
  readonly byHand: string | null;
}

/** Parts of the names of appointments that the asker was let to see, with what somebody wrote by hand. */
export async function findNames(db: Db, appointmentIds: readonly string[]): Promise<ReadonlyMap<string, NameOfPost>> {
  const rows = await db.appointment.findMany({ where: { id: { in: [...appointmentIds] } }, select: { id: true, nameAccusative: true, position: true, person: { select: { familyName: true, givenName: true, patronymic: true } } } });
  return new Map(rows.map(({ id, nameAccusative, position, person }) => [id, { name: person, position, byHand: nameAccusative }]));
}

interface Wording {
  readonly position: string | null;
  readonly whom: string | null;
}

/** Out: false when it is no longer as it was seen. */
export async function setWhom(db: Db, id: string, { position, whom }: Wording, seen: Wording): Promise<boolean> {
  const { count } = await db.appointment.updateMany({ where: { id, nameAccusative: seen.whom, position: seen.position }, data: { nameAccusative: whom, position } });
  return count === 1;
}
