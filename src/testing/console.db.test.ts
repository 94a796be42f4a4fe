import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, useDatabase } from "@/platform/db/client";
import { bundle } from "../../scripts/lib/bundle.mjs";
import { createTestDatabase } from "./database";
import { makeCountry } from "./factories/make-municipality";
import { makeAppointment, makePerson } from "./factories/make-person";

let run: (...args: string[]) => Promise<{ readonly ok: boolean; readonly reason?: string; readonly link?: string }>;
let closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  const { url, drop } = await createTestDatabase();
  closing = [useDatabase(url), drop];
  const file = await bundle("test/console", "src/api/console.ts");
  const env = { ...process.env, DATABASE_URL: url, NEXTAUTH_SECRET: "secret-of-the-tests-and-of-nothing-else-at-all", PUBLIC_URL: "https://dialogue.example", NODE_ENV: "production" as const, LOG_LEVEL: "silent" };
  run = async (...args) => JSON.parse((await promisify(execFile)(process.execPath, [file, ...args], { env })).stdout) as Awaited<ReturnType<typeof run>>;
});
afterAll(async () => {
  for (const close of closing) await close();
});

test("команда на сервере: чужое слово и почта с ошибкой названы, администратору – ссылка, которая в базе лежит хешем", async () => {
  const { id: countryId } = await makeCountry(db);
  const person = await makePerson(db);
  await makeAppointment(db, { personId: person.id, role: "administrator", unitId: countryId });
  expect(await run("drop-everything", person.email ?? "")).toEqual({ ok: false, reason: "request.invalid" });
  expect(await run("reset-password", "не почта")).toEqual({ ok: false, reason: "request.invalid" });
  expect(await run("reset-second-factor", person.email ?? "")).toEqual({ ok: false, reason: "secondFactor.notOn" });
  expect(await run("reset-password", "nobody@example.org")).toEqual({ ok: false, reason: "person.notFound" });
  const { link } = await run("reset-password", person.email ?? "");
  expect(link).toMatch(/^https:\/\/dialogue\.example\/sign-in\/reset\?token=[\w-]{43}$/);
  expect(await db.oneTimeToken.count({ where: { personId: person.id, purpose: "resetPassword", usedAt: null } })).toBe(1);
}, 30_000);
