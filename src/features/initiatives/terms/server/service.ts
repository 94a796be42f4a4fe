import { canSomewhere, visible } from "@/access/policy";
import { initiative } from "@/access/rules/initiative";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import { mostTerms, type TermRow } from "../schema";
import * as repo from "./repo";

/** Terms that run now: of the asker's own initiatives, and of those that the asker's groups consider. Of each kind the first to end, at most `mostTerms`. */
export async function listTerms({ db, actor }: Pick<Context, "db" | "actor">): Promise<TermRow[]> {
  if (actor.personId === null) throw AppError.notSignedIn();
  const own = await repo.findTerms(db, { kind: "in", fact: "authorId", values: [actor.personId] }, visible(initiative, actor, "read"), mostTerms);
  const considered = visible(initiative, actor, "note");
  const group = canSomewhere(initiative, actor, "note") ? await repo.findTerms(db, considered.filter, considered, mostTerms) : [];
  return [...own.map((row) => ({ kind: "own", ...row }) as const), ...group.map((row) => ({ kind: "group", ...row }) as const)];
}
