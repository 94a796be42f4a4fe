import { expect, test } from "vitest";
import { fitsPassword, hashPassword } from "./passwords";

test("пароль хранится как argon2id с не меньшей ценой, чем советует OWASP, и каждый раз с новой солью", async () => {
  const [one, other] = [await hashPassword("тёплый снег вечером"), await hashPassword("тёплый снег вечером")];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(other).not.toBe(one);
  expect(await fitsPassword("тёплый снег вечером", one)).toBe(true);
  expect(await fitsPassword("тёплый снег", one)).toBe(false);
  expect(await fitsPassword("тёплый снег вечером", null)).toBe(false);
});
