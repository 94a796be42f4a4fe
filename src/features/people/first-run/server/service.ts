import { timingSafeEqual } from "node:crypto";
import { can } from "@/access/policy";
import { installation } from "@/access/rules/message";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { sha256 } from "@/shared/ids/hash";
import en from "../../messages/en.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };
import { isPasswordWeak } from "../../rules";
import type { Ticket } from "../../schema";
import { spend } from "../../server/limits";
import { hashPassword } from "../../server/passwords";
import * as people from "../../server/repo";
import { makeTicket } from "../../server/ticket";
import type { FirstRunInput } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "actor" | "now" | "locale" | "addressHash">;

/** Is there nobody yet? Afterwards the page doesn't exist. */
export async function isFirstRun(db: Db): Promise<boolean> {
  return (await repo.findCodeHash(db)) !== null;
}

/**
 * The console's code makes the administrator, with the country and the first texts of consent. Throws firstRun.done
 * once there is somebody, firstRun.wrongCode, password.tooWeak, request.tooMany.
 */
export async function begin(asker: Asker, { code, password, email, operator, ...names }: FirstRunInput): Promise<Ticket> {
  const { actor, now, locale } = asker;
  await spend("firstRun", asker.addressHash);
  if (isPasswordWeak(password, [email, names.familyName, names.givenName])) throw new AppError("password.tooWeak", undefined, { fields: { password: "password.tooWeak" } });
  const passwordHash = await hashPassword(password);
  const claims = await transaction(async (db) => {
    await repo.lockInstallation(db);
    const expected = await repo.findCodeHash(db);
    if (expected === null || !can(installation, actor, "begin", { isEmpty: true })) throw new AppError("firstRun.done");
    if (!isSame(expected, sha256(code.toLowerCase().replace(/[^a-z0-9]/g, "")))) throw new AppError("firstRun.wrongCode", undefined, { fields: { code: "firstRun.wrongCode" } });
    const personId = await people.insertPerson(db, { ...names, birthDate: null, locale, assurance: "confirmedInPerson", passwordHash, registeredById: null, registeredAtUnitId: null }, now);
    await people.insertContact(db, { personId, kind: "email", value: email, verifiedAt: now }, now);
    await repo.appointAdministrator(db, personId, await repo.ensureCountry(db, ru.firstRun.country, now), now);
    const words = { ru, en }[locale].consentTexts;
    for (const purpose of ["processing", "publishName"] as const) await repo.ensureDocument(db, { purpose, ...words[purpose], operator }, now);
    await repo.endFirstRun(db);
    return { personId, sessionVersion: 1 };
  });
  return makeTicket(claims, now);
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
