import S3rver from "@20minutes/s3rver";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { newId } from "@/shared/ids/id";
import { diskStore, filesFolder } from "./disk-store";
import { receive, uploadPath, uploadsFolder } from "./receive";
import { s3Store } from "./s3-store";
import type { S3Settings } from "./settings";
import { keyOf, type FileStore } from "./store";

const { folder } = await vi.hoisted(async () => {
  const [{ mkdtempSync: make }, { tmpdir: where }, { join: joined }] = await Promise.all([import("node:fs"), import("node:os"), import("node:path")]);
  const made = make(joined(where(), "store-"));
  process.env.DATA_DIR = made;
  return { folder: made };
});
const own = mkdtempSync(join(tmpdir(), "store-in-"));
const buckets = mkdtempSync(join(tmpdir(), "store-s3-"));

let settings: S3Settings;
let server: S3rver;
beforeAll(async () => {
  server = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory: buckets, configureBuckets: [{ name: "dialogue", configs: [] }] });
  const { port } = await server.run();
  settings = { endpoint: `http://127.0.0.1:${port}`, region: "us-east-1", bucket: "dialogue", accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
});
afterAll(async () => {
  await server.close();
  for (const path of [folder, own, buckets]) rmSync(path, { recursive: true, force: true });
});

const written = (bytes: string | Buffer): string => {
  const path = join(own, newId());
  writeFileSync(path, bytes);
  return path;
};
async function textOf(stream: Readable | null): Promise<string | null> {
  if (!stream) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

describe.each<[string, () => FileStore]>([["диск", diskStore], ["S3", () => s3Store(settings)]])("%s", (_name, made) => {
  test("что положили, то и отдаёт; чего нет, того нет", async () => {
    const [store, key] = [made(), keyOf(newId())];
    expect(await store.open(key)).toBeNull();
    await store.put(key, written("распоряжение № 12"));
    expect(await textOf(await store.open(key))).toBe("распоряжение № 12");
    expect(await store.open(keyOf(newId()))).toBeNull();
  });

  test("положить дважды – один файл, последний; убрать дважды – не ошибка", async () => {
    const [store, key] = [made(), keyOf(newId())];
    await Promise.all([store.put(key, written("одно")), store.put(key, written("одно"))]);
    await store.put(key, written("другое"));
    expect(await textOf(await store.open(key))).toBe("другое");
    await store.remove(key);
    await store.remove(key);
    expect(await store.open(key)).toBeNull();
  });

  test("большой файл возвращается байт в байт", async () => {
    const [store, key] = [made(), keyOf(newId())];
    const large = "0123456789abcdef".repeat(600_000);
    await store.put(key, written(large));
    expect(await textOf(await store.open(key))).toBe(large);
  });
});

test("на диске не остаётся начатого", async () => {
  const store = diskStore();
  await expect(store.put(keyOf(newId()), join(own, "нет такого"))).rejects.toThrow();
  await store.put(keyOf(newId()), written("целый"));
  expect(readdirSync(filesFolder(), { recursive: true }).map(String).filter((name) => !/^[0-9a-f]{2}(?:.[0-9a-f-]{36})?$/.test(name))).toEqual([]);
  expect(readdirSync(uploadsFolder())).toEqual([]);
});

test("S3 с чужим ключом и без корзины отказывает вслух", async () => {
  const key = keyOf(newId());
  await expect(s3Store({ ...settings, secretAccessKey: "чужой" }).put(key, written("x"))).rejects.toThrow("403");
  await expect(s3Store({ ...settings, bucket: "nowhere" }).put(key, written("x"))).rejects.toThrow("no bucket");
});

test("S3, который занят, спрашивают снова", async () => {
  let asked = 0;
  const busy = createServer((request, response) => {
    request.resume().on("end", () => response.writeHead((asked += 1) < 3 ? 503 : 200).end());
  });
  await new Promise<void>((resolve) => busy.listen(0, "127.0.0.1", resolve));
  await s3Store({ ...settings, endpoint: `http://127.0.0.1:${(busy.address() as AddressInfo).port}` }).put(keyOf(newId()), written("x"));
  busy.close();
  expect(asked).toBe(3);
});

test("больше, чем можно, не принимается и не дочитывается, сколько бы ни слали", async () => {
  let given = 0;
  const endless = new Readable({ read() { given += 1; this.push(Buffer.alloc(100_000)); } });
  await expect(receive(endless, await uploadPath(), 1_000_000)).rejects.toMatchObject({ code: "file.tooLarge", params: { megabytes: 1 } });
  expect(given).toBeLessThan(30);
  await expect(receive(Readable.from([]), await uploadPath(), 10)).rejects.toMatchObject({ code: "file.empty" });
});
