import type { Role } from "@/access/roles";
import { translate } from "@/platform/i18n/translator";
import type { Db } from "@/platform/db/client";
import { AppError } from "@/shared/errors/app-error";
import { appointIn, hasSuchPost, mayAppoint } from "../../appointments/server/service";
import { readChart } from "../../chart/server/service";
import type { Chart } from "../../chart/schema";
import en from "../../messages/en.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };
import { done } from "../../schema";
import { once, type Asker } from "../../server/once";
import type { SetHotlineInput } from "../schema";
import { changeHotline, giveGroup, giveLinks } from "./service";

/**
 * The municipality of one specialist: the phone, one group for every direction that has none, every organisation linked to it, and the
 * asker in each role that nobody holds. What stands is left as it is; a second press changes nothing. Throws as setHotline does.
 */
export async function setUpAlone(asker: Asker, input: SetHotlineInput): Promise<typeof done> {
  return await once(asker, "onePerson", input, async (db) => {
    const { municipalityId } = input;
    await changeHotline(db, asker, input);
    const chart = async (): Promise<Chart> => await readChart({ actor: asker.actor, now: asker.now, db }, municipalityId);
    const before = await chart();
    const groups = before.bodies.filter(({ kind }) => kind === "workingGroup");
    const free = before.directions.filter(({ groupId }) => groupId === null).map(({ id }) => id);
    const t = translate("ru", { ru: ru.setup.groups, en: en.setup.groups });
    const groupId = free.length > 0 || groups.length === 0
      ? await giveGroup(db, asker, { municipalityId, groupId: null, name: groups.length === 0 ? t("oneName") : t("restName"), directionIds: free, seen: null })
      : (groups[0]?.id ?? "");
    for (const organisation of before.organisations) if (organisation.groupIds.length === 0) await giveLinks(db, asker, { municipalityId, organisationId: organisation.id, groupIds: [groupId], seen: [] });
    const { bodies, organisations, posts } = await chart();
    const lacking = (held: Chart["posts"], role: Role) => !held.some((post) => post.role === role && post.substitutesId === null);
    for (const body of bodies) {
      const role = ({ workingGroup: "workingGroupLead", hotline: "operator", coordinationGroup: "coordinationGroupMember" } as const)[body.kind];
      if (lacking(body.posts, role)) await takePost(db, asker, role, body.id);
    }
    for (const organisation of organisations) if (lacking(organisation.posts, "coordinator")) await takePost(db, asker, "coordinator", organisation.id);
    if (lacking(posts, "moderator")) await takePost(db, asker, "moderator", municipalityId);
    return done;
  });
}

async function takePost(db: Db, asker: Asker, role: Role, seatId: string): Promise<void> {
  const { personId } = asker.actor;
  if (personId === null) throw AppError.notSignedIn();
  if (!(await mayAppoint(db, asker.actor, role, seatId, asker.now)) || (await hasSuchPost(db, personId, role, seatId, asker.now))) return;
  await appointIn(db, asker, { role, seatId, person: { by: "me" }, startsOn: null, endsOn: null, act: null });
}
