import type { Role } from "@/platform/db/client/client";
import { addDays, type PlainDate } from "@/shared/dates/plain-date";
import { demoId } from "./ids";
import { moment } from "./moments";
import type { Chance } from "./random";
import type { DemoMarathon, DemoMunicipality, DemoPerson, World } from "./world";

interface Seat {
  role: Role;
  person: DemoPerson;
  unitId?: string;
  bodyId?: string;
  municipality?: DemoMunicipality;
  /** none: held for years */
  marathon?: DemoMarathon;
  by?: DemoPerson;
  chance: Chance;
  /** of orders whose number has not come yet */
  withoutNumber?: number;
  substitutes?: string;
  startsOn?: PlainDate;
  endsOn?: PlainDate;
}

const actKinds: Partial<Record<Role, readonly ["order" | "directive" | "protocol", string]>> = {
  coordinator: ["order", "-од"], executor: ["order", "-од"], director: ["order", "-лс"],
  workingGroupMember: ["protocol", ""], workingGroupSecretary: ["directive", "-р"], workingGroupLead: ["directive", "-р"],
  coordinationGroupMember: ["directive", "-р"], responsiblePerson: ["directive", "-р"], operator: ["directive", "-р"], moderator: ["directive", "-р"],
};

/** Appoints and gives the appointment's id back. */
export function appoint(world: World, seat: Seat): string {
  const { role, person, unitId = null, bodyId = null, municipality, marathon, chance } = seat;
  const zone = municipality?.zone ?? "Europe/Moscow";
  const startsOn = seat.startsOn ?? (marathon ? addDays(marathon.startsOn, -chance.whole(1, 6)) : ("2022-12-12" as PlainDate));
  const endsOn = seat.endsOn ?? (marathon ? marathon.closingEndsOn : null);
  const act = actKinds[role];
  // The number and the scan may follow later, and what lacks them shows (MODEL.md).
  const hasNumber = act && !chance.happens(seat.withoutNumber ?? 0.06);
  const id = demoId(`appointment:${role}:${person.id}:${bodyId ?? unitId}:${marathon?.key ?? "lasting"}`);
  world.tables.Appointment.push({
    id, personId: person.id, role, unitId, bodyId, municipalityId: municipality?.id ?? null, marathonId: marathon?.id ?? null,
    startsAt: moment(zone, startsOn, 0), endsAt: endsOn ? moment(zone, addDays(endsOn, 1), 0) : null,
    actKind: act?.[0] ?? null, actNumber: hasNumber ? `${chance.whole(3, 240)}${act[1]}` : null, actDate: hasNumber ? addDays(startsOn, -chance.whole(0, 3)) : null,
    appointedById: seat.by?.id ?? null, substitutesId: seat.substitutes ?? null, createdAt: moment(zone, startsOn, chance.whole(500, 900)),
  });
  return id;
}
