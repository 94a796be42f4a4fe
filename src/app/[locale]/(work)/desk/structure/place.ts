import { notFound } from "next/navigation";
import { callApi } from "@/api/call";
import { pageCall } from "@/app/shell/page-call";
import type { Chart } from "@/features/structure/chart/schema";
import type { Place } from "@/features/structure/schema";
import { isId } from "@/shared/ids/id";

export interface PlacePage {
  readonly chart: Chart;
  /** all municipalities in which the reader works: seldom more than one */
  readonly places: readonly Place[];
}

/** One value of the address's query; a repeated one is none. */
export function queryOf(query: Readonly<Record<string, string | string[] | undefined>>, name: string): string | undefined {
  const value = query[name];
  return typeof value === "string" ? value : undefined;
}

/** The municipality that the address names (`m`), else the reader's own. Nobody's own: there is no such page. */
export async function placeOfPage(query: Readonly<Record<string, string | string[] | undefined>>, here: string): Promise<PlacePage> {
  const api = await callApi();
  const places = await pageCall(async () => await api.structure.myMunicipalities(), here);
  const wanted = queryOf(query, "m");
  const municipalityId = wanted !== undefined && isId(wanted) ? wanted : places[0]?.id;
  if (municipalityId === undefined) notFound();
  return { places, chart: await pageCall(async () => await api.structure.chart({ municipalityId }), here) };
}
