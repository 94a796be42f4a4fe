import type { ServerResponse } from "node:http";
import { pool } from "../db/client";

/** For a supervisor and a load balancer: 200 while the database answers within two seconds, else 503. */
export async function answerHealth(response: ServerResponse, version: string): Promise<void> {
  const isUp = await databaseAnswers(2_000);
  response.writeHead(isUp ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify({ status: isUp ? "ok" : "unavailable", database: isUp ? "ok" : "unavailable", version }));
}

async function databaseAnswers(limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, limitMs, false)));
  const asked = pool.query("select 1").then(() => true, () => false);
  const answer = await Promise.race([asked, late]);
  clearTimeout(timer);
  return answer;
}
