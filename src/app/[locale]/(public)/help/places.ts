import { callApi } from "@/api/call";
import { isId } from "@/shared/ids/id";

/** Every municipality of the marathons that are being held, by region and name. */
export async function currentMunicipalities() {
  const api = await callApi();
  const marathons = await api.marathon.current();
  return (await Promise.all(marathons.map(async ({ id }) => await api.marathon.municipalities({ marathonId: id })))).flat();
}

/** Past this many a list is too long to choose from: the region is chosen first. */
export const longestList = 300;

/** What an address says, where it is an id. */
export function idOf(value: string | string[] | undefined): string | null {
  return isId(value) ? value : null;
}
