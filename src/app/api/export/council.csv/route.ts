import { councilTables } from "../council-tables";
import { tableResponse } from "../table-response";

/** The council's table; ?region=…&nesting=…&marathon=… */
export async function GET(request: Request): Promise<Response> {
  return await tableResponse("csv", async () => await councilTables(request));
}
