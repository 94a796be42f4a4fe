import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { AppError } from "@/shared/errors/app-error";
import { tokenLife } from "../../rules";
import { takeFactorAway } from "../../second-factor/server/service";
import * as people from "../../server/repo";
import { makeToken } from "../../server/tokens";
import * as repo from "./repo";

/** Who acts: nobody of the platform, but whoever holds the server. The person reads it among the looks at their data. */
const role = "console";

/**
 * For the only administrator, whom nobody else can help: phone and recovery codes are lost. Every session ends, the person
 * is told, and sets a new factor up at the next sign-in. Throws person.notFound, secondFactor.notOn.
 */
export async function resetAdministratorFactor(email: string, now: Date): Promise<void> {
  await transaction(async (db) => {
    const personId = await requireAdministrator(db, email, now);
    await takeFactorAway(db, { personId, role }, personId, "console", now);
  });
}

/** A forgotten password where no letter comes: the token of the page that sets a new one; those before work no more. Throws person.notFound. */
export async function issuePasswordToken(email: string, now: Date): Promise<string> {
  return await transaction(async (db) => {
    const personId = await requireAdministrator(db, email, now);
    await people.endTokens(db, personId, "resetPassword", now);
    const { plain, hash } = makeToken();
    await people.insertToken(db, { personId, purpose: "resetPassword", hash, expiresAt: new Date(now.getTime() + tokenLife.resetPassword), createdById: null }, now);
    await people.insertAccessLogEntry(db, { byId: personId, role, personId, what: "passwordLink" }, now);
    return plain;
  });
}

async function requireAdministrator(db: Db, email: string, now: Date): Promise<string> {
  const found = await repo.findAdministrator(db, email, now);
  if (!found) throw new AppError("person.notFound");
  return found.id;
}
