import { request, type APIRequestContext } from "@playwright/test";
import { sessionOf, type Who } from "./signed-in";

/** Where a page is that has something in its address: what the person finds on the way there. */
type Way = (api: APIRequestContext) => Promise<string>;

export interface PageEntry {
  /** the folder of page.tsx within src/app/[locale] */
  readonly page: string;
  readonly address: string | Way;
  /** whom it is for; the first one is tested at every width, all are pictured */
  readonly for: readonly [Who, ...Who[]];
  /** who else may open it: anybody, anybody signed in, or nobody */
  readonly others: "anybody" | "signedIn" | "nobody";
  readonly status?: 404;
  /** where the address leads, when elsewhere */
  readonly leadsTo?: RegExp;
}

const id = "[\\da-f]{8}-[\\da-f-]{27}";

/** The first link on a page of the same person, and what comes after it. */
const linkOn = (list: string, href: string, further = ""): Way => async (api) => {
  const html = await (await api.get(list)).text();
  const wanted = new RegExp(`^${href.replaceAll("ID", id)}$`);
  const found = [...html.matchAll(/href="([^"]+)"/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&")).find((one) => wanted.test(one));
  if (!found) throw new Error(`на ${list} нет ссылки ${href}`);
  return `${found}${further}`;
};

/** A list whose rows open beside it has no links: the first row of what it asks of the server. */
const rowOf = (procedure: string, input: object, address: (id: string) => string): Way => async (api) => {
  const answer = await api.get(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`);
  const { result } = (await answer.json()) as { result?: { data: { json: { rows: { id: string }[] } } } };
  const row = result?.data.json.rows[0];
  if (!row) throw new Error(`${procedure} ничего не дал: ${answer.status()}`);
  return address(row.id);
};

const inGroup = ["secretary", "lead", "groupmember"] as const;
const atDesk = ["coordinator", "executor"] as const;

/** Every page of the platform. A new one without an entry fails e2e/pages.spec.ts. */
export const pages: readonly PageEntry[] = [
  { page: "(public)", address: "/", for: ["visitor", "resident"], others: "anybody" },
  { page: "(public)/appearance", address: "/appearance", for: ["visitor"], others: "anybody" },
  { page: "(public)/absent", address: "/absent", for: ["visitor"], others: "anybody" },
  { page: "(public)/consents/[purpose]", address: "/consents/processing", for: ["visitor"], others: "anybody" },
  { page: "(public)/first-run", address: "/first-run", for: ["visitor"], others: "anybody", status: 404 },
  { page: "(public)/help", address: "/help", for: ["visitor"], others: "anybody" },
  { page: "(public)/help/ask", address: "/help/ask", for: ["visitor", "resident"], others: "anybody" },
  { page: "(public)/initiatives", address: "/initiatives", for: ["visitor", "resident"], others: "anybody" },
  { page: "(public)/initiatives/[number]", address: linkOn("/initiatives", "/initiatives/[^?/]+"), for: ["visitor", "resident"], others: "anybody" },
  { page: "(public)/key-questions", address: "/key-questions", for: ["visitor"], others: "anybody" },
  { page: "(public)/offline", address: "/offline", for: ["coordinator", "visitor"], others: "anybody" },
  { page: "(public)/mailbox", address: "/mailbox", for: ["visitor"], others: "anybody" },
  { page: "(public)/p/[code]", address: "/p/nothing-here", for: ["visitor"], others: "anybody" },
  { page: "(public)/progress", address: "/progress", for: ["visitor"], others: "anybody" },
  { page: "(public)/progress/[region]", address: linkOn("/progress", "/progress/\\d+"), for: ["visitor"], others: "anybody" },
  { page: "(public)/terms", address: "/terms", for: ["visitor"], others: "anybody" },
  { page: "[...rest]", address: "/nothing/here", for: ["visitor"], others: "anybody", status: 404 },

  { page: "(resident)/account", address: "/account", for: ["resident", "coordinator"], others: "signedIn" },
  { page: "(resident)/account/data", address: "/account/data", for: ["resident", "coordinator"], others: "signedIn" },
  { page: "(resident)/account/erase", address: "/account/erase", for: ["resident", "coordinator"], others: "signedIn" },
  { page: "(resident)/account/security", address: "/account/security", for: ["resident", "head"], others: "signedIn" },
  { page: "(resident)/account/security/email", address: "/account/security/email", for: ["resident"], others: "signedIn" },
  { page: "(resident)/account/security/password", address: "/account/security/password", for: ["resident"], others: "signedIn" },
  { page: "(resident)/confirm/email", address: "/confirm/email?token=gone", for: ["visitor"], others: "anybody" },
  { page: "(resident)/assisted", address: "/assisted", for: ["coordinator", "visitor"], others: "anybody" },
  { page: "(resident)/confirm", address: "/confirm?token=gone", for: ["visitor"], others: "anybody" },
  { page: "(resident)/invitation", address: "/invitation", for: ["visitor"], others: "anybody" },
  { page: "(resident)/invitation/[token]", address: "/invitation/gone", for: ["visitor"], others: "anybody" },
  { page: "(resident)/join", address: "/join", for: ["resident"], others: "signedIn" },
  { page: "(resident)/messages", address: "/messages", for: ["resident", "secretary"], others: "signedIn" },
  { page: "(resident)/my", address: "/my", for: ["resident"], others: "signedIn" },
  {
    page: "(resident)/my/[number]", address: linkOn("/my", "/my/\\d[^?/]*"), others: "nobody",
    // the author; where it was gathered, who considers it, who answers for the municipality
    for: ["resident", "coordinator", "executor", "director", ...inGroup, "deputy", "moderator", "responsible", "head"],
  },
  { page: "(resident)/co-author", address: "/co-author", for: ["resident"], others: "signedIn" },
  { page: "(resident)/my/questions", address: "/my/questions", for: ["resident"], others: "signedIn" },
  { page: "(resident)/my/questions/[ticketId]", address: linkOn("/my/questions", "/my/questions/ID"), for: ["resident"], others: "nobody" },
  { page: "(resident)/new", address: "/new", for: ["visitor", "resident", "coordinator"], others: "anybody" },
  { page: "(resident)/new/wording/[draftId]", address: async (api) => (await linkOn("/my", "/new\\?draft=ID")(api)).replace("/new?draft=", "/new/wording/"), for: ["resident"], others: "nobody" },
  { page: "(resident)/register", address: "/register", for: ["visitor"], others: "anybody" },
  { page: "(resident)/register/phone", address: "/register/phone", for: ["visitor"], others: "anybody" },
  { page: "(resident)/sign-in", address: "/sign-in", for: ["visitor"], others: "anybody" },
  { page: "(resident)/sign-in/forgot", address: "/sign-in/forgot", for: ["visitor"], others: "anybody" },
  { page: "(resident)/sign-in/identity", address: "/sign-in/identity", for: ["visitor"], others: "anybody" },
  { page: "(resident)/sign-in/reset", address: "/sign-in/reset?token=gone", for: ["visitor"], others: "anybody" },
  { page: "(resident)/sign-out", address: "/sign-out", for: ["resident", "visitor"], others: "anybody" },
  { page: "(resident)/slip", address: "/slip", for: ["visitor"], others: "anybody" },

  { page: "(entry)/second-factor", address: "/second-factor", for: ["resident", "administrator"], others: "signedIn" },

  { page: "(council)/council", address: "/council", for: ["council", "council2", "country"], others: "nobody" },

  { page: "(work)/admin", address: "/admin", for: ["administrator"], others: "nobody" },
  { page: "(work)/admin/regulation", address: "/admin/regulation", for: ["administrator"], others: "nobody" },
  { page: "(work)/admin/boundaries", address: "/admin/boundaries", for: ["administrator"], others: "nobody" },
  { page: "(work)/admin/consents", address: "/admin/consents", for: ["administrator"], others: "nobody" },
  { page: "(work)/admin/directory", address: "/admin/directory", for: ["administrator"], others: "nobody" },
  { page: "(work)/admin/marathon", address: "/admin/marathon", for: ["administrator"], others: "nobody" },
  { page: "(work)/admin/rights", address: "/admin/rights", for: ["administrator"], others: "nobody" },
  { page: "(work)/admin/reforms", address: "/admin/reforms", for: ["administrator"], others: "nobody" },
  { page: "(work)/admin/municipalities", address: linkOn("/admin", "/admin/municipalities\\?region=ID"), for: ["administrator"], others: "nobody" },

  {
    page: "(work)/desk/(home)", address: "/desk", others: "signedIn",
    for: ["secretary", "coordinator", "executor", "director", "groupmember", "lead", "deputy", "responsible", "head", "operator", "moderator", "council", "country", "administrator"],
  },
  { page: "(work)/desk/duty", address: "/desk/duty", for: ["responsible", "operator", "head", "deputy"], others: "nobody" },
  { page: "(work)/desk/duplicates", address: "/desk/duplicates", for: ["responsible"], others: "nobody" },
  { page: "(work)/desk/duplicates/[one]/[other]", address: linkOn("/desk/duplicates", "/desk/duplicates/ID/ID"), for: ["responsible"], others: "nobody" },
  { page: "(work)/desk/hotline", address: "/desk/hotline", for: ["operator", ...inGroup], others: "nobody" },
  { page: "(work)/desk/hotline/[ticketId]", address: rowOf("hotline.queue", { filter: "new" }, (ticket) => `/desk/hotline/${ticket}`), for: ["operator"], others: "nobody" },
  { page: "(work)/desk/indicators", address: "/desk/indicators", for: ["head", "responsible", "deputy", ...inGroup], others: "signedIn" },
  { page: "(work)/desk/queue/together/[id]", address: rowOf("considering.queue", { filter: "proposal" }, (one) => `/desk/queue/together/${one}`), for: ["secretary", "lead"], others: "nobody" },
  { page: "(work)/desk/moderation", address: "/desk/moderation", for: ["moderator"], others: "nobody" },
  { page: "(work)/desk/nominations", address: "/desk/nominations", for: ["council", "council2", "country", "lead", "head", "responsible", "deputy"], others: "nobody" },
  { page: "(work)/desk/nominations/[id]", address: rowOf("considering.nominations", { side: "in", filter: "waiting" }, (one) => `/desk/nominations/${one}`), for: ["council"], others: "nobody" },
  { page: "(work)/desk/organisation", address: "/desk/organisation", for: ["director", ...atDesk], others: "nobody" },
  { page: "(work)/desk/people", address: "/desk/people", for: atDesk, others: "nobody" },
  { page: "(work)/desk/people/[id]", address: linkOn("/desk/people", "/desk/people/ID"), for: ["coordinator", "responsible"], others: "nobody" },
  { page: "(work)/desk/people/confirm", address: "/desk/people/confirm", for: [...atDesk, "responsible"], others: "nobody" },
  { page: "(work)/desk/people/new", address: "/desk/people/new", for: atDesk, others: "nobody" },
  { page: "(work)/desk/people/sheets", address: "/desk/people/sheets", for: atDesk, others: "nobody" },
  { page: "(work)/desk/people/sheets/blank", address: "/desk/people/sheets/blank", for: atDesk, others: "nobody" },
  { page: "(work)/desk/people/sheets/table", address: "/desk/people/sheets/table", for: atDesk, others: "nobody" },
  { page: "(work)/desk/queue", address: "/desk/queue", for: inGroup, others: "nobody" },
  { page: "(work)/desk/queue/[id]", address: rowOf("considering.queue", { filter: "all" }, (one) => `/desk/queue/${one}`), for: inGroup, others: "nobody" },
  { page: "(work)/desk/queue/confirm", address: "/desk/queue/confirm", for: ["lead"], others: "nobody" },
  { page: "(work)/desk/missed", address: "/desk/missed", for: ["deputy", "head", "lead"], others: "signedIn" },
  { page: "(work)/desk/key-questions", address: "/desk/key-questions", for: ["head", "lead"], others: "nobody" },
  { page: "(work)/desk/wording", address: "/desk/wording", for: ["coordinator", "executor"], others: "nobody" },
  { page: "(work)/desk/wording/[draftId]", address: linkOn("/desk/wording", "/desk/wording/ID"), for: ["coordinator"], others: "nobody" },
  { page: "(work)/desk/remarks", address: "/desk/remarks", for: ["responsible", "moderator"], others: "nobody" },
  { page: "(work)/desk/late", address: "/desk/late", for: ["responsible"], others: "nobody" },
  { page: "(work)/desk/regulation", address: "/desk/regulation", for: ["responsible", "head"], others: "signedIn" },
  { page: "(work)/desk/setup", address: "/desk/setup", for: ["responsible", "head"], others: "nobody", leadsTo: /^\/desk\/setup\/\w+$/ },
  { page: "(work)/desk/setup/directory", address: "/desk/setup/directory", for: ["responsible", "head"], others: "nobody" },
  { page: "(work)/desk/setup/[step]", address: "/desk/setup/people", for: ["responsible", "head"], others: "nobody" },
  { page: "(work)/desk/setup/clone", address: "/desk/setup/clone", for: ["responsible", "head"], others: "nobody" },
  { page: "(work)/desk/structure", address: "/desk/structure", for: ["responsible", "head", "lead", "secretary", "deputy", "director"], others: "nobody" },
  { page: "(work)/desk/wall", address: "/desk/wall", for: ["responsible", "head", "lead", "secretary", "deputy"], others: "nobody" },
  { page: "(work)/desk/structure/appoint", address: linkOn("/desk/structure", "/desk/structure/appoint\\?.*seat=ID.*"), for: ["responsible", "head"], others: "nobody" },
  { page: "(work)/desk/structure/appointments/[id]", address: linkOn("/desk/structure/people", "/desk/structure/appointments/ID"), for: ["responsible", "head", "deputy", "lead", "secretary"], others: "nobody" },
  { page: "(work)/desk/structure/papers", address: "/desk/structure/papers", for: ["responsible", "head", "deputy", "lead", "secretary", "director"], others: "nobody" },
  { page: "(work)/desk/structure/passport", address: "/desk/structure/passport", for: ["responsible", "head"], others: "nobody" },
  { page: "(work)/desk/structure/people", address: "/desk/structure/people", for: ["responsible", "head", "lead", "secretary", "deputy", "director"], others: "nobody" },
  { page: "(work)/desk/structure/directions", address: "/desk/structure/directions", for: ["responsible", "head"], others: "nobody" },
  { page: "(work)/desk/targets", address: "/desk/targets", for: ["head", "responsible", "deputy", "secretary", "lead", "council", "council2"], others: "nobody" },
  { page: "(work)/desk/structure/rights", address: "/desk/structure/rights", for: ["head"], others: "nobody" },
  { page: "(work)/desk/structure/units", address: "/desk/structure/units", for: ["responsible", "head", "lead", "secretary", "deputy"], others: "nobody" },
  { page: "(work)/desk/structure/units/[id]", address: linkOn("/desk/structure/units", "/desk/structure/units/ID"), for: ["responsible", "head", "deputy", "lead", "secretary", "council", "administrator"], others: "nobody" },
  { page: "(work)/desk/structure/units/[id]/change", address: linkOn("/desk/structure/units", "/desk/structure/units/ID", "/change?kind=merge"), for: ["responsible", "head", "administrator"], others: "nobody" },
  { page: "(work)/desk/structure/invite", address: "/desk/structure/invite", for: ["responsible", "head", "lead"], others: "nobody" },
];

/** In: a page, who asks. Out: its address for them. */
export async function addressOf({ address }: PageEntry, who: Who, baseURL: string): Promise<string> {
  if (typeof address === "string") return address;
  const api = await request.newContext({ baseURL, storageState: await sessionOf(who, baseURL) });
  try {
    return await address(api);
  } finally {
    await api.dispose();
  }
}
