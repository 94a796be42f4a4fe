import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { startLoop } from "./loop";

const never = 1_000_000;

test("разбуженный ждёт остальных и делает их дело за один раз", async () => {
  let [woken, done, runs] = [0, 0, 0];
  const loop = startLoop("test", { everyMs: never, gatherMs: 30 }, async () => {
    runs += 1;
    done = woken;
    await Promise.resolve();
  });
  for (; woken < 10; woken += 1) loop.wake();
  while (done < woken) await wait(1);
  expect(runs).toBe(1);
  await loop.stop();
});

test("разбуженный посреди дела делает его ещё раз: то, что пришло позже, не забыто", async () => {
  let runs = 0;
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const loop = startLoop("test", { everyMs: never }, async () => {
    runs += 1;
    if (runs === 1) await first.promise;
    else second.resolve();
  });
  loop.wake();
  first.resolve();
  await second.promise;
  expect(runs).toBe(2);
  await loop.stop();
});

test("остановленный кончает начатое, нового не начинает и не ждёт остальных", async () => {
  let [begun, ended] = [0, 0];
  const loop = startLoop("test", { everyMs: never }, async () => {
    begun += 1;
    await wait(5);
    ended += 1;
  });
  await loop.stop();
  loop.wake();
  expect([begun, ended]).toEqual([1, 1]);
  const patient = startLoop("test", { everyMs: never, gatherMs: never }, async () => {
    begun += 1;
    await Promise.resolve();
  });
  await patient.stop();
  expect(begun).toBe(1);
});
