import { myDataArchive } from "../my-data";
import { fileResponse } from "../table-response";

/** «Скачать мои данные»: of whoever asks, nobody else's. */
export async function GET(): Promise<Response> {
  return await fileResponse(myDataArchive);
}
