import type { Ticket } from "../schema";
import type { PeopleApi } from "./people-api";

export type SignInOutcome = "ok" | "wrong" | "locked" | "notConfirmed" | "phoneNotConfirmed" | "chooseWho" | "codeNeeded" | "codeWrong";

const reasons: Readonly<Record<string, SignInOutcome>> = {
  "session.locked": "locked", "session.emailNotConfirmed": "notConfirmed", "session.phoneNotConfirmed": "phoneNotConfirmed", "session.chooseWho": "chooseWho",
  "session.secondFactorNeeded": "codeNeeded", "session.secondFactorWrong": "codeWrong",
};

async function csrfToken(): Promise<string> {
  const { csrfToken: token } = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as { csrfToken: string };
  return token;
}

async function post(path: string, values: Record<string, string>): Promise<{ url?: string }> {
  const response = await fetch(`/api/auth/${path}`, { method: "POST", body: new URLSearchParams({ callbackUrl: "/", ...values, csrfToken: await csrfToken(), json: "true" }) });
  if (response.status >= 500) throw new Error("the sign-in did not answer");
  return (await response.json()) as { url?: string };
}

/** Throws when the server was not reached. */
export async function signIn({ login, password, code = "" }: Ticket & { readonly code?: string }): Promise<SignInOutcome> {
  const { url } = await post("callback/password", { login, password, code });
  const error = url ? new URL(url, window.location.origin).searchParams.get("error") : null;
  return error === null ? "ok" : (reasons[error] ?? "wrong");
}

export async function signOut(): Promise<void> {
  await post("signout", {});
}

type Calls = Pick<PeopleApi, "adoptDrafts" | "home">;

/** Whoever has signed in brings along what they had begun, and goes where they wanted to. Never returns: the next page comes. */
export async function goOn(api: Calls, next: string | null): Promise<never> {
  await api.adoptDrafts().catch(() => undefined);
  const target = next ?? (await api.home().catch(() => "/my"));
  window.location.assign(target);
  return await new Promise<never>(() => undefined);
}

/** With the ticket that a link or a slip has brought. Who has a second factor signs in with it. */
export async function enterBy(api: Calls, ticket: Ticket, next: string | null): Promise<never> {
  if ((await signIn(ticket)) !== "ok") window.location.assign(`/sign-in${next ? `?next=${encodeURIComponent(next)}` : ""}`);
  return await goOn(api, next);
}

/** Never returns: the provider's page comes. Throws when the provider was not reached. */
export async function goToProvider(id: string, next: string | null): Promise<never> {
  // its requests are signed by us, not by next-auth
  if (id === "esia") {
    window.location.assign(`/api/esia/start${next ? `?next=${encodeURIComponent(next)}` : ""}`);
    return await new Promise<never>(() => undefined);
  }
  const { url } = await post(`signin/${id}`, { callbackUrl: next ?? "/" });
  if (!url) throw new Error("no provider");
  window.location.assign(url);
  return await new Promise<never>(() => undefined);
}
