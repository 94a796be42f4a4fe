import { Chance } from "./random";
import type { DirectedText } from "./texts";
import type { DemoMarathon, DemoMunicipality } from "./world";

/** Where an initiative is about, with what its text's slots are filled with. */
export interface Place {
  isVillage: boolean;
  settlement: string;
  text: string;
  longitude: number;
  latitude: number;
  regionOktmo: string;
  slots: Readonly<Record<string, string>>;
}

const villageStreets = ["Центральная", "Школьная", "Молодёжная", "Полевая", "Новая", "Садовая", "Набережная", "Лесная", "Мира", "Заречная"];

/** Can this text be said here? City texts want a town, village texts a village, and so does whoever names one. */
export function fitsIn(text: DirectedText, { fact }: DemoMunicipality): boolean {
  const hasVillage = fact.settlements.some((one, index) => one.kind === "village" && (index > 0 || one.name !== fact.centre));
  if (text.fits === "village" || namesVillage(text)) return hasVillage;
  return true;
}

function namesVillage(text: DirectedText): boolean {
  return text.wordings.some((wording) => `${wording.title}${wording.essence}${wording.expected}`.includes("{village}"));
}

export function placeFor(text: DirectedText, municipality: DemoMunicipality, marathon: DemoMarathon, chance: Chance): Place {
  const { fact, organisations } = municipality;
  const villages = fact.settlements.filter((one, index) => one.kind === "village" && (index > 0 || one.name !== fact.centre));
  const others = fact.settlements.filter((one) => one.name !== fact.centre);
  const isVillage = text.fits === "village" || namesVillage(text) || (text.fits === "any" && others.length > 0 && chance.happens(0.35));
  const settlement = isVillage ? chance.pick(villages.length > 0 ? villages : others).name : fact.centre;
  const street = chance.pick(isVillage ? villageStreets : fact.streets);
  const house = String(chance.whole(1, isVillage ? 40 : 98));
  const school = organisations.map((one) => /№ (\d+)/.exec(one.kind === "school" ? one.name : "")?.[1]).find((found) => found !== undefined);
  const withHouse = chance.happens(0.4);
  return {
    isVillage, settlement, regionOktmo: municipality.region.oktmo,
    text: isVillage && chance.happens(0.35) ? settlement : `${settlement}, ул. ${street}${withHouse ? `, ${house}` : ""}`,
    ...coordinates(municipality, settlement, `${street}${house}`),
    slots: {
      street, house, school: school ?? String(chance.whole(1, 4)), n: String(chance.whole(2, 9)), year: String(marathon.year), centre: fact.centre,
      village: isVillage ? settlement : villages.length > 0 ? chance.pick(villages).name : settlement,
    },
  };
}

/** A settlement always stands in the same place, its houses about it. Invented, but inside the municipality more or less. */
function coordinates({ fact }: DemoMunicipality, settlement: string, house: string): { longitude: number; latitude: number } {
  const where = new Chance(`settlement:${fact.oktmo}:${settlement}`);
  const reach = fact.kind === "urbanOkrug" || settlement === fact.centre ? 0.01 : 0.13;
  const within = new Chance(`house:${fact.oktmo}:${settlement}:${house}`);
  const round = (value: number) => Math.round(value * 100_000) / 100_000;
  const spread = settlement === fact.centre ? 0.012 : 0.004;
  return {
    longitude: round(fact.lon + where.between(-reach, reach) * 1.6 + within.between(-spread, spread) * 1.6),
    latitude: round(fact.lat + where.between(-reach, reach) + within.between(-spread, spread)),
  };
}
