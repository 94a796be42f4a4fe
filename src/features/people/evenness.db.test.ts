import { setTimeout as wait } from "node:timers/promises";
import { hash, verify } from "@node-rs/argon2";
import pg from "pg";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { anonymous } from "@/access/actor";
import { db } from "@/platform/db/client";
import { visitorOf } from "@/platform/trpc/context";
import type { Phone } from "@/shared/codes/phone";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeConsentDocument } from "@/testing/factories/make-consent";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { makePerson } from "@/testing/factories/make-person";
import { factoryNow, nextNumber } from "@/testing/factories/sequence";
import * as phone from "./phone/server/service";
import * as registration from "./registration/server/service";
import { hashPassword } from "./server/passwords";
import { authenticatePerson } from "./session/server/service";

vi.unmock("@/features/people/server/evenly");
vi.mock("@node-rs/argon2", { spy: true });
vi.mock("node:timers/promises", { spy: true });

useTestDatabase();

const password = "тёплый снег вечером";
const newPhone = () => `+7912${String(nextNumber()).padStart(7, "0")}` as Phone;
const queries = vi.spyOn(pg.Client.prototype, "query");
let place: { municipalityId: string; organisationId: null; hiddenFromOrganisation: false; processingDocumentId: string; publishNameDocumentId: null };
let known: { email: string; phone: Phone };

beforeAll(async () => {
  const { id: municipalityId } = await makeMunicipality(db);
  await makeMarathon(db, { municipalityIds: [municipalityId] });
  place = { municipalityId, organisationId: null, hiddenFromOrganisation: false, processingDocumentId: (await makeConsentDocument(db, "processing")).id, publishNameDocumentId: null };
  const person = await makePerson(db, { passwordHash: await hashPassword("совсем другие слова"), phone: newPhone() });
  known = { email: person.email ?? "", phone: (await db.contact.findFirstOrThrow({ where: { personId: person.id, kind: "phone" } })).value as Phone };
  // the hash that stands for nobody's is made once
  await authenticatePerson({ login: "nobody@example.org", password });
});
beforeEach(() => vi.clearAllMocks());

const asker = () => ({ db, actor: anonymous, visitor: visitorOf(undefined, () => undefined), now: factoryNow, locale: "ru" as const, addressHash: newId() });

interface Work {
  readonly said: unknown;
  readonly hashed: number;
  readonly verified: number;
  /** waits for the common time: an answer is given no sooner, whatever was found */
  readonly pads: number;
  readonly queries: number;
}

/** What one answer costs, in work and not in milliseconds, which tell nothing on a busy machine. */
async function workOf(ask: () => Promise<unknown>): Promise<Work> {
  vi.clearAllMocks();
  const said = await ask().catch((error: unknown) => (error as { code: string }).code);
  const pads = vi.mocked(wait).mock.calls.filter(([ms]) => ms === 400).length;
  return { said, hashed: vi.mocked(hash).mock.calls.length, verified: vi.mocked(verify).mock.calls.length, pads, queries: queries.mock.calls.length };
}

test("вход: неизвестная почта, неизвестный телефон и неверный пароль стоят одного и того же, до запроса к базе", async () => {
  const logins = ["nobody@example.org", known.email, newPhone(), known.phone];
  const works = [];
  for (const login of logins) works.push(await workOf(async () => await authenticatePerson({ login, password })));
  expect(works[0]?.queries).toBeGreaterThan(0);
  for (const work of works) expect(work).toEqual({ ...works[0], said: null, hashed: 0, verified: 1, pads: 1 });
});

test("новый пароль: известному и неизвестному адресу – то же слово, без хеша пароля, не раньше общего срока", async () => {
  for (const email of [known.email, `nobody${nextNumber()}@example.org`]) expect(await workOf(async () => await registration.forgot(asker(), { email }))).toMatchObject({ said: { ok: true }, hashed: 0, verified: 0, pads: 1 });
});

test("регистрация по почте: известный адрес, новый и получивший все письма часа – одно слово, один хеш, один общий срок", async () => {
  const fields = { ...place, familyName: "Ёлкин", givenName: "Пётр", patronymic: null, isMinor: false as const, birthDate: null, password };
  const weary = `weary${nextNumber()}@example.org`;
  const tired = asker();
  for (let letter = 0; letter < 5; letter += 1) await registration.resend(tired, { email: weary });
  for (const email of [known.email, `new${nextNumber()}@example.org`, weary]) {
    expect(await workOf(async () => await registration.register(email === weary ? tired : asker(), { ...fields, email, key: newId() }))).toMatchObject({ said: { ok: true }, hashed: 1, verified: 0, pads: 1 });
  }
});

test("регистрация по телефону: занятый номер и свободный – одно слово, один хеш и столько же запросов; код – одна проверка", async () => {
  const fields = { ...place, familyName: "Ёлкин", givenName: "Пётр", patronymic: null, isMinor: false as const, birthDate: null, password };
  const works = [];
  for (const number of [newPhone(), known.phone]) works.push(await workOf(async () => await phone.registerByPhone(asker(), { ...fields, phone: number, key: newId() })));
  expect(works[0]?.queries).toBeGreaterThan(5);
  expect(works[1]).toEqual(works[0]);
  expect(works[0]).toMatchObject({ said: { ok: true, byCode: false }, hashed: 1, verified: 0 });
  // nobody waits by the first number, somebody with another password by the second
  for (const number of [newPhone(), known.phone]) {
    expect(await workOf(async () => await phone.confirmByCode(asker(), { phone: number, password: "не тот пароль", code: "000000", key: newId() }))).toMatchObject({ said: "registration.codeWrong", verified: 1, pads: 1 });
    expect(await workOf(async () => await phone.resendCode(asker(), { phone: number, password: "не тот пароль" }))).toMatchObject({ said: { ok: true, byCode: false }, verified: 1, pads: 1 });
  }
});
