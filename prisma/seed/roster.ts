import { addDays } from "@/shared/dates/plain-date";
import { russianCalendar } from "@/shared/dates/working-days";
import { demoId } from "./ids";
import { dayIn, moment } from "./moments";
import { homeOktmo, type World } from "./world";

/** Who is at the hotlines of the current marathon: a few days back, two weeks ahead; one half-day ahead is still nobody's. */
export function growRoster(world: World): void {
  const current = world.marathons.find(({ key }) => key === "current");
  for (const { municipality, hotlineId } of current?.taking.values() ?? []) {
    const { operators, zone, fact } = municipality;
    const taking = world.tables.Participation.find((row) => row.municipalityId === municipality.id && row.marathonId === current?.id);
    if (!taking?.dutyFrom || !taking.dutyTo) continue;
    const today = dayIn(zone, world.now);
    for (let at = -3; at <= 11; at += 1) {
      const day = addDays(today, at);
      const holder = operators[((at % operators.length) + operators.length) % operators.length];
      if (!holder || (!taking.dutyDaily && !russianCalendar.isWorkingDay(day))) continue;
      const isShort = at === 9 && fact.oktmo === homeOktmo;
      world.tables.DutyShift.push({
        id: demoId(`shift:${hotlineId}:${day}`), bodyId: hotlineId, personId: holder.id, startsAt: moment(zone, day, taking.dutyFrom), endsAt: moment(zone, day, isShort ? 780 : taking.dutyTo),
        createdById: municipality.responsible.id, createdAt: moment(zone, addDays(today, -4), 600),
      });
    }
  }
}
