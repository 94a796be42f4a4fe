import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { assistedMark } from "../auth/assisted-cookie";
import { log } from "../log";
import { localeCookie, toLocale } from "../i18n/locale";
import { readCookies } from "./cookies";
import { inlineScriptsOf } from "./inline-scripts";
import { keptHtml } from "./page-cache";
import { contentSecurityPolicy } from "./security-headers";

interface Finished {
  readonly policy: string;
  readonly body: Buffer;
}

/** The page that says that there is none (app/[locale]/(public)/absent). */
const absentPage = "/absent";

/** Finished pages by their ETag: a cached page is hashed and compressed once, not for each visitor. */
const finished = new Map<string, Finished>();
const finishedLimit = 300;

/**
 * Call before Next answers. An HTML page is held back until it is whole, gets the policy that names its inline scripts,
 * and goes out compressed; everything else passes through. A page leaves in one piece, so nothing streams into it.
 */
export function finishPages(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.rsc !== undefined || request.url?.startsWith("/_next/")) return;
  const encoding = encodingFor(request);
  delete request.headers["accept-encoding"]; // else Next compresses before we can read
  const { write, end, writeHead, flushHeaders } = response;
  const chunks: Buffer[] = [];
  let ended = false;
  let isPage: boolean | undefined;
  const holds = () => (isPage ??= String(response.getHeader("content-type") ?? "").startsWith("text/html"));

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const headers = rest.find((part) => typeof part === "object" && part !== null) as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
    response.statusCode = status;
    return holds() ? response : writeHead.call(response, status);
  }) as typeof response.writeHead;

  response.flushHeaders = () => {
    if (!holds()) flushHeaders.call(response);
  };

  response.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    if (!holds()) return write.apply(response, [chunk, ...rest] as Parameters<typeof write>);
    chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk));
    callbackOf(rest)?.();
    return true;
  }) as typeof response.write;

  response.end = ((...args: unknown[]) => {
    const [chunk] = args;
    const isChunk = typeof chunk === "string" || chunk instanceof Uint8Array;
    if (ended) return response;
    if (!holds()) return end.apply(response, args as Parameters<typeof end>);
    ended = true;
    if (isChunk) chunks.push(Buffer.from(chunk as string));
    const whole = Buffer.concat(chunks);
    void absent(request, response, whole).then(async (page) => await finish(response, page, encoding, cacheOf(request))).then(
      (body) => {
        Object.assign(response, { write, end, writeHead, flushHeaders }); // ending calls them
        response.end(request.method === "HEAD" ? "" : body, "utf8", callbackOf(args));
      },
      (err: unknown) => {
        log.error({ err }, "page could not be finished");
        response.destroy();
      },
    );
    return response;
  }) as typeof response.end;
}

/** What Next sends for a page that isn't there is drawn by a script alone; ours reads without one, and tells nothing of what was asked for. */
async function absent(request: IncomingMessage, response: ServerResponse, html: Buffer): Promise<Buffer> {
  if (response.statusCode !== 404 || !html.includes('id="__next_error__"')) return html;
  response.removeHeader("etag");
  return (await keptHtml(toLocale(readCookies(request.headers.cookie)[localeCookie]), absentPage)) ?? html;
}

type Encoding = "br" | "gzip" | null;

function encodingFor(request: IncomingMessage): Encoding {
  const accepted = String(request.headers["accept-encoding"] ?? "");
  return /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
}

function callbackOf(args: readonly unknown[]): (() => void) | undefined {
  return args.find((part) => typeof part === "function") as (() => void) | undefined;
}

/** What a desk draws while it works with somebody is not to come back out of the browser's memory. */
function cacheOf(request: IncomingMessage): string {
  return readCookies(request.headers.cookie)[assistedMark] === undefined ? "private, no-cache" : "no-store";
}

async function finish(response: ServerResponse, html: Buffer, encoding: Encoding, cache: string): Promise<Buffer> {
  const etag = response.getHeader("x-nextjs-cache") === undefined ? undefined : response.getHeader("etag");
  const key = typeof etag === "string" && html.length > 0 ? `${etag} ${encoding}` : null;
  const known = key === null ? undefined : finished.get(key);
  const page = known ?? (await make(html, encoding));
  if (key !== null && !known) remember(key, page);
  response.setHeader("Content-Security-Policy", page.policy);
  response.setHeader("Cache-Control", cache);
  response.removeHeader("transfer-encoding");
  response.appendHeader("Vary", "Accept-Encoding");
  if (html.length === 0) return html; // 304 and the like
  if (encoding !== null) response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", page.body.length);
  return page.body;
}

async function make(html: Buffer, encoding: Encoding): Promise<Finished> {
  const { hashes, unknown } = inlineScriptsOf(html.toString("utf8"));
  if (unknown.length > 0) log.warn({ unknown }, "inline scripts of an unknown shape will not run");
  return { policy: contentSecurityPolicy(hashes), body: await compress(html, encoding) };
}

async function compress(html: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "br") return await promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } });
  return encoding === "gzip" ? await promisify(gzip)(html) : html;
}

function remember(key: string, page: Finished): void {
  finished.set(key, page);
  const [oldest] = finished.keys();
  if (finished.size > finishedLimit && oldest !== undefined) finished.delete(oldest);
}
