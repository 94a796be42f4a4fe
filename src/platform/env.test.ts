import { expect, test } from "vitest";
import { EnvError, readEnv } from "./env";

const good = { DATABASE_URL: "postgresql://u:p@localhost:5432/d", NEXTAUTH_SECRET: "0123456789012345678901234567890123456789", PUBLIC_URL: "https://dialogue.example.ru" };

test("каждое неверное значение названо своей строкой, без самого значения", () => {
  const read = () => readEnv({ ...good, DATABASE_URL: "mysql://secret", PORT: "abc", NEXTAUTH_SECRET: undefined });
  expect(read).toThrow(EnvError);
  expect(read).toThrow(/^DATABASE_URL: неверное значение\. Нужно: .+\nPORT: неверное значение\..+\nNEXTAUTH_SECRET: не задано\..+$/);
  expect(read).not.toThrow(/mysql/);
});

test("чего не задали, имеет осторожное значение", () => {
  expect(readEnv(good)).toMatchObject({ HOST: "127.0.0.1", PORT: 3000, DEMO: false, TRUST_PROXY: false, SMTP_URL: undefined });
  expect(readEnv({ ...good, SMTP_URL: "", DEMO: "1" })).toMatchObject({ SMTP_URL: undefined, DEMO: true });
});
