import { cache } from "react";
import { publicApi } from "@/api/call-public";
import { defaultLocale } from "@/platform/i18n/locale";
import { groupBy } from "@/shared/lists/group-by";

// Nobody in particular asks, and figures are the same in every language. Our server keeps the finished pages (ADR 0009);
// here a page's parts share what they read.

export const progressData = cache(async () => await publicApi(defaultLocale).indicator.progress());

export const regionData = cache(async (code: string) => {
  const api = publicApi(defaultLocale);
  const progress = await api.indicator.regionProgress({ code });
  return { progress, boundaries: await api.indicator.boundaries({ regionId: progress.region.id }) };
});

/** Municipalities of a marathon by region, for a list to choose from. */
export async function municipalityChoices(marathonId: string) {
  const municipalities = await publicApi(defaultLocale).marathon.municipalities({ marathonId });
  const regions = groupBy(municipalities, ({ regionName }) => regionName);
  return [...regions].map(([label, own]) => ({ label, options: own.map(({ id, shortName }) => ({ value: id, label: shortName })) }));
}
