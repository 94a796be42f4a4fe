import fc from "fast-check";
import { expect, test } from "vitest";
import { canStillSignIn, isPasswordWeak, localPath, tokenStateOf } from "./rules";

test("пароль из почты, имени, повторов и известных слов не подходит", () => {
  const own = ["ivanova@example.org", "Иванова", "Мария"];
  for (const weak of ["ivanova@example.org", "ivanova123", "Иванова2026", "мария12", "1111111111", "aaaaaaaaaaaa", "abababababab", "1234567890", "password2026", "Пароль12345", "qwertyui123"])
    expect(isPasswordWeak(weak, own), weak).toBe(true);
  for (const strong of ["тёплый снег вечером", "dialog-2026-demo", "Zima!v-Yaranske", "correct horse battery"]) expect(isPasswordWeak(strong, own), strong).toBe(false);
});

test("обратный адрес после входа бывает только своим", () => {
  for (const foreign of ["https://evil.example", "//evil.example", "/\\evil.example", "/ok\\..\\evil", "javascript:alert(1)", "evil", "/a b", "", `/${"x".repeat(600)}`, "/\n/evil"])
    expect(localPath(foreign, "/my"), foreign).toBe("/my");
  expect(localPath(undefined, "/my")).toBe("/my");
  expect(localPath("/new?draft=1#a", "/my")).toBe("/new?draft=1#a");
  fc.assert(fc.property(fc.string(), (text) => new URL(localPath(text, "/my"), "https://site.example").origin === "https://site.example"), { numRuns: 2_000 });
  fc.assert(fc.property(fc.webUrl(), (text) => localPath(text, "/my") === "/my"));
});

test("код или ссылка действует строго до своего срока и один раз", () => {
  const expiresAt = new Date("2026-03-10T09:00:00Z");
  expect(tokenStateOf({ expiresAt, usedAt: null }, new Date(expiresAt.getTime() - 1))).toBe("valid");
  expect(tokenStateOf({ expiresAt, usedAt: null }, expiresAt)).toBe("expired");
  expect(tokenStateOf({ expiresAt, usedAt: new Date(0) }, new Date(0))).toBe("used");
});

test("без подтверждённой почты и без телефона не остаётся никто", () => {
  const contact = fc.record({ kind: fc.constantFrom("email" as const, "phone" as const), isVerified: fc.boolean() });
  expect(canStillSignIn([])).toBe(false);
  expect(canStillSignIn([{ kind: "email", isVerified: false }])).toBe(false);
  fc.assert(fc.property(fc.array(contact), contact, (left, more) => {
    if (canStillSignIn(left)) expect(canStillSignIn([...left, more])).toBe(true);
    expect(canStillSignIn([...left, { ...more, isVerified: true }])).toBe(true);
  }));
});
