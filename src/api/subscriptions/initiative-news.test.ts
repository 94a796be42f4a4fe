import { expect, test } from "vitest";
import { lifecycle, type LifecycleAction } from "@/features/initiatives/lifecycle";
import { newsKinds } from "./initiative-news";

test("для каждого, кому таблица велит сказать о шаге, есть слова, и лишних слов нет", () => {
  const told = new Map<LifecycleAction, Set<string>>();
  for (const { action, tells } of lifecycle) told.set(action, new Set([...(told.get(action) ?? []), ...tells]));
  for (const [action, whom] of told) expect(Object.keys(newsKinds[action]).toSorted(), action).toEqual([...whom].toSorted());
  expect(Object.keys(newsKinds).toSorted()).toEqual([...told.keys()].toSorted());
});
