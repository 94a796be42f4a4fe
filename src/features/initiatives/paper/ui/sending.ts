export interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fields?: Readonly<Record<string, string>>;
}

/** waits: the sheet is as good as before, only the server can't take it now · refused: somebody has to mend it */
export type Answer =
  | { readonly kind: "waits"; readonly why: Why; readonly retryMs: number }
  | { readonly kind: "refused"; readonly refusal: Refusal };
export type Why = "offline" | "signedOut" | "busy";

const [soon, later] = [3_000, 15_000];

/** In: whatever the call threw. What doesn't speak of the sheet itself refuses none: no connection, no answer, nobody signed in, too many at once. */
export function answerTo(error: unknown): Answer {
  const data = (error as { data?: (Refusal & { readonly httpStatus?: number }) | null } | null)?.data;
  if (data?.code === undefined || (data.httpStatus ?? 400) >= 500) return { kind: "waits", why: "offline", retryMs: soon };
  if (data.httpStatus === 401) return { kind: "waits", why: "signedOut", retryMs: later };
  if (data.httpStatus === 429 || data.code === "request.tooMany") return { kind: "waits", why: "busy", retryMs: later };
  return { kind: "refused", refusal: data };
}
