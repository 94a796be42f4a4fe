import { beforeAll, expect, test, vi } from "vitest";
import { anonymous, type Actor } from "@/access/actor";
import { mostTerms } from "@/features/initiatives/terms/schema";
import { db } from "@/platform/db/client";
import { visitorOf, type Context } from "@/platform/trpc/context";
import { useTestDatabase } from "@/testing/database";
import { makeInitiative } from "@/testing/factories/make-initiative";
import { buildWay, put, start, world } from "@/testing/worlds/way";
import { GET as feed } from "./initiatives.atom/route";
import { GET as terms } from "./terms.ics/route";

// who asks, which Next reads of the request; and its store of kept pages, which is not there outside of it
const asker = vi.hoisted(() => ({ context: {} as Context }));
vi.mock("@/platform/trpc/context-next", () => ({ contextFromNext: async () => await Promise.resolve(asker.context), contextOfPublic: () => ({ ...asker.context, actor: anonymous }) }));
vi.mock("next/cache", async (original) => ({ ...(await original<typeof import("next/cache")>()), unstable_cache: (work: unknown) => work }));

useTestDatabase();
beforeAll(buildWay);

function ask(actor: Actor, addressHash = "somewhere"): void {
  asker.context = { actor, locale: "ru", db, now: start, visitor: visitorOf(undefined, null), assisted: null as never, addressHash };
}
const read = async (query = "") => await feed(new Request(`http://localhost/api/export/initiatives.atom${query}`));
const titlesIn = (text: string) => [...text.matchAll(/<entry>.*?<title>(.*?)<\/title>/g)].map(([, title]) => title);
const eventsIn = (text: string) => text.replace(/\r\n /g, "").split("BEGIN:VEVENT").slice(1);

test("сроки в календарь: без входа — ничего", async () => {
  ask(anonymous);
  expect((await terms()).status).toBe(401);
});

test("сроки в календарь: руководитель получает все сроки группы, житель — свои, сосед — ни одного из них", async () => {
  const due = (day: number) => new Date(Date.UTC(2026, 3, day, 21));
  await Promise.all(Array.from({ length: 60 }, async (_, index) => await put("inConsideration", { title: `Срок ${index}`, dueAt: due(1 + (index % 28)) })));
  await put("clarification", { title: "Ждёт автора", dueAt: null, pausedLeft: 4 });
  await put("notSupported", { title: "Уже решена", dueAt: null });
  ask(world.actors.lead!);
  const response = await terms();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/calendar");
  const lead = eventsIn(await response.text());
  expect(lead).toHaveLength(60);
  expect(lead.every((event) => event.includes("SUMMARY:Срок группы"))).toBe(true);
  // nearest first, an hour long, up to the end of the term
  expect(lead[0]).toContain("DTSTART:20260401T200000Z");
  expect(lead[0]).toContain("DTEND:20260401T210000Z");
  ask(world.actors.author!);
  const author = eventsIn(await (await terms()).text());
  expect(author).toHaveLength(60);
  expect(author.every((event) => event.includes("SUMMARY:Ответ на вашу инициативу"))).toBe(true);
  ask(world.actors.neighbour!);
  expect(eventsIn(await (await terms()).text())).toEqual([]);
});

test("сроки в календарь: сверх предела остаются те, что наступят первыми", async () => {
  const [one] = await db.initiative.findMany({ where: { status: "inConsideration" }, take: 1 });
  const copies = Array.from({ length: mostTerms }, (_, index) => ({ ...one!, id: crypto.randomUUID(), number: 700_000 + index, title: "Поздняя", dueAt: new Date("2026-09-01T21:00:00Z") }));
  await db.initiative.createMany({ data: copies });
  ask(world.actors.lead!);
  const events = eventsIn(await (await terms()).text());
  expect(events).toHaveLength(mostTerms);
  expect(events.filter((event) => !event.includes("Поздняя"))).toHaveLength(60);
  await db.initiative.deleteMany({ where: { number: { gte: 700_000 } } });
});

test("лента: отбор по месту, направлению и состоянию; неверное в адресе отброшено; до публикации — ничего", async () => {
  ask(anonymous);
  await db.initiative.updateMany({ data: { status: "withdrawn" } });
  await put("submitted", { title: "Ещё не видна" });
  await put("inConsideration", { title: "Первый & «первое» <b>" });
  await makeInitiative(db, { marathonId: world.marathonId, municipalityId: world.secondId, directionId: world.otherDirectionId, status: "carriedOut", title: "Второй" });
  const all = await read();
  expect(all.headers.get("content-type")).toContain("application/atom+xml");
  const text = await all.text();
  expect(new Set(titlesIn(text))).toEqual(new Set(["Второй", "Первый &amp; «первое» &lt;b&gt;"]));
  expect(titlesIn(await (await read(`?municipality=${world.secondId}`)).text())).toEqual(["Второй"]);
  expect(titlesIn(await (await read(`?direction=${world.directionId}`)).text())).toHaveLength(1);
  expect(titlesIn(await (await read("?status=carriedOut")).text())).toEqual(["Второй"]);
  // what the table of filters doesn't know is no filter, and isn't said back
  const wrong = await (await read(`?municipality=${encodeURIComponent('"><script>')}&status=submitted&limit=1`)).text();
  expect(titlesIn(wrong)).toHaveLength(2);
  expect(wrong).not.toContain("script");
});

test("лента: последние пятьдесят", async () => {
  ask(anonymous);
  await Promise.all(Array.from({ length: 51 }, async (_, index) => await put("inConsideration", { title: `Новая ${index}`, submittedAt: new Date(start.getTime() + index * 1_000) })));
  const titles = titlesIn(await (await read()).text());
  expect(titles).toHaveLength(50);
  expect(titles[0]).toBe("Новая 50");
});

test("лента: после двухсот сорока обращений в час с одного места — позже; соседу она открыта", async () => {
  ask(anonymous, "the busy one");
  await db.attemptLimit.deleteMany();
  await read();
  await db.attemptLimit.updateMany({ data: { points: 240 } });
  const refused = await read();
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).not.toBeNull();
  ask(anonymous, "the neighbour");
  expect((await read()).status).toBe(200);
});
