import { AppError } from "@/shared/errors/app-error";
import { toAppError } from "../trpc/errors";

/** The wish and the file's borders in the form take this much at most. */
const overhead = 400_000;

/**
 * In: a form with `file` and `wish` (JSON), and how many bytes the file may have. Out: both; no more is read than may be sent,
 * whatever the request says of its length. Throws file.tooLarge, request.invalid.
 */
export async function readUpload(request: Request, limitBytes: number): Promise<{ readonly file: Uint8Array; readonly wish: unknown }> {
  const tooLarge = () => new AppError("file.tooLarge", { megabytes: limitBytes / 1_000_000 });
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes + overhead) throw tooLarge();
  let left = limitBytes + overhead;
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
