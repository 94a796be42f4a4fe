/** What became of it: taken, refused (what the server said), or not reached (null). */
export type SentFile = { readonly ok: true } | { readonly ok: false; readonly said: unknown };

/** Brings a file to an address. In: what to tell of its progress (0–1); fetch tells nothing of that. Never throws. */
export async function sendFile(url: string, file: File, tell: (share: number) => void, signal?: AbortSignal): Promise<SentFile> {
  return await new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(request.status === 200 ? { ok: true } : { ok: false, said: parsed(request.responseText) });
    request.onerror = request.onabort = request.ontimeout = () => resolve({ ok: false, said: null });
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
