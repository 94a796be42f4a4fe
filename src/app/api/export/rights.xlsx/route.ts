import { rightsTables } from "../rights-tables";
import { tableResponse } from "../table-response";

/** Who may do what; ?m=…&q=…&filter=…&reason=… */
export async function GET(request: Request): Promise<Response> {
  return await tableResponse("xlsx", async () => await rightsTables(request));
}
