export type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly status: number };

/** A call of a public page, without a client library: it must stay light. Plain JSON both ways. */
export async function call<T>(procedure: string, input: object, kind: "query" | "mutation"): Promise<Answer<T>> {
  const body = JSON.stringify({ json: input });
  try {
    const response = kind === "query"
      ? await fetch(`/api/trpc/${procedure}?input=${encodeURIComponent(body)}`)
      : await fetch(`/api/trpc/${procedure}`, { method: "POST", headers: { "content-type": "application/json" }, body });
    if (!response.ok) return { ok: false, status: response.status };
    const answer = (await response.json()) as { result: { data: { json: T } } };
    return { ok: true, data: answer.result.data.json };
  } catch {
    return { ok: false, status: 0 };
  }
}
