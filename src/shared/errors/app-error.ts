import { errorCatalogue, type ErrorCode, type ErrorKind, type ErrorParams } from "./catalogue";

/** How each kind travels over HTTP. 404 also hides what lies outside the asker's subtree. */
export const httpStatusOf: Readonly<Record<ErrorKind, number>> = {
  notSignedIn: 401,
  notFound: 404,
  forbidden: 403,
  invalid: 400,
  conflict: 409,
  gone: 410,
  tooMany: 429,
  unavailable: 503,
};

export interface ErrorDetails {
  /** Message key per field («field.required»); the path as in the input, «contacts.0.value». */
  readonly fields?: Readonly<Record<string, string>>;
  /** For the log, never for the person. */
  readonly cause?: unknown;
}

/** A code whose sentence needs values cannot be thrown without them. */
type Rest<C extends ErrorCode> = [ErrorParams<C>] extends [never]
  ? [params?: undefined, details?: ErrorDetails]
  : [params: ErrorParams<C>, details?: ErrorDetails];

/** Next and the server each bundle a copy of this module, so `instanceof` alone would miss half of them. */
const mark = Symbol.for("municipalDialogue.AppError");

/** A refusal that a person is told about; anything else thrown is a defect. Its message is the code. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly kind: ErrorKind;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly [mark] = true;

  constructor(code: C, ...[params, details]: Rest<C>) {
    super(code, details?.cause === undefined ? undefined : { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.kind = errorCatalogue[code].kind;
    if (params) this.params = params;
    if (details?.fields) this.fields = details.fields;
  }

  get httpStatus(): number {
    return httpStatusOf[this.kind];
  }

  static notSignedIn(): AppError {
    return new AppError("request.notSignedIn");
  }

  static notFound(): AppError {
    return new AppError("request.notFound");
  }

  static forbidden(): AppError {
    return new AppError("request.forbidden");
  }

  /** In: message key per field. */
  static invalid(fields: Readonly<Record<string, string>> = {}, cause?: unknown): AppError {
    return new AppError("request.invalid", undefined, { fields, cause });
  }

  /** In: seconds until the next attempt; the person is told whole minutes. */
  static tooMany(retryAfterSeconds: number): AppError {
    return new AppError("request.tooMany", { minutes: Math.max(1, Math.ceil(retryAfterSeconds / 60)) });
  }

  static unavailable(cause?: unknown): AppError {
    return new AppError("request.unavailable", undefined, { cause });
  }
}

/** In: anything caught. Out: is it a refusal, whichever bundle threw it? */
export function isAppError(error: unknown): error is AppError {
  return typeof error === "object" && error !== null && mark in error;
}
