import { paperFile } from "../paper";
import { fileResponse } from "../table-response";

/** An act of appointment; ?municipality=…&kind=…&organisation=… */
export async function GET(request: Request): Promise<Response> {
  return await fileResponse(async () => await paperFile(request));
}
