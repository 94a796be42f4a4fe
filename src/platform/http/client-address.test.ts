import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { readEnv } from "../env";
import { replaceOnce } from "../once";
import { addressOf } from "./client-address";
import { isSameOrigin } from "./same-origin";

const settings = (TRUST_PROXY: string) => readEnv({ DATABASE_URL: "postgresql://x@localhost/x", NEXTAUTH_SECRET: "0123456789012345678901234567890123456789", PUBLIC_URL: "https://dialogue.example.ru", TRUST_PROXY });
const request = (remoteAddress: string, headers: Record<string, string> = {}) => ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage;

test("адресу из заголовка верят только за своим прокси, и только последнему", () => {
  const sent = request("10.0.0.1", { "x-forwarded-for": "1.1.1.1, 203.0.113.7" });
  replaceOnce("env", settings("0"));
  expect(addressOf(sent)).toBe("10.0.0.1");
  replaceOnce("env", settings("1"));
  expect(addressOf(sent)).toBe("203.0.113.7");
});

test("адреса одной сети IPv6 – один посетитель", () => {
  replaceOnce("env", settings("0"));
  expect(addressOf(request("2001:db8:1:2:3:4:5:6"))).toBe(addressOf(request("2001:db8:1:2::9")));
  expect(addressOf(request("2001:db8:1:3::9"))).not.toBe(addressOf(request("2001:db8:1:2::9")));
  expect(addressOf(request("::ffff:203.0.113.7"))).toBe("203.0.113.7");
});

test("менять может только своя страница", () => {
  replaceOnce("env", settings("0"));
  const from = (headers: Record<string, string>) => isSameOrigin({ headers: { host: "127.0.0.1:3000", ...headers } });
  expect(from({ "sec-fetch-site": "cross-site" })).toBe(false);
  expect(from({ "sec-fetch-site": "same-site" })).toBe(false);
  expect(from({ origin: "https://evil.example" })).toBe(false);
  expect(from({ origin: "null" })).toBe(false);
  expect(from({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(from({ origin: "https://dialogue.example.ru" })).toBe(true);
  expect(from({})).toBe(true);
});
