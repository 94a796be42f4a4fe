import { callApi } from "@/api/call";
import type { DirectoryExport } from "@/features/structure/directory/schema";
import { queryOf } from "./table-response";

export async function directoryTables(request: Request): Promise<DirectoryExport> {
  const { municipality, region, kind } = queryOf(request, "municipality", "region", "kind");
  const api = await callApi();
  return await api.structure.directory.export({ municipalityId: municipality ?? null, regionId: region ?? null, kind: kind === "municipalities" || kind === "organisations" ? kind : null });
}
