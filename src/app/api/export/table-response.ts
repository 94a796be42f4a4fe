import { TRPCError } from "@trpc/server";
import { createTranslator } from "next-intl";
import { messagesOf } from "@/app/messages/all";
import type { Export } from "@/features/indicators/exports/schema";
import { csvType, writeCsv } from "@/platform/tables/csv";
import { writeXlsx, xlsxType } from "@/platform/tables/xlsx";
import { contextFromNext } from "@/platform/trpc/context-next";
import { toAppError } from "@/platform/trpc/errors";

type Format = "xlsx" | "csv";

/**
 * In: a call that gives tables, by the same door as every procedure. Out: a file, or the refusal as a sentence. CSV holds the
 * first table.
 */
export async function tableResponse(format: Format, call: () => Promise<Export>): Promise<Response> {
  return await fileResponse(async () => {
    const { fileName, tables } = await call();
    const [first] = tables;
    const body = format === "xlsx" ? new Uint8Array(await writeXlsx(tables)) : first ? writeCsv(first) : "";
    return { body, type: format === "xlsx" ? xlsxType : csvType, name: `${fileName}.${format}` };
  });
}

export interface FileToSend {
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly type: string;
  readonly name: string;
}

/** In: what makes the file, by the same door as every procedure. Out: the file, or the refusal as a sentence. */
export async function fileResponse(make: () => Promise<FileToSend>): Promise<Response> {
  try {
    const { body, type, name } = await make();
    return new Response(body, { headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"`, "cache-control": "no-store" } });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return await refusal(error);
  }
}

async function refusal(error: TRPCError): Promise<Response> {
  const known = toAppError(error);
  const { locale } = await contextFromNext();
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "errors" });
  const sentence = t(known.code as Parameters<typeof t>[0], known.params);
  return new Response(`${sentence}\n`, { status: known.httpStatus, headers: { "content-type": "text/plain; charset=utf-8" } });
}

/** What an address says in its query; what is not there is not sent. */
export function queryOf<K extends string>(request: Request, ...names: readonly K[]): Partial<Record<K, string>> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries(names.flatMap((name) => (searchParams.get(name) ? [[name, searchParams.get(name)]] : []))) as Partial<Record<K, string>>;
}
