import type { Role } from "@/access/roles";
import type { Db } from "@/platform/db/client";
import * as repo from "./repo";

/** Colleagues at the same seat who may take the work over. */
export async function colleaguesOf(db: Db, ended: Pick<repo.FoundAppointment, "role" | "unitId" | "bodyId" | "personId">, now: Date): Promise<{ personId: string; name: string }[]> {
  const groups: readonly (readonly Role[])[] = [["coordinator", "executor"], ["operator"], ["workingGroupLead", "workingGroupSecretary", "workingGroupMember"]];
  const wanted = groups.find((group) => group.includes(ended.role)) ?? [ended.role];
  return await repo.findColleagues(db, ended, wanted, now);
}
