import { readWish, tableLimits } from "@/features/initiatives/paper/table/schema";
import { readTable, requireTyper } from "@/features/initiatives/paper/table/server/service";
import { readUpload } from "@/platform/http/read-upload";
import { isSameOrigin } from "@/platform/http/same-origin";
import { contextFromNext } from "@/platform/trpc/context-next";
import { reportDefect, toAppError } from "@/platform/trpc/errors";
import { AppError } from "@/shared/errors/app-error";
import { fieldKeys } from "@/shared/errors/field-issues";

/**
 * A file is larger than a procedure takes, hence an address of its own. In: a form with `file` and `wish` (JSON). Out: what the table
 * would do, nothing is written; refusals as the procedures give them: { code, params, fields }.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isSameOrigin({ headers: Object.fromEntries(request.headers) })) throw AppError.forbidden();
    const asker = await contextFromNext();
    requireTyper(asker.actor);
    const { file, wish } = await readUpload(request, tableLimits.bytes);
    const parsed = readWish.safeParse(wish);
    if (!parsed.success) throw AppError.invalid(fieldKeys(parsed.error), parsed.error);
    return Response.json(await readTable(asker, file, parsed.data.atUnitId), { headers: { "cache-control": "no-store" } });
  } catch (error) {
    const known = toAppError(error);
    return Response.json({ code: known.code, params: known.params, fields: known.fields, incident: reportDefect(known, "sheets.read") }, { status: known.httpStatus });
  }
}
