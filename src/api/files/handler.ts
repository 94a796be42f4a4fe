import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import messagesEn from "@/shared/errors/messages/en.json";
import messagesRu from "@/shared/errors/messages/ru.json";
import { attachmentsRouter } from "@/features/initiatives/attachments/server/router";
import { receiveAttachment } from "@/features/initiatives/attachments/server/service";
import { evidenceRouter } from "@/features/initiatives/considering/evidence/server/router";
import { receiveEvidence } from "@/features/initiatives/considering/evidence/server/service";
import { paperRouter } from "@/features/people/paper/server/router";
import { receivePaper } from "@/features/people/paper/server/service";
import { stacksRouter } from "@/features/people/stacks/server/router";
import { receiveStack } from "@/features/people/stacks/server/service";
import { scansRouter } from "@/features/structure/scans/server/router";
import { receiveScan } from "@/features/structure/scans/server/service";
import { disposition } from "@/platform/files/names";
import { storedTypes, type StoredType } from "@/platform/files/make-safe";
import { findFile, type FileKind } from "@/platform/files/rows";
import { fileStore, keyOf } from "@/platform/files/store";
import { isSameOrigin } from "@/platform/http/same-origin";
import { translate } from "@/platform/i18n/translator";
import { contextFromRequest, type Context } from "@/platform/trpc/context";
import { reportDefect, toAppError } from "@/platform/trpc/errors";
import { createCallerFactory } from "@/platform/trpc/trpc";
import { AppError } from "@/shared/errors/app-error";
import { isId } from "@/shared/ids/id";

export const filesPath = "/files/";

interface OpenFile {
  readonly id: string;
  readonly name: string;
  readonly type: StoredType;
  readonly bytes: number;
  readonly sha256: string;
}

/** Who is let to a file of each kind: by the procedure of the feature whose row it hangs on, and by its service for the bytes. */
interface Door {
  readonly open: (context: Context, fileId: string) => Promise<OpenFile>;
  readonly receive: (context: Context, fileId: string, body: Readable) => Promise<unknown>;
}
const scans = createCallerFactory(scansRouter);
const papers = createCallerFactory(paperRouter);
const stacks = createCallerFactory(stacksRouter);
const attachments = createCallerFactory(attachmentsRouter);
const evidence = createCallerFactory(evidenceRouter);
const evidenceDoor: Door = {
  open: async (context, fileId) => await evidence(context).open({ fileId }),
  receive: async (context, fileId, body) => await receiveEvidence(context.db, context, fileId, body),
};
const doors: Readonly<Record<FileKind, Door>> = {
  attachment: {
    open: async (context, fileId) => await attachments(context).open({ fileId }),
    receive: async (context, fileId, body) => await receiveAttachment(context.db, context, fileId, body),
  },
  donePhoto: evidenceDoor,
  answerScan: evidenceDoor,
  actScan: {
    open: async (context, fileId) => await scans(context).open({ fileId }),
    receive: async (context, fileId, body) => await receiveScan(context.db, context, fileId, body),
  },
  consentScan: {
    open: async (context, fileId) => await papers(context).open({ fileId }),
    receive: async (context, fileId, body) => await receivePaper(context.db, context, fileId, body),
  },
  stackScan: {
    open: async (context, fileId) => await stacks(context).open({ fileId }),
    receive: async (context, fileId, body) => await receiveStack(context.db, context, fileId, body),
  },
};

/** GET gives a file, PUT brings the bytes of one that was begun by its procedure. */
export async function answerFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const context = await contextFromRequest(request, response);
  try {
    const id = new URL(request.url ?? "/", "http://localhost").pathname.slice(filesPath.length).toLowerCase();
    if (request.method === "PUT") await take(request, response, context, id);
    else if (request.method === "GET" || request.method === "HEAD") await give(request, response, context, id);
    else throw AppError.notFound();
  } catch (error) {
    refuse(request, response, context, error);
  }
}

async function doorOf({ db, actor }: Context, id: string): Promise<Door> {
  const file = isId(id) ? await findFile(db, id) : null;
  if (!file) throw actor.personId === null ? AppError.notSignedIn() : new AppError("file.notFound");
  return doors[file.kind];
}

async function take(request: IncomingMessage, response: ServerResponse, context: Context, id: string): Promise<void> {
  // a form on a foreign page can send neither PUT nor our origin
  if (!isSameOrigin(request)) throw AppError.forbidden();
  const door = await doorOf(context, id);
  const taken = await door.receive(context, id, Readable.from(bodyOf(request), { objectMode: false }));
  response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" }).end(JSON.stringify(taken));
}

/** The body, apart from its connection: whoever stops reading it can still be answered. */
async function* bodyOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) yield chunk;
}

/** Nothing in it runs, whatever it is: pictures are shown, documents are only saved. The right is asked each time. */
async function give(request: IncomingMessage, response: ServerResponse, context: Context, id: string): Promise<void> {
  const file = await (await doorOf(context, id)).open(context, id);
  const tag = `"${file.sha256}"`;
  response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Cache-Control", "private, no-cache");
  response.setHeader("ETag", tag);
  if (request.headers["if-none-match"] === tag) return void response.writeHead(304).end();
  const body = request.method === "HEAD" ? null : await fileStore().open(keyOf(file.id));
  if (body === null && request.method !== "HEAD") throw new AppError("file.notFound");
  response.writeHead(200, {
    "content-type": storedTypes[file.type].mime,
    "content-length": file.bytes,
    "content-disposition": disposition(file.type === "jpeg" ? "inline" : "attachment", file.name),
  });
  if (body === null) return void response.end();
  await pipeline(body, response).catch(() => response.destroy());
}

/** What is read and thrown away for the sake of a plain answer. */
const readOutBytes = 50_000_000;

const words = { ru: messagesRu, en: messagesEn };

/** To the wizard as procedures refuse, to a person who followed a link as a sentence. */
function refuse(request: IncomingMessage, response: ServerResponse, { locale }: Context, error: unknown): void {
  const known = toAppError(error);
  const incident = reportDefect(known, "files");
  if (response.headersSent || response.destroyed) return void response.destroy();
  // a sender hears the answer once the rest has come in, unless the rest has no end in sight
  const isBounded = request.complete || Number(request.headers["content-length"] ?? Infinity) <= readOutBytes;
  const headers = { "cache-control": "no-store", ...(isBounded ? {} : { connection: "close" }) };
  if (request.method === "PUT") {
    const body = JSON.stringify({ code: known.code, params: known.params, fields: known.fields, incident });
    return void response.writeHead(known.httpStatus, { ...headers, "content-type": "application/json" }).end(body);
  }
  response.writeHead(known.httpStatus, { ...headers, "content-type": "text/plain; charset=utf-8" }).end(`${translate(locale, words)(known.code, known.params)}\n`);
}
