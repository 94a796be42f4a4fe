import { directoryTables } from "../directory-tables";
import { tableResponse } from "../table-response";

/** A directory as the import reads it; ?municipality=… or ?region=…, &kind=… */
export async function GET(request: Request): Promise<Response> {
  return await tableResponse("csv", async () => await directoryTables(request));
}
