import { expect, test } from "vitest";
import { keyOf, makeSalt, seal, unseal } from "./seal";

// the strength is the same at each opening; a test need not wait for it
const rounds = 1_000;

test("запечатанное открывается своим паролем, и только как то, чем было запечатано; чужой пароль и подмена не открывают ничего", async () => {
  const salt = makeSalt();
  const key = await keyOf("сирень у старого моста", salt, rounds);
  const sealed = await seal(key, "record:1", { familyName: "Дальнева" });
  expect(await unseal(await keyOf("сирень у старого моста", salt, rounds), "record:1", sealed)).toEqual({ familyName: "Дальнева" });
  expect(await unseal(key, "record:2", sealed)).toBeNull();
  expect(await unseal(await keyOf("Сирень у старого моста", salt, rounds), "record:1", sealed)).toBeNull();
  expect(await unseal(await keyOf("сирень у старого моста", makeSalt(), rounds), "record:1", sealed)).toBeNull();
  const changed = new Uint8Array(sealed.data.slice(0));
  changed[0] = (changed[0] ?? 0) ^ 1;
  expect(await unseal(key, "record:1", { iv: sealed.iv, data: changed.buffer })).toBeNull();
});

test("ключ нельзя прочесть, слов в шифре нет, и дважды одинаково не запечатывается", async () => {
  const key = await keyOf("сирень у старого моста", makeSalt(), rounds);
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  const [one, other] = [await seal(key, "record:1", "Дальнева Вера"), await seal(key, "record:1", "Дальнева Вера")];
  expect(new TextDecoder().decode(one.data)).not.toContain("Дальнева");
  expect(Buffer.from(one.data).equals(Buffer.from(other.data))).toBe(false);
});
