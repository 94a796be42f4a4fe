import { createHash } from "node:crypto";
import { growWorld } from "@seed/demo";
import { allTexts } from "@seed/texts";
import type { World } from "@seed/world";
import { describe, expect, test } from "vitest";
import { initiativeStatuses, lifecycle, reachedBy, type InitiativeStatus } from "@/features/initiatives/lifecycle";
import { draftContent, initiativeLimits } from "@/features/initiatives/schema";
import { notificationKinds, notificationParams } from "@/features/messages/schema";

const fingerprint = (world: World) => createHash("sha256").update(JSON.stringify(world.tables)).digest("hex");

test("исходных текстов не меньше 150, и ключи у них разные", () => {
  expect(allTexts.length).toBeGreaterThanOrEqual(150);
  expect(new Set(allTexts.map((text) => text.id)).size).toBe(allTexts.length);
});

test("одно и то же время даёт одни и те же строки, другое — другие", async () => {
  const first = fingerprint(await growWorld(new Date("2026-11-20T12:30:00Z"), 0.1));
  expect(fingerprint(await growWorld(new Date("2026-11-20T12:30:00Z"), 0.1))).toBe(first);
  expect(fingerprint(await growWorld(new Date("2026-11-21T12:30:00Z"), 0.1))).not.toBe(first);
});

// A weekday, a weekend night, the first days after the long holidays, the turn of the year, a marathon over the May holidays.
describe.each(["2026-11-20T12:30:00Z", "2026-12-05T22:10:00Z", "2027-01-12T06:00:00Z", "2027-01-01T09:00:00Z", "2027-05-11T05:05:00Z"])("демонстрация на %s", (instant) => {
  const now = new Date(instant);
  const grown = growWorld(now, 0.1);

  test("у каждого рабочего места есть что делать", async () => {
    const world = await grown;
    const { tables, named } = world;
    const id = (role: Parameters<typeof named.get>[0]) => named.get(role)?.id;
    const current = world.marathons.find((one) => one.key === "current");
    const ours = tables.Initiative.filter((row) => row.marathonId === current?.id);
    const groupId = tables.Appointment.find((row) => row.personId === id("secretary") && row.marathonId === current?.id)?.bodyId;
    const prepared = new Set(tables.DecisionProposal.map((row) => row.initiativeId));
    const queue = ours.filter((row) => row.consideringId === groupId);
    const toPrepare = queue.filter((row) => row.status === "inConsideration" && !prepared.has(row.id ?? ""));
    expect(toPrepare.length).toBeGreaterThanOrEqual(8);
    expect(toPrepare.some((row) => (row.dueAt as Date) <= now)).toBe(true);
    expect(toPrepare.some((row) => (row.dueAt as Date) > now && (row.dueAt as Date).getTime() <= now.getTime() + 86_400_000)).toBe(true);
    expect(queue.filter((row) => prepared.has(row.id ?? "")).length).toBeGreaterThanOrEqual(3);

    const mine = ours.filter((row) => row.authorId === id("resident"));
    expect(new Set(mine.map((row) => row.status)).size).toBeGreaterThanOrEqual(3);
    expect(ours.filter((row) => row.helperId === id("coordinator")).length).toBeGreaterThanOrEqual(4);
    const school = tables.Appointment.find((row) => row.personId === id("director"))?.unitId;
    expect(ours.filter((row) => row.originatingId === school).length).toBeGreaterThanOrEqual(6);

    const council = tables.Appointment.find((row) => row.personId === id("council"))?.unitId;
    expect(tables.Nomination.filter((row) => row.toUnitId === council && !row.answeredAt && ours.some((one) => one.id === row.initiativeId)).length).toBeGreaterThanOrEqual(3);
    expect(tables.Nomination.filter((row) => row.toUnitId === world.countryId && !row.answeredAt && ours.some((one) => one.id === row.initiativeId)).length).toBeGreaterThanOrEqual(2);
    const hotline = tables.Appointment.find((row) => row.personId === id("operator") && row.marathonId === current?.id)?.bodyId;
    const open = tables.Ticket.filter((row) => row.hotlineId === hotline && row.status === "open");
    expect(open.length).toBeGreaterThanOrEqual(4);
    expect(open.some((row) => (row.firstResponseDueAt as Date) < now)).toBe(true);
  });

  test("тексты заполнены и помещаются в поля", async () => {
    for (const row of (await grown).tables.Initiative) {
      expect(`${row.title}${row.essence}${row.expectedResult}${row.placeText}${row.answer ?? ""}`).not.toMatch(/[{}]|undefined/);
      expect(row.title.length).toBeGreaterThanOrEqual(initiativeLimits.titleMin);
      expect(row.title.length).toBeLessThanOrEqual(initiativeLimits.title);
      expect(row.essence.length).toBeGreaterThanOrEqual(initiativeLimits.essenceMin);
      expect(row.expectedResult.length).toBeGreaterThanOrEqual(initiativeLimits.expectedMin);
    }
  });

  test("черновик жителя читается формой", async () => {
    const drafts = (await grown).tables.InitiativeDraft;
    expect(drafts).toHaveLength(1);
    for (const { content } of drafts) draftContent.strict().parse(content);
  });

  test("каждая инициатива прошла путь, который разрешён", async () => {
    const { tables } = await grown;
    const courses = new Map<string, InitiativeStatus[]>();
    for (const { initiativeId, toStatus, at } of tables.InitiativeEvent) {
      expect(at).toBeInstanceOf(Date);
      if (toStatus) courses.set(initiativeId, [...(courses.get(initiativeId) ?? []), toStatus]);
    }
    for (const row of tables.Initiative) {
      const course = courses.get(row.id ?? "") ?? [];
      expect(course[0]).toBe("submitted");
      expect(course.at(-1)).toBe(row.status);
      expect(initiativeStatuses).toContain(row.status);
      for (const [index, to] of course.entries()) {
        const from = course[index - 1];
        if (from) expect(lifecycle.some((step) => step.from.includes(from) && reachedBy(step, from).includes(to)), `${from} → ${to}`).toBe(true);
      }
    }
  });

  test("сообщения авторам таких видов, какие умеет показать приложение", async () => {
    for (const { kind, params } of (await grown).tables.Notification) {
      expect(notificationKinds).toContain(kind);
      notificationParams.strict().parse(params);
    }
  });

  test("шаги каждой инициативы идут по времени", async () => {
    const last = new Map<string, number>();
    for (const { initiativeId, at } of (await grown).tables.InitiativeEvent) {
      const moment = (at as Date).getTime();
      expect(moment).toBeGreaterThanOrEqual(last.get(initiativeId) ?? 0);
      expect(moment).toBeLessThanOrEqual(now.getTime());
      last.set(initiativeId, moment);
    }
  });
});
