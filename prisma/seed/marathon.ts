import { usualRegulation } from "@/features/regulation/rules";
import type { TermSubject } from "@/features/regulation/schema";
import { addDays, plainDate, type PlainDate } from "@/shared/dates/plain-date";
import { plainDateIn } from "@/shared/dates/zone";
import { directions, groupPatterns } from "./directions";
import { demoId } from "./ids";
import { moment } from "./moments";
import { officePhone } from "./phones";
import { Chance } from "./random";
import { homeOktmo, type DemoGroup, type DemoMarathon, type DemoMunicipality, type World } from "./world";

/** Last year's marathon, finished, and one that is being held now. */
export function growMarathons(world: World): void {
  const today = plainDateIn("Europe/Moscow", world.now);
  const startsOn = addDays(today, -21);
  const year = Number(startsOn.slice(0, 4));
  addMarathon(world, { key: "previous", year: year - 1, startsOn: plainDate(`${year - 1}-02-14`), endsOn: plainDate(`${year - 1}-03-31`), closingEndsOn: plainDate(`${year - 1}-04-30`) });
  addMarathon(world, { key: "current", year, startsOn, endsOn: addDays(today, 25), closingEndsOn: addDays(today, 55) });
  const smallest = world.municipalities.toSorted((a, b) => a.people - b.people)[0];
  for (const marathon of world.marathons) {
    for (const municipality of world.municipalities) {
      // Some joined only this year.
      const isNewcomer = new Chance(`newcomer:${municipality.fact.oktmo}`).happens(0.1) && municipality.fact.oktmo !== homeOktmo;
      if (marathon.key === "previous" && isNewcomer) continue;
      addTaking(world, marathon, municipality, municipality === smallest);
    }
  }
}

type Dates = { key: DemoMarathon["key"]; year: number; startsOn: PlainDate; endsOn: PlainDate; closingEndsOn: PlainDate };

function addMarathon(world: World, dates: Dates): void {
  const { key, year, startsOn, endsOn, closingEndsOn } = dates;
  const id = demoId(`marathon:${key}`);
  const createdAt = moment("Europe/Moscow", addDays(startsOn, -20), 600);
  const terms = { reactionWorkingDays: 3, answerWorkingDays: 10 };
  world.tables.Marathon.push({
    id, slug: String(year), name: `Муниципальный диалог — ${year}`, scopeUnitId: world.countryId, startsOn, endsOn, closingEndsOn,
    previousId: key === "current" ? demoId("marathon:previous") : null, questionsToAuthors: key === "current", appealsOffered: key === "current", createdAt,
  });
  addRegulation(world, id, terms, createdAt);
  const directionIds = new Map<string, string>();
  for (const [index, direction] of directions.entries()) {
    const directionId = demoId(`direction:${key}:${direction.key}`);
    directionIds.set(direction.key, directionId);
    world.tables.Direction.push({ id: directionId, marathonId: id, ...direction, position: index + 1 });
  }
  const length = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000;
  const checkpoints = [[0.3, "Первые промежуточные итоги", 1440], [0.68, "Вторые промежуточные итоги", 18 * 60]] as const;
  const taken = checkpoints.map(([share, name, minutes], index) => ({
    id: demoId(`checkpoint:${key}:${index + 1}`), name, date: addDays(startsOn, Math.round(length * share)), minutes,
  }));
  for (const { date, ...checkpoint } of taken) world.tables.Checkpoint.push({ ...checkpoint, date, marathonId: id, createdAt });
  world.marathons.push({ id, key, slug: String(year), year, startsOn, endsOn, closingEndsOn, ...terms, directionIds, checkpoints: taken, taking: new Map() });
}

/** What the marathon sets for everybody; its acts are named where it has any. */
function addRegulation(world: World, marathonId: string, terms: { reactionWorkingDays: number; answerWorkingDays: number }, createdAt: Date): void {
  const editionId = demoId(`regulation:${marathonId}`);
  world.tables.RegulationEdition.push({ id: editionId, marathonId, number: 1, startsAt: createdAt, setAt: createdAt });
  const amounts: Partial<Record<TermSubject, number>> = { initiativeReaction: terms.reactionWorkingDays, initiativeAnswer: terms.answerWorkingDays };
  for (const term of usualRegulation) world.tables.RegulationTerm.push({ editionId, ...term, amount: amounts[term.subject] ?? term.amount, basis: "Положение о марафоне, раздел 4" });
}

const hours = [
  { hotlineHours: "по рабочим дням с 8:00 до 17:00", dutyFrom: 480, dutyTo: 1020, dutyDaily: false },
  { hotlineHours: "по рабочим дням с 9:00 до 18:00, перерыв с 13:00 до 14:00", dutyFrom: 540, dutyTo: 1080, dutyDaily: false },
  { hotlineHours: "ежедневно с 8:00 до 20:00", dutyFrom: 480, dutyTo: 1200, dutyDaily: true },
];

function addTaking(world: World, marathon: DemoMarathon, municipality: DemoMunicipality, isSmallest: boolean): void {
  const { tables } = world;
  const { fact, people, zone } = municipality;
  const chance = new Chance(`taking:${marathon.key}:${fact.oktmo}`);
  const setUpAt = moment(zone, addDays(marathon.startsOn, -chance.whole(1, 9)), chance.whole(500, 1000));
  const endedAt = marathon.key === "previous" ? moment(zone, addDays(marathon.closingEndsOn, 1), 0) : null;
  const ids = { marathonId: marathon.id, municipalityId: municipality.id };
  const name = (kind: string) => `body:${marathon.key}:${fact.oktmo}:${kind}`;
  const hotlinePhone = officePhone(municipality.region.oktmo, `hotline:${fact.oktmo}`);
  tables.Participation.push({
    ...ids, hotlinePhone, ...chance.pick(hours), rankingPublic: false, setUpAt, createdAt: moment(zone, addDays(marathon.startsOn, -15), 600),
    figuresPublic: marathon.key === "previous" || fact.oktmo === homeOktmo || chance.happens(0.9),
  });
  const coordinationGroupId = demoId(name("coordinationGroup"));
  const hotlineId = demoId(name("hotline"));
  tables.Body.push({ id: coordinationGroupId, ...ids, kind: "coordinationGroup", name: "Координационная группа", createdAt: setUpAt, endedAt });
  tables.Body.push({ id: hotlineId, ...ids, kind: "hotline", name: "Горячая линия", createdAt: setUpAt, endedAt });

  const size = isSmallest ? "one" : fact.oktmo === homeOktmo ? "six" : people < 14_000 ? "four" : people < 32_000 ? "five" : "six";
  const groups: DemoGroup[] = [];
  for (const pattern of groupPatterns(size)) {
    // Named by the first direction that it owns; all by any of them would be ambiguous when patterns change.
    const id = demoId(name(pattern.directions[0] ?? ""));
    tables.Body.push({ id, ...ids, kind: "workingGroup", name: pattern.name, createdAt: setUpAt, endedAt });
    for (const key of pattern.directions) tables.BodyDirection.push({ bodyId: id, directionId: marathon.directionIds.get(key) ?? "", municipalityId: municipality.id });
    groups.push({ id, name: pattern.name, directions: pattern.directions, members: [] } as Partial<DemoGroup> as DemoGroup);
  }
  for (const organisation of municipality.organisations) {
    const group = groups.find((one) => one.directions.includes(organisation.direction));
    if (!group) throw new Error(`no group owns ${organisation.direction}`);
    tables.OrganisationLink.push({
      id: demoId(`link:${marathon.key}:${organisation.id}`), organisationId: organisation.id, bodyId: group.id, startsOn: marathon.startsOn,
      endsOn: marathon.key === "previous" ? marathon.closingEndsOn : null,
    });
  }
  marathon.taking.set(municipality.id, { municipality, coordinationGroupId, hotlineId, groups, hotlinePhone });
}
