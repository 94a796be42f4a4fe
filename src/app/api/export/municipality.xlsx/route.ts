import { municipalityTables } from "../municipality-tables";
import { tableResponse } from "../table-response";

/** A municipality's figures; ?municipality=…&marathon=… */
export async function GET(request: Request): Promise<Response> {
  return await tableResponse("xlsx", async () => await municipalityTables(request));
}
