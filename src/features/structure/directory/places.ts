import { namePartsOf } from "../boundaries/matching";
import { regionCore, regionPrefix } from "./region-codes";
import { foldName } from "./reading";

export interface KnownRegion {
  readonly id: string;
  readonly name: string;
}

/** A municipality that stands, or that an earlier row of the file makes. */
export interface KnownPlace {
  readonly id: string;
  readonly regionId: string;
  readonly oktmo: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly municipalityKind: string | null;
  readonly population: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly nameGenitive: string | null;
  readonly headTitle: string | null;
  readonly timeZone: string | null;
  readonly isEnded: boolean;
}

/** Regions and municipalities by what files call them. */
export class Places {
  readonly #regions = new Map<string, KnownRegion>();
  readonly #byCode = new Map<string, KnownPlace>();
  readonly #byName = new Map<string, KnownPlace[]>();

  constructor(regions: readonly KnownRegion[], places: readonly KnownPlace[]) {
    for (const region of regions) this.#regions.set(regionCore(region.name), region);
    for (const place of places) this.add(place);
  }

  region(text: string): KnownRegion | null {
    const own = this.#regions.get(regionCore(text));
    if (own) return own;
    // «43 Кировская область», or its two digits
    const prefix = regionPrefix(text);
    const same = prefix === null ? [] : [...this.#regions.values()].filter(({ name }) => regionPrefix(name) === prefix);
    return same.length === 1 ? (same[0] ?? null) : null;
  }

  add(place: KnownPlace): void {
    if (place.oktmo !== null) this.#byCode.set(place.oktmo, place);
    if (place.isEnded) return;
    for (const key of [...keysIn(place.name, place.regionId), ...keysIn(place.name, "")]) {
      const there = this.#byName.get(key);
      if (there) there.push(place);
      else this.#byName.set(key, [place]);
    }
  }

  coded(code: string): KnownPlace | null {
    return this.#byCode.get(code) ?? null;
  }

  /** The only one of that name in the region, or anywhere where no region is said; «Яранский район» is «Яранский муниципальный район», not «город Яранск». */
  named(name: string, regionId: string | null): KnownPlace | null {
    for (const key of keysIn(name, regionId ?? "")) {
      const found = this.#byName.get(key) ?? [];
      if (found.length > 1) return null;
      if (found[0]) return found[0];
    }
    return null;
  }

  /** Exactly so called in the region. */
  sameNamed(name: string, regionId: string): KnownPlace | null {
    const [first] = this.#byName.get(`=${regionId}|${foldName(name)}`) ?? [];
    return first ?? null;
  }
}

/** The whole name, and what it is without «муниципальный район» with its kind; an empty region stands for all of them. */
function keysIn(name: string, regionId: string): string[] {
  const { core, kind } = namePartsOf(name);
  return [`=${regionId}|${foldName(name)}`, `~${regionId}|${core}|${kind ?? ""}`];
}
