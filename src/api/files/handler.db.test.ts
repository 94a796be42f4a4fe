import { rmSync } from "node:fs";
import { createServer, request as ask, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { beginAttachment } from "@/features/initiatives/attachments/server/service";
import { startDraft } from "@/features/initiatives/drafts/server/service";
import { draftContent } from "@/features/initiatives/schema";
import { anonymous } from "@/access/actor";
import { clock } from "@/platform/clock";
import { db } from "@/platform/db/client";
import { sha256 } from "@/shared/ids/hash";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makePdf, makePhoto } from "@/testing/factories/make-files";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { answerFile, filesPath } from "./handler";

const { folder } = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([import("node:fs"), import("node:os"), import("node:path")]);
  const made = mkdtempSync(join(tmpdir(), "handler-"));
  process.env.DATA_DIR = made;
  return { folder: made };
});

useTestDatabase();

const token = "v".repeat(43);
const mine = { cookie: `visitor=${token}` };
const actor = { ...anonymous, visitorHash: sha256(token) };
let server: Server;
let origin: string;
let municipalityId: string;
beforeAll(async () => {
  ({ id: municipalityId } = await makeMunicipality(db));
  await makeMarathon(db, { municipalityIds: [municipalityId] });
  server = createServer((request, response) => void answerFile(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function begun(name = "Яма \"у школы\".jpg"): Promise<string> {
  const fileId = newId();
  const { id: draftId } = await startDraft(db, actor, { id: newId(), content: draftContent.parse({ municipalityId }) }, clock.now());
  await beginAttachment({ actor, now: clock.now(), addressHash: "x" }, { draftId, fileId, name, bytes: 100 });
  return fileId;
}
const put = async (id: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = mine) => await fetch(`${origin}${filesPath}${id}`, { method: "PUT", body, headers });
const get = async (id: string, headers: Record<string, string> = mine, method = "GET") => await fetch(`${origin}${filesPath}${id}`, { headers, method });
const bytes = (buffer: Buffer) => new Uint8Array(buffer);

test("чужая страница не пошлёт файл, чужой человек не откроет, несуществующее отвечает так же", async () => {
  const id = await begun();
  const photo = bytes(await makePhoto());
  expect((await put(id, photo, { ...mine, origin: "https://evil.example" })).status).toBe(403);
  expect((await put(id, photo, { ...mine, "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await put(id, photo, {})).status).toBe(401);
  expect((await put(id, photo)).status).toBe(200);
  for (const path of [id, newId(), "нет", "../../etc/passwd", "%2e%2e%2f"]) expect((await get(path, {})).status, path).toBe(401);
  const refusal = await get(id, {});
  expect([refusal.headers.get("content-type"), await refusal.text()]).toEqual(["text/plain; charset=utf-8", "Вы не вошли. Войдите и повторите: введённое осталось на странице.\n"]);
});

test("снимок показывается, документ только скачивается, и нигде ничего не выполняется", async () => {
  const [photo, paper] = [await begun(), await begun("Счёт; rm -rf.pdf")];
  await put(photo, bytes(await makePhoto()));
  expect(await (await put(paper, bytes(makePdf()))).json()).toMatchObject({ id: paper, type: "pdf", name: "Счёт; rm -rf.pdf" });
  for (const [id, type, shown] of [[photo, "image/jpeg", "inline"], [paper, "application/pdf", "attachment"]] as const) {
    const answer = await get(id);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    expect(answer.headers.get("content-disposition")).toMatch(new RegExp(`^${shown}; `));
    expect(answer.headers.get("content-length")).toBe(String((await answer.arrayBuffer()).byteLength));
  }
  expect((await sharp(Buffer.from(await (await get(photo)).arrayBuffer())).metadata()).exif).toBeUndefined();
});

test("что не изменилось, не посылается снова, но право спрашивается каждый раз", async () => {
  const id = await begun();
  await put(id, bytes(await makePhoto()));
  const known = { "if-none-match": (await get(id)).headers.get("etag") ?? "" };
  expect((await get(id, { ...mine, ...known })).status).toBe(304);
  expect((await get(id, known)).status).toBe(401);
  expect((await get(id, mine, "HEAD")).status).toBe(200);
  expect((await get(id, mine, "DELETE")).status).toBe(404);
});

test("отказ доходит словом, а не обрывом: вид, размер, число", async () => {
  const fake = await put(await begun("Смета.pdf"), bytes(Buffer.from("<html>")));
  expect([fake.status, await fake.json()]).toMatchObject([400, { code: "file.kindNotAllowed", params: { allowed: "JPEG, PNG, WebP, PDF, DOCX" } }]);
  const large = await put(await begun(), new Uint8Array(10_000_001));
  expect([large.status, await large.json()]).toMatchObject([400, { code: "file.tooLarge", params: { megabytes: 10 } }]);
});

test("файл пропал из хранилища – честный ответ, а не пустой снимок", async () => {
  const id = await begun();
  await put(id, bytes(await makePhoto()));
  rmSync(`${folder}/files/${id.slice(-2)}/${id}`);
  expect((await get(id)).status).toBe(404);
});

test("оборванная посылка не держит место: после неё файл приходит целиком", async () => {
  const id = await begun();
  await new Promise<void>((resolve) => {
    const half = ask(`${origin}${filesPath}${id}`, { method: "PUT", headers: { ...mine, "content-length": 5000 } });
    half.on("error", () => undefined).on("close", () => resolve());
    half.write("начало", () => setTimeout(() => half.destroy(), 50));
  });
  await vi.waitFor(async () => expect((await db.storedFile.findUniqueOrThrow({ where: { id } })).receivingAt).toBeNull());
  expect((await put(id, bytes(await makePhoto()))).status).toBe(200);
});
