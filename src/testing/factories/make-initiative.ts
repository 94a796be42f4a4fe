import type { Initiative, Prisma } from "@/platform/db/client/client";
import { makePerson } from "./make-person";
import { factoryNow, newId, nextNumber, type Db } from "./sequence";

type Overrides = Partial<Prisma.InitiativeUncheckedCreateInput> & { marathonId: string; municipalityId: string; directionId: string };

/**
 * A submitted initiative of a new person, considered by the group that owns the direction, if there is one.
 * No ledger row is written: figures are the features' business.
 */
export async function makeInitiative(db: Db, overrides: Overrides): Promise<Initiative> {
  const { municipalityId, directionId } = overrides;
  const owner = await db.bodyDirection.findUnique({ where: { municipalityId_directionId: { municipalityId, directionId } } });
  const authorId = overrides.authorId === undefined ? (await makePerson(db)).id : overrides.authorId;
  const submittedAt = overrides.submittedAt ?? factoryNow;
  const number = nextNumber();
  const initiative = await db.initiative.create({
    data: {
      id: newId(), consideringId: owner?.bodyId ?? null, initiatorKind: "other", title: `Осветить улицу № ${number}`,
      essence: "Вечером на улице темно, дети идут из школы по проезжей части.", expectedResult: "Фонари горят вдоль всей улицы.",
      placeText: "ул. Мира", status: "submitted", submittedAt, updatedAt: submittedAt, ...overrides, authorId,
    },
  });
  await db.initiativeEvent.create({
    data: { id: newId(), initiativeId: initiative.id, kind: "submitted", visibility: "public", byId: authorId, toStatus: "submitted", at: submittedAt },
  });
  return initiative;
}
