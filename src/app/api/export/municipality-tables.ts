import { callApi } from "@/api/call";
import type { Export } from "@/features/indicators/exports/schema";
import { queryOf } from "./table-response";

export async function municipalityTables(request: Request): Promise<Export> {
  const { marathon, municipality } = queryOf(request, "marathon", "municipality");
  const api = await callApi();
  return await api.indicator.exportMunicipality({ marathonId: marathon, municipalityId: municipality ?? "" });
}
