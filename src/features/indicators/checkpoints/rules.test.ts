import fc from "fast-check";
import { expect, test } from "vitest";
import { plainDate } from "@/shared/dates/plain-date";
import { assertApprovable, assertCreatable, assertNotable, clockOf, deadlineOf, minutesOf, nextOf } from "./rules";
import { clockField, type Frozen } from "./schema";

const round = { startsOn: plainDate("2023-02-14"), closingEndsOn: plainDate("2023-04-30") };
const now = new Date("2023-03-06T09:00:00Z");
const zone = "Europe/Kirov";
const frozen: Frozen = { users: 1, unconfirmed: 0, gross: 1, net: 1, usersTarget: null, initiativesTarget: null, approvedAt: null, approvedOnPaper: false, notedAt: null };

test("дата вне марафона и прошедший час не назначаются", () => {
  const create = (date: string, minutes: number) => () => assertCreatable({ date: plainDate(date), minutes }, round, now, zone);
  expect(create("2023-02-13", 600)).toThrow("checkpoint.outsideMarathon");
  expect(create("2023-05-01", 600)).toThrow("checkpoint.outsideMarathon");
  expect(create("2023-03-06", 12 * 60)).toThrow("checkpoint.inPast");
  expect(create("2023-03-06", 12 * 60 + 1)).not.toThrow();
});

test("утверждают закреплённое и один раз, к сведению принимают утверждённое", () => {
  expect(() => assertApprovable(null)).toThrow("checkpoint.notYet");
  expect(() => assertApprovable({ ...frozen, approvedAt: now })).toThrow("checkpoint.alreadyApproved");
  expect(() => assertNotable(null)).toThrow("checkpoint.notYet");
  expect(() => assertNotable(frozen)).toThrow("checkpoint.notApproved");
  expect(() => assertNotable({ ...frozen, approvedAt: now })).not.toThrow();
});

test("«до 24:00» кончается с днём муниципалитета, «до 18:00» — в восемнадцать по его часам", () => {
  expect(deadlineOf({ date: plainDate("2023-03-15"), minutes: 1440 }, "Asia/Kamchatka").toISOString()).toBe("2023-03-15T12:00:00.000Z");
  expect(deadlineOf({ date: plainDate("2023-03-15"), minutes: 1080 }, "Europe/Kaliningrad").toISOString()).toBe("2023-03-15T16:00:00.000Z");
});

test("час пишется и читается одинаково, 25:00 и 9:5 часом не бывают", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => minutesOf(clockOf(minutes)) === minutes && clockField.safeParse(clockOf(minutes)).success));
  for (const time of ["25:00", "9:5", "24:01", "полдень", ""]) expect(clockField.safeParse(time).success).toBe(false);
});

test("следующая дата — ближайшая из тех, чей час не прошёл", () => {
  const at = (iso: string) => ({ deadline: new Date(iso) });
  expect(nextOf([at("2023-04-01T00:00:00Z"), at("2023-03-06T09:00:00Z"), at("2023-03-10T00:00:00Z")], now)).toEqual(at("2023-03-10T00:00:00Z"));
  expect(nextOf([], now)).toBeNull();
});
