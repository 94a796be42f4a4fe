import "@/platform/check-env";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import next from "next";
import { answerFile, filesPath } from "@/api/files/handler";
import { appRouter } from "@/api/root";
import { registerSubscriptions } from "@/api/subscriptions";
import { loopback } from "@/platform/cache/loopback";
import { closeDatabase } from "@/platform/db/client";
import { isUnavailable } from "@/platform/db/transaction";
import { env } from "@/platform/env";
import { startDispatcher } from "@/platform/events/dispatcher";
import { addressHeader, addressOf } from "@/platform/http/client-address";
import { answerHealth } from "@/platform/http/health";
import { answerKeptPage, keepPages } from "@/platform/http/page-cache";
import { finishPages } from "@/platform/http/page-response";
import { setSecurityHeaders } from "@/platform/http/security-headers";
import { startJobs, stopJobs, workApartBy } from "@/platform/jobs";
import { log, readFramesBy } from "@/platform/log";
import { startSender } from "@/platform/mail/sender";
import { sourceLine } from "@/platform/source-lines";
import { trpcHandler, trpcPath } from "@/platform/trpc/node-handler";
import { version } from "../package.json";

/** Pages that are the same for everybody: kept in memory, drawn without a person. */
const publicPages = [/^\/$/, /^\/initiatives$/, /^\/initiatives\/\d+$/, /^\/progress(?:\/[\w-]+)?$/, /^\/appearance$/, /^\/absent$/, /^\/consents\/\w+$/, /^\/offline$/];

/** Bundled beside this one: job.mjs of server.mjs, job-dev.mjs of server-dev.mjs. */
const jobProgram = new URL(path.basename(import.meta.url).replace("server", "job"), import.meta.url);

/** How long requests may still take once a stop was asked for. */
const drainMs = 10_000;
/** Ten megabytes from a village; of anything else a request has a minute. */
const uploadMs = 600_000;
const requestMs = 60_000;

function dropSlow(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const timer = setTimeout(() => request.complete || request.destroy(), requestMs).unref();
  response.once("close", () => clearTimeout(timer));
}

async function start(): Promise<void> {
  process.env.NEXTAUTH_URL = env.PUBLIC_URL;
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  const isDevelopment = env.NODE_ENV === "development";
  readFramesBy(sourceLine);
  registerSubscriptions();
  if (!isDevelopment) keepPages(publicPages);

  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 15_000, requestTimeout: uploadMs });
  const app = next({ dev: isDevelopment, dir: process.cwd(), hostname: env.HOST, port: env.PORT, httpServer: server });
  await app.prepare();
  const pages = app.getRequestHandler();
  const procedures = trpcHandler(appRouter);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    request.headers[addressHeader] = addressOf(request);
    setSecurityHeaders(response);
    const url = request.url ?? "/";
    if (url.startsWith(filesPath)) return await answerFile(request, response);
    dropSlow(request, response);
    if (url.startsWith(trpcPath)) return await procedures(request, response);
    if (url === "/api/health") return await answerHealth(response, version);
    if (await answerKeptPage(request, response)) return;
    if (!isDevelopment) finishPages(request, response);
    await pages(request, response);
  };

  server.on("request", (request, response) => {
    answer(request, response).catch((err: unknown) => {
      log.error({ err }, "request failed");
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  if (isDevelopment) server.on("upgrade", app.getUpgradeHandler());

  workApartBy(jobProgram);
  await startJobs();
  const loops = [startDispatcher(), startSender()];
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(env.PORT, env.HOST, resolve));
  const { port } = server.address() as AddressInfo;
  const host = ["0.0.0.0", "::"].includes(env.HOST) ? "127.0.0.1" : env.HOST;
  loopback.url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  process.stdout.write(`READY ${loopback.url}\n`);

  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const limit = setTimeout(() => server.closeAllConnections(), drainMs);
    await closed;
    clearTimeout(limit);
    await app.close();
    await Promise.all([...loops.map(async (loop) => await loop.stop()), stopJobs()]);
    await closeDatabase();
  };
  let stopping = false;
  const onSignal = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), drainMs + 25_000).unref();
    stop().then(() => process.exit(0), (err: unknown) => {
      log.error({ err }, "stop failed");
      process.exit(1);
    });
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}

process.on("unhandledRejection", (err) => log.error({ err }, "unhandled rejection"));

start().catch((error: unknown) => {
  if (isUnavailable(error)) process.stderr.write("База данных не отвечает по адресу из DATABASE_URL. Проверьте адрес и запущена ли она.\n");
  else log.fatal({ err: error }, "the server did not start");
  process.exit(1);
});
