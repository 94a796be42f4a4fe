import type { callApi } from "@/api/call";
import type { PlaceChoices } from "@/features/people/ui/place-fields";

type Api = Awaited<ReturnType<typeof callApi>>;

/** As many municipalities as a page may carry; of more they come when the region is chosen. */
const most = 400;

/** Where one can take part now, by region. Null while no marathon is held. */
export async function placeChoices(api: Api): Promise<PlaceChoices | null> {
  const marathons = await api.marathon.current();
  const lists = await Promise.all(marathons.map(async ({ id }) => await api.marathon.municipalities({ marathonId: id })));
  const all = [...new Map(lists.flat().map((one) => [one.id, one])).values()];
  if (all.length === 0) return null;
  const regions = [...new Map(all.map(({ regionId, regionName }) => [regionId, regionName]))];
  const within = (regionId: string) => all.filter((one) => one.regionId === regionId).map(({ id, shortName }) => ({ id, name: shortName }));
  return { regions: regions.map(([id, name]) => ({ id, name, municipalities: all.length > most ? null : within(id) })) };
}
