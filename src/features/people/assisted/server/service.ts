import { actingRole, authorise, visible } from "@/access/policy";
import { person as personPolicy } from "@/access/rules/person";
import { transaction } from "@/platform/db/transaction";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { fullName } from "@/shared/text/person-name";
import * as desk from "../../desk/server/repo";
import { deskWords } from "../../server/letters";
import * as people from "../../server/repo";
import { secondsLeft } from "../rules";
import type { Assisted } from "../schema";
import * as repo from "./repo";

type Asker = Pick<Context, "db" | "actor" | "assisted" | "locale" | "now">;

/** This browser works with somebody from now on, whoever it worked with before. The person can read that it did. Throws what `authorise` does. */
export async function beginAssisting(asker: Asker, { personId }: { personId: string }): Promise<Assisted> {
  const { actor, assisted, now } = asker;
  await transaction(async (db) => {
    const found = actor.personId === null ? null : await desk.findPerson(db, personId, visible(personPolicy, actor, "read"), actor.personId, now);
    authorise(personPolicy, actor, "assist", found?.facts ?? null);
    if (!found || actor.personId === null) throw AppError.notFound();
    if (assisted.tokenHash !== null) await repo.endSession(db, assisted.tokenHash, now);
    await repo.insertSession(db, { tokenHash: assisted.begin(), helperId: actor.personId, personId }, now);
    await people.insertAccessLogEntry(db, { byId: actor.personId, role: actingRole(personPolicy, actor, "assist", found.facts) ?? "person", personId, what: "assisted" }, now);
  });
  return await readAssisted(asker);
}

/** With whom this browser works; null: with nobody, or no longer. Looking is not working: the idle time goes on. */
export async function readAssisted({ db, actor, assisted, locale, now }: Asker): Promise<Assisted> {
  const session = assisted.tokenHash === null ? null : await repo.findSession(db, assisted.tokenHash);
  const left = session === null ? 0 : secondsLeft(session, actor.personId, now);
  if (!session || left === 0 || actor.personId === null) return null;
  // whoever may no longer assist, or whose person is gone, works with nobody
  const found = await desk.findPerson(db, session.personId, visible(personPolicy, actor, "assist"), actor.personId, now);
  return found && { personId: session.personId, secondsLeft: left, ...deskWords(locale, fullName(found.names)) };
}

/** Somebody has typed or pressed something: ten minutes more. An ended one stays ended. */
export async function touchAssisted(asker: Asker): Promise<Assisted> {
  const standing = await readAssisted(asker);
  if (!standing || asker.assisted.tokenHash === null) {
    asker.assisted.forget();
    return null;
  }
  await repo.touchSession(asker.db, asker.assisted.tokenHash, asker.now);
  asker.assisted.renew();
  return await readAssisted(asker);
}

/** «Закончить»: twice is once, and nothing of it stays in the browser. */
export async function endAssisted({ db, assisted, now }: Asker): Promise<{ ok: true }> {
  if (assisted.tokenHash !== null) await repo.endSession(db, assisted.tokenHash, now);
  assisted.forget();
  return { ok: true };
}
