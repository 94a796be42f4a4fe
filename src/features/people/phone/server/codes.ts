import { createHmac, randomInt } from "node:crypto";
import { afterCommit } from "@/platform/db/transaction";
import type { Db } from "@/platform/db/client";
import { env } from "@/platform/env";
import { smsGateway } from "@/platform/sms/gateway";
import { tokenLife } from "../../rules";
import { smsWords } from "../../server/letters";
import * as people from "../../server/repo";

/** Six digits are soon tried out by whoever steals the table: the server's secret goes in, too. */
export function hashSmsCode(personId: string, code: string): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`sms:${personId}:${code}`).digest("hex");
}

/** A new code, the earlier ones work no more; it leaves once the transaction has committed. Nothing happens where no gateway brings it. */
export async function sendCode(db: Db, person: { readonly id: string; readonly locale: string }, phone: string, now: Date): Promise<void> {
  const gateway = smsGateway();
  if (!gateway.delivers) {
    await gateway.send({ to: phone, text: "" });
    return;
  }
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  await people.endTokens(db, person.id, "confirmPhone", now);
  await people.insertToken(db, { personId: person.id, purpose: "confirmPhone", hash: hashSmsCode(person.id, code), expiresAt: new Date(now.getTime() + tokenLife.confirmPhone), createdById: null }, now);
  afterCommit(db, async () => void (await gateway.send({ to: phone, text: smsWords(person.locale, code) })));
}
