// What the platform is measured against: node:http and pg, nothing else. A process of its own, on the same database, with a pool of the same size.
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import pg from "pg";
import type { ReadyDraft } from "../drafts";
import { dashboardQuery, deepQuery, facetsQuery, listQuery, searchQuery, similarQuery } from "./queries";
import { submitBare } from "./submit";

const { DATABASE_URL = "", DB_POOL_SIZE = "10", BARE_PAGES = "." } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(DB_POOL_SIZE), options: "-c timezone=UTC -c statement_timeout=15s" });
const pages = new Map<string, Buffer>();

/** The finished HTML of a page of the platform, as bytes. */
function page(name: string): Buffer {
  const known = pages.get(name) ?? readFileSync(join(BARE_PAGES, `${name}.html`));
  pages.set(name, known);
  return known;
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { "content-type": type, "content-length": Buffer.byteLength(body) }).end(body);
}

const json = (response: ServerResponse, value: unknown): void => send(response, "application/json", JSON.stringify(value));

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const given = (name: string): string => url.searchParams.get(name) ?? "";
  switch (url.pathname) {
    case "/page":
      return send(response, "text/html; charset=utf-8", page(given("name").replace(/\W/g, "")));
    case "/list":
      return json(response, (await pool.query(query(listQuery(given("marathon"))))).rows);
    case "/search":
      return json(response, (await pool.query(query(searchQuery(given("marathon"), given("word"))))).rows);
    case "/deep":
      return json(response, (await pool.query(query(deepQuery(given("marathon"), given("at"), given("id"))))).rows);
    case "/facets":
      return json(response, (await pool.query(query(facetsQuery(given("marathon"), given("direction"))))).rows);
    case "/similar":
      return json(response, (await pool.query(query(similarQuery(given("marathon"), given("municipality"), given("title"))))).rows);
    case "/dashboard":
      return json(response, (await pool.query(query(dashboardQuery(given("marathon"), given("region"))))).rows);
    case "/submit":
      return json(response, { ok: true, number: await submitBare(pool, JSON.parse(await bodyOf(request)) as ReadyDraft) });
    default:
      response.writeHead(404).end();
  }
}

const query = ({ text, values }: ReturnType<typeof listQuery>) => ({ text, values: [...values] });

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end(String(error));
  });
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`READY http://127.0.0.1:${(server.address() as AddressInfo).port}\n`));
process.on("SIGTERM", () => process.exit(0));
