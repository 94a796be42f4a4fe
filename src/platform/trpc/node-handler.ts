import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { AnyTRPCRouter } from "@trpc/server";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isSameOrigin } from "../http/same-origin";
import { contextFromRequest, type Context } from "./context";

export const trpcPath = "/api/trpc/";
/** calls in one request; the client's link keeps to it */
export const maxBatchSize = 10;
const maxBodyBytes = 1_000_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** tRPC in our own server, past Next: 8 times as many calls (STACK.md). */
export function trpcHandler(router: AnyTRPCRouter): Handler {
  return async (request, response) => {
    if (request.method === "POST" && !mayChange(request)) return refuse(response);
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(trpcPath.length);
    await nodeHTTPRequestHandler({
      router,
      req: request,
      res: response,
      path,
      maxBodySize: maxBodyBytes,
      maxBatchSize,
      createContext: async ({ req, res }): Promise<Context> => await contextFromRequest(req, res),
      responseMeta: () => ({ headers: { "cache-control": "no-store" } }),
    });
  };
}

/** A form on a foreign page can send neither JSON nor our origin. */
function mayChange(request: IncomingMessage): boolean {
  return isSameOrigin(request) && (request.headers["content-type"] ?? "").startsWith("application/json");
}

function refuse(response: ServerResponse): void {
  response.writeHead(403, { "content-type": "application/json" }).end(JSON.stringify({ error: { json: { code: -32003, message: "request.forbidden", data: { code: "request.forbidden", httpStatus: 403 } } } }));
}
