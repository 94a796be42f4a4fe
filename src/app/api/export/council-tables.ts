import { callApi } from "@/api/call";
import { nestings, type Nesting } from "@/features/indicators/comparison/schema";
import type { Export } from "@/features/indicators/exports/schema";
import { queryOf } from "./table-response";

export async function councilTables(request: Request): Promise<Export> {
  const { marathon, region, nesting } = queryOf(request, "marathon", "region", "nesting");
  const api = await callApi();
  return await api.indicator.exportComparison({ marathonId: marathon, regionId: region, nesting: nestings.find((one): one is Nesting => one === nesting) ?? "apart" });
}
