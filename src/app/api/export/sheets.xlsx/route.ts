import { sheetTables } from "../sheet-tables";
import { tableResponse } from "../table-response";

/** A table for sheets of paper, to be filled in; ?organisation=… */
export async function GET(request: Request): Promise<Response> {
  return await tableResponse("xlsx", async () => await sheetTables(request));
}
