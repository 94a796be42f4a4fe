import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { isAppError } from "../errors/app-error";
import { decodeCursor, encodeCursor, pageFields, toPage } from "./cursor";

const position = z.tuple([z.iso.datetime(), z.uuid()]);
const good: [string, string] = ["2026-03-05T06:00:00.000Z", "0190163d-8694-739b-aea5-966c26f8ad91"];

function refusalOf(text: string): unknown {
  try {
    return decodeCursor(position, text);
  } catch (error) {
    return isAppError(error) ? error.code : error;
  }
}

describe("продолжение списка", () => {
  it.each(["", "!", "bnVsbA", "W10", "a".repeat(3_000), encodeCursor(["2026-03-05", "1"]), encodeCursor({ $gt: "" })])(
    "чужой текст «%s» не доходит до запроса", (text) => {
      expect(refusalOf(text)).toBe("list.badCursor");
    },
  );

  it("любой случайный текст отвергается одинаково", () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(refusalOf(text)).toBe("list.badCursor");
    }));
  });

  it("своя метка читается обратно и годится для адреса", () => {
    expect(decodeCursor(position, encodeCursor(good))).toEqual(good);
    expect(encodeCursor("ключ?&/+")).toMatch(/^[\w-]+$/);
    expect(decodeCursor(z.string(), encodeCursor("ключ?&/+"))).toBe("ключ?&/+");
  });

  it("лишняя строка говорит только о том, что есть следующая страница", () => {
    const page = toPage([1, 2, 3], 2, (row) => row);
    expect(page.rows).toEqual([1, 2]);
    expect(decodeCursor(z.number(), page.next ?? "")).toBe(2);
    expect(toPage([1, 2], 2, (row) => row).next).toBeNull();
    expect(toPage([], 2, () => null)).toEqual({ rows: [], next: null });
  });

  it("больше ста строк сразу не просят", () => {
    const input = z.object(pageFields());
    expect(input.parse({})).toEqual({ limit: 20 });
    expect([input.safeParse({ limit: 101 }).success, input.safeParse({ limit: 0 }).success]).toEqual([false, false]);
  });
});
