import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { useTestDatabase } from "@/testing/database";
import { clock } from "../clock";
import { db } from "../db/client";
import { transaction } from "../db/transaction";
import { readEnv } from "../env";
import { replaceOnce } from "../once";
import { wipeSpentLinks } from "./links";
import { listMailbox } from "./mailbox";
import { queueEmail } from "./queue";
import { sendDue } from "./sender";
import { openTransport, type Transport } from "./transport";

/** As much of RFC 5321 as nodemailer asks for. */
class MailServer {
  readonly letters: string[] = [];
  /** answer to RCPT TO */
  recipientAnswer = "250 ok";
  #server!: Server;
  #sockets = new Set<Socket>();

  async start(): Promise<string> {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      this.#talk(socket);
    });
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #talk(socket: Socket): void {
    let unread = "";
    let isContent = false;
    socket.write("220 test\r\n");
    socket.on("data", (data) => {
      unread += data.toString();
      for (;;) {
        const end = unread.indexOf(isContent ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const said = unread.slice(0, end);
        unread = unread.slice(end + (isContent ? 5 : 2));
        if (isContent) this.letters.push(said);
        const answer = isContent ? "250 taken" : said.startsWith("RCPT") ? this.recipientAnswer : said === "DATA" ? "354 go on" : said === "QUIT" ? "221 bye" : "250 ok";
        isContent = !isContent && said === "DATA";
        socket.write(`${answer}\r\n`);
      }
    });
  }
}

const base = { DATABASE_URL: "postgresql://x@localhost/x", NEXTAUTH_SECRET: "0123456789012345678901234567890123456789", PUBLIC_URL: "https://dialogue.example.ru", LOG_LEVEL: "silent" };
const letter = { to: "anna@example.ru", subject: "Ваша инициатива рассмотрена", text: "Ответ на странице.", html: "<p>Ответ на странице.</p>", dedupeKey: "initiative.decided:1:2" };
const start = new Date("2026-11-02T09:00:00+03:00");
const minutesLater = (minutes: number) => void clock.set(new Date(start.getTime() + minutes * 60_000));

useTestDatabase();
let server: MailServer;
let transport: Transport;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mailbox-"));
});
afterAll(async () => {
  clock.set(() => new Date());
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await db.email.deleteMany();
  minutesLater(0);
  server = new MailServer();
  replaceOnce("env", readEnv({ ...base, SMTP_URL: await server.start(), DATA_DIR: folder }));
  transport = openTransport();
});
afterEach(() => {
  transport.close();
  server.stop();
});

test("письмо отменённой транзакции не уходит", async () => {
  await expect(transaction(async (tx) => { await queueEmail(tx, letter); throw new Error("undone"); })).rejects.toThrow("undone");
  await sendDue(transport);
  expect(server.letters).toEqual([]);
});

test("одно основание – одно письмо, и оно доходит до почтового сервера", async () => {
  await transaction(async (tx) => { await queueEmail(tx, letter); await queueEmail(tx, letter); });
  await sendDue(transport);
  await sendDue(transport);
  expect(server.letters).toHaveLength(1);
  expect(server.letters[0]).toContain("To: anna@example.ru");
  expect(await db.email.findFirst()).toMatchObject({ status: "sent", attempts: 1, sentAt: start, lastError: null });
});

test("несколько отправителей разом не шлют письмо дважды", async () => {
  await transaction(async (tx) => { for (let n = 0; n < 30; n += 1) await queueEmail(tx, { ...letter, dedupeKey: `n:${n}` }); });
  await Promise.all([sendDue(transport), sendDue(transport), sendDue(transport)]);
  expect(server.letters).toHaveLength(30);
});

test("временный отказ почтового сервера письмо не теряет", async () => {
  server.recipientAnswer = "451 later";
  await queueEmail(db, letter);
  await sendDue(transport);
  expect(await db.email.findFirst()).toMatchObject({ status: "queued", attempts: 1, lastError: "EENVELOPE 451 RCPT TO" });
  server.recipientAnswer = "250 ok";
  await sendDue(transport);
  expect(server.letters).toHaveLength(0);
  minutesLater(2);
  await sendDue(transport);
  expect(await db.email.findFirst()).toMatchObject({ status: "sent", attempts: 2 });
});

test("несуществующему адресату больше не пишут", async () => {
  server.recipientAnswer = "550 no such user";
  await queueEmail(db, letter);
  await sendDue(transport);
  expect(await db.email.findFirst()).toMatchObject({ status: "failed", lastError: "EENVELOPE 550 RCPT TO" });
});

test("недоступный почтовый сервер: письмо ждёт", async () => {
  server.stop();
  await queueEmail(db, letter);
  await sendDue(transport);
  expect(await db.email.findFirst()).toMatchObject({ status: "queued", attempts: 1 });
});

test("без почтового сервера письмо лежит в ящике демонстрации, вне её ящик пуст", async () => {
  const settings = { ...base, DATA_DIR: folder };
  replaceOnce("env", readEnv({ ...settings, DEMO: "1" }));
  await queueEmail(db, letter);
  await sendDue(openTransport());
  expect(await listMailbox()).toMatchObject([{ to: letter.to, subject: letter.subject, text: letter.text, at: start }]);
  // a link that does nothing any more is shown there no more
  await queueEmail(db, { ...letter, dedupeKey: "spent", tokenHash: "of no token that lasts" });
  await sendDue(openTransport());
  await wipeSpentLinks(db, start);
  expect((await listMailbox()).map(({ text }) => text).toSorted((a, b) => a.length - b.length)).toEqual(["", letter.text]);
  replaceOnce("env", readEnv(settings));
  expect(await listMailbox()).toEqual([]);
});
