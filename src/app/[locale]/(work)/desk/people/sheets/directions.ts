import type { callApi } from "@/api/call";
import type { DeskPlace } from "@/features/people/desk/schema";

type Api = Awaited<ReturnType<typeof callApi>>;

/** Of the marathon that is going on, by the municipality of each place. */
export async function loadDirections(api: Api, places: readonly DeskPlace[]): Promise<Record<string, { id: string; name: string }[]>> {
  const [marathon] = await api.marathon.current();
  const municipalities = [...new Set(places.map(({ municipalityId }) => municipalityId))];
  if (!marathon) return {};
  return Object.fromEntries(await Promise.all(municipalities.map(async (municipalityId) => [municipalityId, (await api.marathon.directions({ marathonId: marathon.id, municipalityId })).map(({ id, name }) => ({ id, name }))] as const)));
}
