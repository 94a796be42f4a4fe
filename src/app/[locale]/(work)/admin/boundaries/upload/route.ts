import { previewFields, importFields } from "@/features/structure/boundaries/schema";
import { geoLimits } from "@/features/structure/boundaries/geo-file";
import { importBoundaries, previewImport, requireImporter } from "@/features/structure/boundaries/server/service";
import { isSameOrigin } from "@/platform/http/same-origin";
import { reportDefect, toAppError } from "@/platform/trpc/errors";
import { contextFromNext } from "@/platform/trpc/context-next";
import { AppError } from "@/shared/errors/app-error";
import { fieldKeys } from "@/shared/errors/field-issues";

/** The wish and the file's borders in the form take this much at most. */
const overhead = 400_000;

/**
 * A file is larger than a procedure takes, hence an address of its own. In: a form with `file` and `wish` (JSON); `?take=1` writes.
 * Out: the preview, or what was written; refusals as the procedures give them: { code, params, fields }.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isSameOrigin({ headers: Object.fromEntries(request.headers) })) throw AppError.forbidden();
    const asker = await contextFromNext();
    requireImporter(asker.actor);
    const { file, wish } = await readForm(request);
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

/** No more is read than may be sent, whatever the request says of its length. */
async function readForm(request: Request): Promise<{ file: Uint8Array; wish: unknown }> {
  const tooLarge = () => new AppError("file.tooLarge", { megabytes: geoLimits.bytes / 1_000_000 });
  if (Number(request.headers.get("content-length") ?? 0) > geoLimits.bytes + overhead) throw tooLarge();
  let left = geoLimits.bytes + overhead;
  const bounded = request.body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      left -= chunk.byteLength;
      if (left < 0) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  }));
  try {
    const form = await new Response(bounded ?? null, { headers: { "content-type": request.headers.get("content-type") ?? "" } }).formData();
    const [file, wish] = [form.get("file"), form.get("wish")];
    if (!(file instanceof Blob) || typeof wish !== "string") throw AppError.invalid({});
    return { file: new Uint8Array(await file.arrayBuffer()), wish: JSON.parse(wish) };
  } catch (error) {
    if (left < 0) throw tooLarge();
    throw toAppError(error).code === "request.failed" ? AppError.invalid({}, error) : error;
  }
}
