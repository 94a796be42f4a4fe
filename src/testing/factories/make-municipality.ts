import type { Prisma, Unit } from "@/platform/db/client/client";
import { newId, nextNumber, type Db } from "./sequence";

type Overrides = Partial<Prisma.UnitUncheckedCreateInput>;

/** The root of the tree; one in a database. */
export async function makeCountry(db: Db, overrides: Overrides = {}): Promise<Unit> {
  const standing = await db.unit.findFirst({ where: { kind: "country" } });
  if (standing) return standing;
  const id = overrides.id ?? newId();
  return db.unit.create({ data: { id, kind: "country", name: "Россия", shortName: "Россия", timeZone: "Europe/Moscow", path: [id], ...overrides } });
}

export async function makeRegion(db: Db, overrides: Overrides = {}): Promise<Unit> {
  const parent = await makeCountry(db);
  const id = overrides.id ?? newId();
  const name = overrides.name ?? `Область № ${nextNumber()}`;
  return db.unit.create({
    data: { id, kind: "region", name, shortName: name, parentId: parent.id, regionId: id, timeZone: "Europe/Kirov", path: [...parent.path, id], ...overrides },
  });
}

/** A municipality in a region of its own, or under `parentId`: a region, or a район for a поселение. */
export async function makeMunicipality(db: Db, overrides: Overrides = {}): Promise<Unit> {
  const parent = overrides.parentId
    ? await db.unit.findUniqueOrThrow({ where: { id: overrides.parentId } })
    : await makeRegion(db);
  const id = overrides.id ?? newId();
  const number = nextNumber();
  const name = overrides.name ?? `Муниципальный район № ${number}`;
  return db.unit.create({
    data: {
      id, kind: "municipality", name, shortName: name, parentId: parent.id, municipalityId: id, regionId: parent.regionId,
      municipalityKind: "municipalDistrict", oktmo: String(33_000_000 + number), timeZone: parent.timeZone ?? "Europe/Kirov",
      population: 20_000, headTitle: "глава района", path: [...parent.path, id], ...overrides,
    },
  });
}

/** A school in a municipality; `municipalityId` is taken from the parent, a municipality or a branch body. */
export async function makeOrganisation(db: Db, overrides: Overrides & { parentId: string }): Promise<Unit> {
  const parent = await db.unit.findUniqueOrThrow({ where: { id: overrides.parentId } });
  const id = overrides.id ?? newId();
  const name = overrides.name ?? `МКОУ «Средняя школа № ${nextNumber()}»`;
  return db.unit.create({
    data: {
      id, kind: "organisation", name, shortName: name, organisationKind: "school",
      municipalityId: parent.municipalityId, regionId: parent.regionId, path: [...parent.path, id], ...overrides,
    },
  });
}
