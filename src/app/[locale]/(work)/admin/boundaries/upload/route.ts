import { previewFields, importFields } from "@/features/structure/boundaries/schema";
import { geoLimits } from "@/features/structure/boundaries/geo-file";
import { importBoundaries, previewImport, requireImporter } from "@/features/structure/boundaries/server/service";
import { readUpload } from "@/platform/http/read-upload";
import { isSameOrigin } from "@/platform/http/same-origin";
import { reportDefect, toAppError } from "@/platform/trpc/errors";
import { contextFromNext } from "@/platform/trpc/context-next";
import { AppError } from "@/shared/errors/app-error";
import { fieldKeys } from "@/shared/errors/field-issues";

/**
 * A file is larger than a procedure takes, hence an address of its own. In: a form with `file` and `wish` (JSON); `?take=1` writes.
 * Out: the preview, or what was written; refusals as the procedures give them: { code, params, fields }.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isSameOrigin({ headers: Object.fromEntries(request.headers) })) throw AppError.forbidden();
    const asker = await contextFromNext();
    requireImporter(asker.actor);
    const { file, wish } = await readUpload(request, geoLimits.bytes);
    if (new URL(request.url).searchParams.has("take")) return Response.json(await importBoundaries(asker, file, parse(importFields, wish)));
    return Response.json(await previewImport(asker, file, parse(previewFields, wish)));
  } catch (error) {
    const known = toAppError(error);
    return Response.json({ code: known.code, params: known.params, fields: known.fields, incident: reportDefect(known, "boundaries.upload") }, { status: known.httpStatus });
  }
}

function parse<T>(schema: { safeParse: (value: unknown) => { success: true; data: T } | { success: false; error: Parameters<typeof fieldKeys>[0] } }, wish: unknown): T {
  const parsed = schema.safeParse(wish);
  if (!parsed.success) throw AppError.invalid(fieldKeys(parsed.error), parsed.error);
  return parsed.data;
}
