import type { callApi } from "@/api/call";
import type { Choices } from "@/features/initiatives/drafts/ui/wizard-parts";

type Api = Awaited<ReturnType<typeof callApi>>;

/** Lists for the place that is chosen already; with several regions the municipalities of that one. Null without a marathon. */
export async function loadChoices(api: Api, known: string | null, municipalityId: string | null, questionId: string | null): Promise<Choices | null> {
  const current = await api.marathon.current();
  const marathonId = known ?? current[0]?.id;
  if (marathonId === undefined) return null;
  const [all, allowed, question, directions, organisations] = await Promise.all([
    api.marathon.municipalities({ marathonId }),
    api.marathon.publicSide({ marathonId }),
    questionId === null ? null : api.keyQuestion.get({ id: questionId }),
    api.marathon.directions({ marathonId, municipalityId }),
    municipalityId ? api.marathon.organisations({ municipalityId }) : [],
  ]);
  const regions = [...new Map(all.map(({ regionId, regionName }) => [regionId, { id: regionId, name: regionName }])).values()];
  const regionId = regions.length === 1 ? regions[0]!.id : (all.find(({ id }) => id === municipalityId)?.regionId ?? null);
  return { marathonId, regions, regionId, municipalities: all.filter((one) => one.regionId === regionId), directions, organisations, appealsOffered: allowed.appealsOffered, question };
}
