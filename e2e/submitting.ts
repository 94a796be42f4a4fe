import { randomInt, randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

export interface Made {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/** A call of the platform from the page that is open: with its session, from its origin. */
export async function call<T>(page: Page, path: string, input: unknown, method: "GET" | "POST"): Promise<T> {
  return await page.evaluate(
    async ([path, input, method]) => {
      const query = method === "GET" ? `?input=${encodeURIComponent(JSON.stringify({ json: input }))}` : "";
      const sent = method === "POST" ? { method, headers: { "content-type": "application/json" }, body: JSON.stringify({ json: input }) } : {};
      const answer = (await (await fetch(`/api/trpc/${path}${query}`, sent)).json()) as { result?: { data: { json: T } }; error?: unknown };
      if (!answer.result) throw new Error(JSON.stringify(answer.error));
      return answer.result.data.json;
    },
    [path, input, method] as const,
  );
}

/** Submitted by whoever is signed in; each test has initiatives of its own. */
export async function submit(page: Page, title: string, directionName = "Благоустройство"): Promise<Made> {
  const [marathon] = await call<{ id: string }[]>(page, "marathon.current", undefined, "GET");
  const marathonId = marathon?.id;
  const municipalities = await call<{ id: string; shortName: string }[]>(page, "marathon.municipalities", { marathonId }, "GET");
  const directions = await call<{ id: string; name: string }[]>(page, "marathon.directions", { marathonId, municipalityId: null }, "GET");
  const id = randomUUID();
  const content = {
    title, essence: "По вечерам здесь темно и скользко, дети идут по проезжей части. Просим сделать дорожку.", expectedResult: "К школе можно дойти безопасно.",
    directionId: directions.find((one) => one.name === directionName)?.id, municipalityId: municipalities.find((one) => one.shortName === "Яранский район")?.id,
    organisationId: null, hiddenFromOrganisation: false, placeText: "ул. Свободы", initiatorKind: "parent", collective: false,
  };
  const draft = await call<{ id: string; version: number }>(page, "draft.start", { id, content }, "POST");
  const { number } = await call<{ number: number }>(page, "initiative.submit", { draftId: draft.id, version: draft.version }, "POST");
  return { id: draft.id, number, title };
}

/** What the kit has read out («отправляется») leaves the page after some seconds, and has no name of its own until then. */
export const afterAnnouncements = async (page: Page) => await expect(page.locator("[data-live-announcer] [role=img]")).toHaveCount(0);
export const unique = (title: string) => `${title} ${randomInt(1_000_000, 10_000_000)}`;
