import { kirov } from "./facts/kirov";
import { regions } from "./facts/regions";
import { stavropol } from "./facts/stavropol";
import type { MunicipalityFact } from "./facts/types";
import { casesOf, regionCases } from "./grammar";
import { demoId } from "./ids";
import { addOffices } from "./offices";
import { addOrganisations } from "./organisations";
import { Chance } from "./random";
import { homeOktmo, type DemoMunicipality, type DemoRegion, type World } from "./world";

const began = new Date("2022-12-01T06:00:00Z");

/** Country, two regions, their municipalities with what belongs to them. */
export function growStructure(world: World): void {
  const { tables, countryId } = world;
  tables.Unit.push({
    id: countryId, kind: "country", name: "Российская Федерация", shortName: "Россия", nameGenitive: "России", namePrepositional: "России",
    timeZone: "Europe/Moscow", path: [countryId], createdAt: began,
  });
  for (const [name, facts] of [["Кировская область", kirov], ["Ставропольский край", stavropol]] as const) {
    const region = growRegion(world, name);
    for (const fact of facts) growMunicipality(world, region, fact);
  }
}

function growRegion(world: World, name: string): DemoRegion {
  const fact = regions.find((one) => one.name === name);
  if (!fact) throw new Error(`no such region: ${name}`);
  const id = demoId(`region:${fact.oktmo}`);
  const cases = regionCases[name];
  world.tables.Unit.push({
    id, parentId: world.countryId, path: [world.countryId, id], kind: "region", name, shortName: name, nameGenitive: cases?.genitive,
    namePrepositional: cases?.prepositional, regionId: id, oktmo: fact.oktmo, timeZone: fact.timeZone, createdAt: began,
  });
  const region: DemoRegion = { id, oktmo: fact.oktmo, name, zone: fact.timeZone, council: [] };
  world.regions.push(region);
  return region;
}

function growMunicipality(world: World, region: DemoRegion, fact: MunicipalityFact): void {
  const id = demoId(`municipality:${fact.oktmo}`);
  const chance = new Chance(`municipality:${fact.oktmo}`);
  const cases = casesOf(fact.shortName);
  const people = fact.population ?? 9_000 + fact.settlements.length * 900 + chance.whole(0, 4_000);
  const isHome = fact.oktmo === homeOktmo;
  world.tables.Unit.push({
    id, parentId: region.id, path: [world.countryId, region.id, id], kind: "municipality", name: fact.name, shortName: fact.shortName,
    nameGenitive: cases.genitive, namePrepositional: cases.prepositional, municipalityId: id, regionId: region.id, municipalityKind: fact.kind,
    oktmo: fact.oktmo, oktmoCheckDigit: fact.checkDigit, oktmoVerified: fact.oktmoVerified, timeZone: region.zone, population: fact.population,
    longitude: fact.lon, latitude: fact.lat, headTitle: headTitle(fact, chance), createdAt: began,
  });
  world.tables.UnitVersion.push({ id: demoId(`version:${fact.oktmo}`), unitId: id, validFrom: "2014-01-01", name: fact.name, oktmo: fact.oktmo, parentId: region.id });

  const municipality = {
    id, fact, region, zone: region.zone, people, departments: [], organisations: [], operators: [], residents: [],
    weight: isHome ? 1_150 : people ** 0.55 * chance.between(0.45, 1.6),
    pace: isHome ? 1 : chance.between(0.7, 1.5),
  } as Partial<DemoMunicipality> as DemoMunicipality;
  const branches = addOffices(world, municipality, chance);
  addOrganisations(world, municipality, branches, chance);
  world.municipalities.push(municipality);
}

function headTitle(fact: MunicipalityFact, chance: Chance): string {
  if (fact.kind === "municipalDistrict") return chance.happens(0.7) ? "глава района" : "глава администрации района";
  if (fact.kind === "municipalOkrug") return "глава муниципального округа";
  return chance.happens(0.6) ? "глава города" : "глава администрации города";
}
