import { callApi } from "@/api/call";
import { rightsFilters } from "@/features/structure/rights/schema";
import type { Export } from "@/features/indicators/exports/schema";
import { queryOf } from "./table-response";

export async function rightsTables(request: Request): Promise<Export> {
  const { m, q, filter, reason } = queryOf(request, "m", "q", "filter", "reason");
  const api = await callApi();
  return await api.structure.rights.export({ municipalityId: m ?? null, q: (q ?? "").slice(0, 100), filter: rightsFilters.find((one) => one === filter) ?? "all", reason: reason ?? null });
}
