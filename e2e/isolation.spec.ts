import { expect, request, test, type APIResponse } from "@playwright/test";
import { findForeign, type Foreign } from "./foreign";
import { addressOf, pages } from "./pages";
import { sessionOf, type Who } from "./signed-in";

const staff: readonly Who[] = [
  "coordinator", "executor", "director", "groupmember", "secretary", "lead", "deputy", "responsible", "head", "operator", "moderator", "council", "council2", "country", "administrator",
];
const everybody: readonly Who[] = ["resident", ...staff];

async function openAs(who: Who, address: string, baseURL = ""): Promise<{ readonly answer: APIResponse; readonly html: string }> {
  const api = await request.newContext({ baseURL, storageState: await sessionOf(who, baseURL) });
  try {
    const answer = await api.get(address, { headers: { accept: "text/html" } });
    return { answer, html: await answer.text() };
  } finally {
    await api.dispose();
  }
}

const headingOf = (html: string) => /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1]?.replace(/<[^>]+>/g, "").trim() ?? "";

/** Words for the same address as if there were no such row: plain, and nothing of what is there. */
function expectNoPage(who: Who, { answer, html }: Awaited<ReturnType<typeof openAs>>, traces: readonly string[] = []): void {
  expect.soft(answer.status(), `${who}: ${answer.url()}`).toBe(404);
  expect.soft(headingOf(html), `${who}: ${answer.url()}`).toBe("Такой страницы нет");
  for (const trace of traces) expect.soft(html.includes(trace), `${who} видит «${trace}» на ${answer.url()}`).toBe(false);
}

test.describe.configure({ timeout: 120_000 });

for (const entry of pages.filter(({ others }) => others !== "anybody")) {
  test(`${entry.page}: кто не вошёл, входит`, async ({ baseURL }) => {
    const { answer, html } = await openAs("visitor", await addressOf(entry, entry.for[0], baseURL ?? ""), baseURL);
    expect(new URL(answer.url()).pathname).toBe("/sign-in");
    expect(headingOf(html)).toBe("Вход");
  });
}

for (const entry of pages.filter(({ others }) => others === "nobody")) {
  test(`${entry.page}: кому она не положена, тому такой страницы нет`, async ({ baseURL }) => {
    const address = await addressOf(entry, entry.for[0], baseURL ?? "");
    // what names the row, where the address names a row
    const traces = entry.page.includes("[id]") || entry.page.includes("[ticketId]") || entry.page.includes("[number]") ? [headingOf((await openAs(entry.for[0], address, baseURL)).html)].filter(Boolean) : [];
    for (const who of everybody.filter((one) => !entry.for.includes(one))) expectNoPage(who, await openAs(who, address, baseURL), traces);
  });

  test(`${entry.page}: кому она положена, тому открыта`, async ({ baseURL }) => {
    const address = await addressOf(entry, entry.for[0], baseURL ?? "");
    for (const who of entry.for) {
      const { answer } = await openAs(who, address, baseURL);
      expect.soft(answer.status(), who).toBe(200);
    }
  });
}

const elsewhere: readonly { readonly what: string; readonly address: (foreign: Foreign) => string; readonly trace: (foreign: Foreign) => string; readonly except?: readonly Who[] }[] = [
  { what: "инициативу в очереди", address: ({ initiative }) => `/desk/queue/${initiative.id}`, trace: ({ initiative }) => initiative.title },
  { what: "выдвинутую инициативу", address: ({ initiative }) => `/desk/nominations/${initiative.id}`, trace: ({ initiative }) => initiative.title },
  { what: "вопрос горячей линии", address: ({ ticket }) => `/desk/hotline/${ticket.id}`, trace: ({ ticket }) => ticket.question },
  { what: "свой вопрос", address: ({ ticket }) => `/my/questions/${ticket.id}`, trace: ({ ticket }) => ticket.question },
  { what: "человека", address: ({ person }) => `/desk/people/${person.id}`, trace: ({ person }) => person.name },
  { what: "структуру", address: ({ municipality }) => `/desk/structure?m=${municipality}`, trace: ({ appointment }) => appointment.name },
  { what: "настройку", address: ({ municipality }) => `/desk/setup/people?m=${municipality}`, trace: ({ appointment }) => appointment.name },
  // whom the administrator seats: heads, councils
  { what: "назначение", address: ({ appointment }) => `/desk/structure/appointments/${appointment.id}`, trace: ({ appointment }) => appointment.name, except: ["administrator"] },
  { what: "показатели", address: ({ municipality }) => `/desk/indicators?municipality=${municipality}`, trace: () => "Утвердить", except: ["council2", "country"] },
  { what: "целевые показатели", address: ({ municipality }) => `/desk/targets?municipality=${municipality}`, trace: () => "Утвердить", except: ["council2", "country"] },
  { what: "сравнение региона", address: ({ region }) => `/council?region=${region}`, trace: () => "Выгрузить", except: ["council2", "country"] },
];

for (const { what, address, trace, except = [] } of elsewhere) {
  test(`${what} другого региона не открывает по ссылке никто из здешних`, async ({ baseURL }) => {
    const foreign = await findForeign();
    for (const who of everybody.filter((one) => !except.includes(one))) expectNoPage(who, await openAs(who, address(foreign), baseURL), [trace(foreign)]);
  });
}

for (const format of ["csv", "xlsx"]) {
  test(`таблицы другого региона (${format}) не выгружает никто из здешних, а кто не вошёл, не выгружает ничего`, async ({ baseURL }) => {
    const foreign = await findForeign();
    const addresses = [`/api/export/municipality.${format}?municipality=${foreign.municipality}`, `/api/export/council.${format}?region=${foreign.region}`];
    for (const address of addresses) {
      expect.soft((await openAs("visitor", address, baseURL)).answer.status(), address).toBe(401);
      for (const who of everybody.filter((one) => one !== "council2" && one !== "country")) expect.soft([403, 404], `${who}: ${address}`).toContain((await openAs(who, address, baseURL)).answer.status());
    }
  });
}
