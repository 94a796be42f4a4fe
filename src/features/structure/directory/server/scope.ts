import type { Actor } from "@/access/actor";
import { can, canSomewhere } from "@/access/policy";
import { unit } from "@/access/rules/structure";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { findPlace } from "../../server/repo";
import { authoriseInside } from "../../server/service";

/** Before a byte of a file is read: may the asker import anywhere at all? Throws 401, 404. */
export function requireImporter(actor: Actor): void {
  if (canSomewhere(unit, actor, "manage")) return;
  throw actor.personId === null ? AppError.notSignedIn() : AppError.notFound();
}

/** Into one municipality by who manages it, everywhere by who manages all. Throws 401, 403, 404. */
export async function requireScope({ db, actor, now }: Pick<Context, "db" | "actor" | "now">, municipalityId: string | null): Promise<void> {
  if (municipalityId === null) {
    requireImporter(actor);
    if (!can(unit, actor, "manage", { id: "", municipalityId: null, path: [] })) throw AppError.notFound();
    return;
  }
  const found = await findPlace(db, municipalityId, now);
  authoriseInside(unit, actor, "manage", found?.facts ?? null, municipalityId);
}

export function requirePerson(actor: Actor): string {
  if (actor.personId === null) throw AppError.notSignedIn();
  return actor.personId;
}
