import { callApi } from "@/api/call";
import { sheetKinds } from "@/features/structure/directory/columns";
import type { DirectoryExport } from "@/features/structure/directory/schema";
import { queryOf } from "./table-response";

export async function directoryTables(request: Request): Promise<DirectoryExport> {
  const { municipality, region, kind } = queryOf(request, "municipality", "region", "kind");
  const api = await callApi();
  return await api.structure.directory.export({ municipalityId: municipality ?? null, regionId: region ?? null, kind: sheetKinds.find((one) => one === kind) ?? null });
}
