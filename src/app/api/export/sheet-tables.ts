import { callApi } from "@/api/call";
import type { Sample } from "@/features/initiatives/paper/table/schema";
import { queryOf } from "./table-response";

export async function sheetTables(request: Request): Promise<Sample> {
  const { organisation } = queryOf(request, "organisation");
  const api = await callApi();
  return await api.initiative.sheetSample({ atUnitId: organisation ?? "" });
}
