import { handleAuth } from "@/platform/auth/handler";
import { sha256 } from "@/shared/ids/hash";

/** Nobody listens there: requests to it are answered by the platform's own handler. */
export const site = "http://dialogue.test";

/** Holds cookies and follows redirects between the site and a provider, as a browser does, up to a page of the site. */
export class BrowserLike {
  readonly cookies = new Map<string, Map<string, string>>();

  /** Out: where it ended: the path on the site, or the provider's page with its text. */
  async go(address: string, form?: Readonly<Record<string, string>>): Promise<{ readonly url: URL; readonly text: string; readonly status: number }> {
    let url = new URL(address);
    let body = form;
    for (let step = 0; step < 20; step += 1) {
      if (url.origin === site && !url.pathname.startsWith("/api/auth/")) return { url, text: "", status: 200 };
      const response = await this.#ask(url, body);
      const location = response.headers.get("location");
      if (location === null) return { url, text: await response.text(), status: response.status };
      url = new URL(location, url);
      body = undefined;
    }
    throw new Error(`it leads nowhere: ${url.href}`);
  }

  /** The hash under which the site keeps what a provider said of this browser. */
  get arrivalHash(): string | null {
    const token = this.cookies.get(new URL(site).host)?.get("arrival");
    return token ? sha256(token) : null;
  }

  async signInAt(provider: string, next = "/"): Promise<{ readonly url: URL; readonly text: string; readonly status: number }> {
    const { csrfToken } = JSON.parse((await this.go(`${site}/api/auth/csrf`)).text) as { csrfToken: string };
    return await this.go(`${site}/api/auth/signin/${provider}`, { csrfToken, callbackUrl: `${site}${next}` });
  }

  async #ask(url: URL, form: Readonly<Record<string, string>> | undefined): Promise<Response> {
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "), ...(form ? { "content-type": "application/x-www-form-urlencoded" } : {}) };
    const request = new Request(url, { method: form ? "POST" : "GET", headers, redirect: "manual", ...(form ? { body: new URLSearchParams(form).toString() } : {}) });
    const nextauth = url.pathname.replace("/api/auth/", "").split("/");
    const response = url.origin === site ? await handleAuth(request, { params: Promise.resolve({ nextauth }) }) : await fetch(request);
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...rest] = line.split(";");
      const [name, value] = [pair.slice(0, pair.indexOf("=")).trim(), pair.slice(pair.indexOf("=") + 1)];
      const isGone = value === "" || rest.some((part) => /^\s*max-age=0$/i.test(part) || /^\s*expires=thu, 01 jan 1970/i.test(part));
      if (isGone) jar.delete(name);
      else jar.set(name, value);
    }
    this.cookies.set(url.host, jar);
    return response;
  }
}
