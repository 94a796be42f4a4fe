import { TRPCError } from "@trpc/server";
import { randomUUID } from "node:crypto";
import { ZodError } from "zod";
import { AppError, isAppError, type ErrorDetails } from "@/shared/errors/app-error";
import type { ErrorKind } from "@/shared/errors/catalogue";
import { fieldKeys } from "@/shared/errors/field-issues";
import { isUnavailable } from "../db/transaction";
import { log } from "../log";

/** What a client is told. No message of ours or of a library, no stack: the sentence is in `messages/`. */
export interface ErrorData {
  readonly code: string;
  readonly httpStatus: number;
  readonly fields: ErrorDetails["fields"];
  readonly params: Readonly<Record<string, string | number>> | undefined;
  /** of a defect: what the person can name, to be found in the log */
  readonly incident: string | undefined;
}

const trpcCodeOf = {
  notSignedIn: "UNAUTHORIZED", notFound: "NOT_FOUND", forbidden: "FORBIDDEN", invalid: "BAD_REQUEST",
  conflict: "CONFLICT", gone: "PRECONDITION_FAILED", tooMany: "TOO_MANY_REQUESTS", unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorKind, TRPCError["code"]>;

/** In: whatever a procedure threw. Out: the refusal that the person is told about; a defect becomes «request.failed». */
export function toAppError(error: unknown): AppError {
  const cause = error instanceof TRPCError && error.cause ? error.cause : error;
  if (isAppError(cause)) return cause;
  if (cause instanceof ZodError && error instanceof TRPCError && error.code === "BAD_REQUEST") return AppError.invalid(fieldKeys(cause), cause);
  if (isUnavailable(cause)) return AppError.unavailable(cause);
  if (error instanceof TRPCError) {
    if (error.code === "NOT_FOUND") return AppError.notFound();
    if (error.code === "PAYLOAD_TOO_LARGE") return new AppError("request.tooLarge");
    if (["BAD_REQUEST", "PARSE_ERROR", "METHOD_NOT_SUPPORTED", "UNSUPPORTED_MEDIA_TYPE"].includes(error.code)) return AppError.invalid({}, cause);
  }
  return new AppError("request.failed", undefined, { cause });
}

/** The same refusal in tRPC's terms, for the status of the response. */
export function toTrpcError(error: unknown): TRPCError {
  const known = toAppError(error);
  const code = known.code === "request.failed" ? "INTERNAL_SERVER_ERROR" : trpcCodeOf[known.kind];
  return new TRPCError({ code, message: known.code, cause: known });
}

const incidents = new WeakMap<object, string>();

/** Writes a defect into the log, once, and gives it a name. Refusals are none. */
export function reportDefect(error: AppError, where: string): string | undefined {
  if (error.code !== "request.failed" && error.code !== "request.unavailable") return undefined;
  const known = incidents.get(error);
  if (known) return known;
  const incident = randomUUID().slice(0, 8);
  incidents.set(error, incident);
  log.error({ incident, where, err: error.cause ?? error }, error.code);
  return incident;
}
