import { callApi } from "@/api/call";
import { isId } from "@/shared/ids/id";

/** Every municipality of the marathons that are being held, by region and name. */
export async function currentMunicipalities() {
  const api = await callApi();
  const marathons = await api.marathon.current();
  return (await Promise.all(marathons.map(async ({ id }) => await api.marathon.municipalities({ marathonId: id })))).flat();
}

type Municipalities = Awaited<ReturnType<typeof currentMunicipalities>>;

/** Past this many a list is too long to choose from: the region is chosen first. */
export const longestList = 300;

/** What a page that asks «which municipality?» by its address offers, and what was chosen. */
export interface PlaceWish {
  readonly regionId: string | null;
  /** the list to choose from; empty while a region has to be chosen first */
  readonly municipalities: Municipalities;
  /** names by id; null: the list is short enough without them */
  readonly regions: ReadonlyMap<string, string> | null;
  /** null: none yet, or one that isn't in the list */
  readonly municipalityId: string | null;
}

export async function placeWishOf(asked: Readonly<Record<"region" | "municipality", string | string[] | undefined>>): Promise<PlaceWish> {
  const wanted = idOf(asked.municipality);
  const everywhere = await currentMunicipalities();
  const regionId = idOf(asked.region) ?? everywhere.find((one) => one.id === wanted)?.regionId ?? null;
  const byRegion = everywhere.length > longestList;
  const municipalities = byRegion ? everywhere.filter((one) => one.regionId === regionId) : everywhere;
  return {
    regionId, municipalities, regions: byRegion ? new Map(everywhere.map((one) => [one.regionId, one.regionName])) : null,
    municipalityId: municipalities.some((one) => one.id === wanted) ? wanted : null,
  };
}

/** What an address says, where it is an id. */
export function idOf(value: string | string[] | undefined): string | null {
  return isId(value) ? value : null;
}
