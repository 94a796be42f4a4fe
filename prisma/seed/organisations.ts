import { namesakes, organisationKinds, type OrganisationKind } from "./facts/organisations";
import { directionKeyOf } from "./directions";
import { demoId } from "./ids";
import type { Branches } from "./offices";
import { officePhone } from "./phones";
import type { Chance } from "./random";
import { inLocalWords } from "./settlement-words";
import { homeOktmo, type DemoMunicipality, type World } from "./world";

const always = ["school", "kindergarten", "hospital", "library", "cultureHouse", "school"];
const further = ["socialCentre", "sportSchool", "utility", "school", "kindergarten", "musicSchool", "college", "library", "cultureHouse", "kindergarten", "school"];

/** Six to fourteen organisations of the public sector, by the number of people. */
export function addOrganisations(world: World, municipality: DemoMunicipality, branches: Branches, chance: Chance): void {
  const { fact, people } = municipality;
  const count = Math.min(14, Math.max(6, Math.round(2.2 + Math.log2(people / 3_000) * 1.9)));
  const kinds = [...always, ...further].slice(0, count);
  const taken = new Set<string>();
  for (const [index, key] of kinds.entries()) {
    const kind = organisationKinds.find((one) => one.key === key);
    if (!kind) throw new Error(`no such kind of organisation: ${key}`);
    // The demonstration's guide speaks of school no. 2 of Яранск.
    const name = index === 0 && fact.oktmo === homeOktmo ? "МКОУ «Средняя школа № 2»" : nameFor(kind, municipality, index, taken, chance);
    taken.add(name);
    const id = demoId(`organisation:${fact.oktmo}:${index + 1}`);
    const parentId = (kind.direction === "education" ? branches.education : kind.direction === "culture" ? branches.culture : null) ?? municipality.id;
    const above = parentId === municipality.id ? [municipality.id] : [municipality.id, parentId];
    world.tables.Unit.push({
      id, parentId, path: [world.countryId, municipality.region.id, ...above, id], kind: "organisation", name, shortName: shortened(name),
      organisationKind: key, municipalityId: municipality.id, regionId: municipality.region.id,
      address: addressOf(name, municipality, chance), phone: officePhone(municipality.region.oktmo, `organisation:${fact.oktmo}:${index}`),
      longitude: fact.lon + chance.between(-0.02, 0.02), latitude: fact.lat + chance.between(-0.01, 0.01), createdAt: new Date("2022-12-01T06:00:00Z"),
    });
    municipality.organisations.push({ id, name: shortened(name), kind: key, direction: directionKeyOf(kind.direction), director: null, coordinator: null, executor: null });
  }
}

function nameFor(kind: OrganisationKind, { fact, region }: DemoMunicipality, index: number, taken: ReadonlySet<string>, chance: Chance): string {
  const villages = fact.settlements.slice(1).filter((one) => one.kind === "village");
  const patterns = kind.names.filter((pattern) => villages.length > 0 || !pattern.includes("{village}"));
  // The second and later ones of a kind are rather in a village.
  const rural = index >= always.length - 1 ? patterns.filter((pattern) => pattern.includes("{village}")) : [];
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const village = villages.length > 0 ? chance.pick(villages).name : "";
    const pattern = chance.pick(rural.length > 0 && chance.happens(0.5) ? rural : patterns.filter((one) => index >= always.length || !one.includes("{village}")));
    const name = inLocalWords(pattern, village, region.oktmo)
      .replaceAll("{n}", String(chance.whole(1, fact.kind === "urbanOkrug" ? 12 : 4)))
      .replaceAll("{centre}", fact.centre)
      .replaceAll("{village}", village)
      .replaceAll("{person}", chance.pick(namesakes));
    if (!taken.has(name)) return name;
  }
  throw new Error(`no name left for ${kind.key} in ${fact.shortName}`);
}

/** «МКОУ «Средняя школа № 2»» is said as «Средняя школа № 2». */
function shortened(name: string): string {
  const inner = /«(.+)»(.*)$/.exec(name);
  return inner ? `${inner[1]}${inner[2]}` : name;
}

function addressOf(name: string, { fact }: DemoMunicipality, chance: Chance): string {
  const village = fact.settlements.find((one, index) => index > 0 && name.includes(one.name));
  const street = chance.pick(fact.streets);
  return `${village?.name ?? fact.centre}, ул. ${village ? chance.pick(["Центральная", "Школьная", "Советская"]) : street}, д. ${chance.whole(1, 60)}`;
}
