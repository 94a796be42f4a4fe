import type { Municipality } from "@/features/marathon/schema";
import { groupBy } from "@/shared/lists/group-by";
import type { OptionGroup } from "@/ui/form/select-field";

/** In: municipalities by region and name. Out: the browser's list of them, a group a region; each once. */
export function municipalityOptions(municipalities: readonly Municipality[]): OptionGroup[] {
  const unique = new Map(municipalities.map((one) => [one.id, one]));
  return [...groupBy(unique.values(), (one) => one.regionName)].map(([label, ones]) => ({ label, options: ones.map(({ id, shortName }) => ({ value: id, label: shortName })) }));
}
