import type { Body, Direction, Marathon, Prisma } from "@/platform/db/client/client";
import { usualRegulation } from "@/features/regulation/rules";
import type { RegulationTerm } from "@/features/regulation/schema";
import { makeCountry } from "./make-municipality";
import { factoryNow, newId, nextNumber, type Db } from "./sequence";

type Overrides = Partial<Prisma.MarathonUncheckedCreateInput> & {
  /** keys of its directions; two by default */
  directionKeys?: readonly string[];
  /** municipalities taking part */
  municipalityIds?: readonly string[];
  /** terms other than the usual ones, in force since it was made */
  terms?: readonly (Pick<RegulationTerm, "subject" | "amount"> & Partial<RegulationTerm>)[];
};

/** A marathon that is being held at `factoryNow`, with directions and participations. */
export async function makeMarathon(db: Db, overrides: Overrides = {}): Promise<Marathon & { directions: Direction[] }> {
  const { directionKeys = ["housing", "landscaping"], municipalityIds = [], terms = [], ...own } = overrides;
  const number = nextNumber();
  const marathon = await db.marathon.create({
    data: {
      id: newId(), slug: `m${number}`, name: `Муниципальный диалог, круг ${number}`,
      scopeUnitId: own.scopeUnitId ?? (await makeCountry(db)).id,
      startsOn: new Date("2026-02-16"), endsOn: new Date("2026-03-31"), closingEndsOn: new Date("2026-04-30"), createdAt: factoryNow, ...own,
    },
  });
  const directions: Direction[] = [];
  for (const [index, key] of directionKeys.entries()) {
    directions.push(await db.direction.create({
      data: { id: newId(), marathonId: marathon.id, key, name: `Направление ${index + 1}`, nameEn: `Direction ${index + 1}`, position: index + 1 },
    }));
  }
  for (const municipalityId of municipalityIds) {
    await db.participation.create({ data: { marathonId: marathon.id, municipalityId, setUpAt: factoryNow } });
  }
  if (terms.length > 0) {
    const edition = await db.regulationEdition.create({ data: { id: newId(), marathonId: marathon.id, number: 1, startsAt: marathon.startsOn, setAt: marathon.startsOn } });
    await db.regulationTerm.createMany({ data: usualRegulation.map((term) => ({ editionId: edition.id, ...term, ...terms.find(({ subject }) => subject === term.subject) })) });
  }
  return { ...marathon, directions };
}

type BodyOverrides = Partial<Prisma.BodyUncheckedCreateInput> & {
  marathonId: string;
  municipalityId: string;
  /** what a working group owns */
  directionIds?: readonly string[];
};

/** A working group, unless `kind` says otherwise. */
export async function makeBody(db: Db, overrides: BodyOverrides): Promise<Body> {
  const { directionIds = [], ...own } = overrides;
  const body = await db.body.create({ data: { id: newId(), kind: "workingGroup", name: `Рабочая группа № ${nextNumber()}`, createdAt: factoryNow, ...own } });
  for (const directionId of directionIds) {
    await db.bodyDirection.create({ data: { bodyId: body.id, directionId, municipalityId: body.municipalityId } });
  }
  return body;
}
