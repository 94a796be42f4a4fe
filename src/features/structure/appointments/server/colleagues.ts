import type { Role } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import * as repo from "./repo";

type Held = Pick<repo.FoundAppointment, "id" | "role" | "unitId" | "bodyId" | "personId">;

const groups: readonly (readonly Role[])[] = [["coordinator", "executor"], ["operator"], ["workingGroupLead", "workingGroupSecretary", "workingGroupMember"]];
const alike = (role: Role): readonly Role[] => groups.find((group) => group.includes(role)) ?? [role];

/** Who does the same work at the same seat: one of them may be called to stand in. */
export async function colleaguesOf(db: Db, held: Held, now: Date): Promise<{ personId: string; name: string }[]> {
  return await repo.findColleagues(db, held, alike(held.role), null, now);
}

/** Who may take the work over: not those who stand in for whoever leaves, they leave too. */
export async function receiversOf(db: Db, held: Held, now: Date): Promise<{ personId: string; name: string }[]> {
  return await repo.findColleagues(db, held, alike(held.role), held.id, now);
}
