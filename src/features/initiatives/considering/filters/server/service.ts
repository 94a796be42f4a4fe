import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { once, type Asker } from "../../server/step";
import { filterLimits, type SavedFilter, type SaveFilterInput } from "../schema";
import * as repo from "./repo";

/** A person's own, whatever groups they are in: a filter shows nothing that its reader may not see. */
export async function listFilters({ db, actor }: Pick<Context, "db" | "actor">): Promise<SavedFilter[]> {
  return actor.personId === null ? [] : await repo.findFilters(db, actor.personId);
}

/** Throws request.invalid when there are too many already. */
export async function saveFilter(asker: Asker, input: SaveFilterInput): Promise<SavedFilter> {
  const { personId } = asker.actor;
  if (personId === null) throw AppError.notSignedIn();
  return await once(asker, "saveFilter", input, async (db) => {
    const { name, filter } = input;
    const before = await repo.findFilters(db, personId);
    if (before.length >= filterLimits.most && !before.some((one) => one.name === name)) throw AppError.invalid({ name: "field.tooMany" });
    return { id: await repo.saveFilter(db, personId, name, filter, asker.now), name, filter };
  });
}

/** Doing it again changes nothing. */
export async function removeFilter({ db, actor }: Pick<Context, "db" | "actor">, id: string): Promise<{ id: string }> {
  if (actor.personId === null) throw AppError.notSignedIn();
  await repo.removeFilter(db, actor.personId, id);
  return { id };
}
