import { directoryLimits, uploadFields } from "@/features/structure/directory/schema";
import { requireImporter } from "@/features/structure/directory/server/scope";
import { upload } from "@/features/structure/directory/server/service";
import { readUpload } from "@/platform/http/read-upload";
import { isSameOrigin } from "@/platform/http/same-origin";
import { contextFromNext } from "@/platform/trpc/context-next";
import { reportDefect, toAppError } from "@/platform/trpc/errors";
import { AppError } from "@/shared/errors/app-error";
import { fieldKeys } from "@/shared/errors/field-issues";

/**
 * A file is larger than a procedure takes, hence an address of its own. In: a form with `file` and `wish` (JSON). Out: the id of
 * the import, which is only looked at; refusals as the procedures give them: { code, params, fields }.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isSameOrigin({ headers: Object.fromEntries(request.headers) })) throw AppError.forbidden();
    const asker = await contextFromNext();
    requireImporter(asker.actor);
    const { file, wish } = await readUpload(request, directoryLimits.bytes);
    const parsed = uploadFields.safeParse(wish);
    if (!parsed.success) throw AppError.invalid(fieldKeys(parsed.error), parsed.error);
    return Response.json(await upload(asker, file, parsed.data));
  } catch (error) {
    const known = toAppError(error);
    return Response.json({ code: known.code, params: known.params, fields: known.fields, incident: reportDefect(known, "directory.upload") }, { status: known.httpStatus });
  }
}
