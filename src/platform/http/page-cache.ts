import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isLoopbackSecret, loopback, loopbackSecret } from "../cache/loopback";
import { clock } from "../clock";
import { once } from "../once";
import { readCookies } from "./cookies";
import { localeCookie, toLocale } from "../i18n/locale";

/** Asks our own server to draw the page although it is kept. */
const drawHeader = "x-draw-page";
/** So long a page is answered as it is; afterwards once more, while it is drawn anew. */
const freshMs = 60_000;
/** Older than that, the visitor waits for a new one. */
const oldestMs = 10 * 60_000;
const mostBytes = 64 * 1024 * 1024;
const longestAddress = 400;
/** Redrawing behind the visitors' backs must not take the processor from them. */
const mostRefreshes = 2;

interface KeptPage {
  readonly policy: string;
  readonly etag: string;
  readonly body: Buffer;
  readonly madeAt: number;
  /** its data changed: the next visitor gets a new one */
  isStale: boolean;
  /** compressed at the first request that takes it */
  readonly packed: Partial<Record<Encoding, Buffer>>;
}
type Encoding = "br" | "gzip";

const state = once("page-cache", () => ({ pages: new Map<string, KeptPage>(), bytes: 0, drawing: new Map<string, Promise<KeptPage | null>>(), refreshing: 0, prefixes: [] as readonly RegExp[] }));

/** In: patterns of the paths of pages that are the same for everybody who speaks the same language. */
export function keepPages(paths: readonly RegExp[]): void {
  state.prefixes = paths;
}

/** Pages whose path matches are drawn anew at the next visit. Of this process only; others follow within a minute. */
export function dropPages(matches: (path: string) => boolean): void {
  for (const [key, page] of state.pages) if (matches(pathOf(key))) page.isStale = true;
}

/**
 * Answers a public page from memory. Out: false when the request is another's: a person's page, a form, a call of Next's
 * own router. What is kept was drawn for nobody: of the visitor's cookies only the language reaches the page.
 */
export async function answerKeptPage(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { method, url = "/", headers } = request;
  if (isLoopbackSecret(headers[drawHeader])) return false;
  const [path = "/", query] = url.split("?", 2);
  if ((method !== "GET" && method !== "HEAD") || headers.rsc !== undefined || headers["next-action"] !== undefined) return false;
  if (loopback.url === null || url.length > longestAddress || !state.prefixes.some((prefix) => prefix.test(path))) return false;
  const locale = toLocale(readCookies(headers.cookie)[localeCookie]);
  const key = `${locale} ${path}${query ? `?${query}` : ""}`;
  const page = await pageFor(key);
  if (!page) return false;
  await send(request, response, page, encodingFor(headers["accept-encoding"]));
  return true;
}

/** The HTML of a kept page, for an answer under another status; null where it can't be drawn. */
export async function keptHtml(locale: string, path: string): Promise<Buffer | null> {
  return loopback.url === null ? null : ((await pageFor(`${locale} ${path}`))?.body ?? null);
}

/** Null: it is no page to be kept (not found, led elsewhere, failed), so Next answers by itself. */
async function pageFor(key: string): Promise<KeptPage | null> {
  const kept = state.pages.get(key);
  const age = kept ? clock.now().getTime() - kept.madeAt : Infinity;
  if (!kept || kept.isStale || age > oldestMs) return await draw(key);
  if (age > freshMs && state.refreshing < mostRefreshes && !state.drawing.has(key)) {
    state.refreshing += 1;
    // a failed refresh leaves the old page until it is too old
    void draw(key).catch(() => undefined).finally(() => (state.refreshing -= 1));
  }
  state.pages.delete(key);
  state.pages.set(key, kept); // the last to be looked at is the last to be thrown out
  return kept;
}

/** Of those who come at the same time one draws, the others wait for it. */
async function draw(key: string): Promise<KeptPage | null> {
  const running = state.drawing.get(key);
  if (running) return await running;
  const drawing = fetchPage(key).finally(() => state.drawing.delete(key));
  state.drawing.set(key, drawing);
  return await drawing;
}

async function fetchPage(key: string): Promise<KeptPage | null> {
  const locale = key.slice(0, 2);
  const answer = await fetch(new URL(key.slice(3), loopback.url ?? undefined), {
    headers: { cookie: `${localeCookie}=${locale}`, "accept-encoding": "identity", [drawHeader]: loopbackSecret() },
    redirect: "manual",
    signal: AbortSignal.timeout(20_000),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) return null;
  const page: KeptPage = {
    policy: answer.headers.get("content-security-policy") ?? "",
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
    body,
    madeAt: clock.now().getTime(),
    isStale: false,
    packed: {},
  };
  keep(key, page);
  return page;
}

function keep(key: string, page: KeptPage): void {
  forget(key);
  state.pages.set(key, page);
  state.bytes += page.body.length;
  for (const oldest of state.pages.keys()) {
    if (state.bytes <= mostBytes) break;
    forget(oldest);
  }
}

function forget(key: string): void {
  state.bytes -= state.pages.get(key)?.body.length ?? 0;
  state.pages.delete(key);
}

async function send(request: IncomingMessage, response: ServerResponse, page: KeptPage, encoding: Encoding | null): Promise<void> {
  response.setHeader("Content-Security-Policy", page.policy);
  response.setHeader("Cache-Control", "private, no-cache");
  response.setHeader("Vary", "Accept-Encoding, Cookie");
  response.setHeader("ETag", page.etag);
  if (request.headers["if-none-match"] === page.etag) return void response.writeHead(304).end();
  const body = encoding === null ? page.body : (page.packed[encoding] ??= await pack(page.body, encoding));
  if (encoding !== null) response.setHeader("Content-Encoding", encoding);
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

async function pack(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return await promisify(gzip)(body);
  return await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } });
}

function encodingFor(header: string | string[] | undefined): Encoding | null {
  const accepted = String(header ?? "");
  return /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
}

function pathOf(key: string): string {
  return key.slice(3).split("?", 1)[0] ?? "/";
}
