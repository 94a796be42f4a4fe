import { addDays } from "@/shared/dates/plain-date";
import { appoint } from "./appointments";
import { demoId } from "./ids";
import { dayIn, moment } from "./moments";
import { addPerson, type PersonWish } from "./persons";
import { Chance } from "./random";
import { homeOktmo, type AccountRole, type DemoGroup, type DemoMarathon, type DemoMunicipality, type DemoOrganisation, type DemoPerson, type DemoTaking, type World } from "./world";

const hired = new Date("2022-12-12T08:00:00Z");

/** Everybody who works in a marathon: of the municipalities, of the councils, of the country. */
export function growStaff(world: World): void {
  const smallest = world.municipalities.toSorted((a, b) => a.people - b.people)[0];
  for (const municipality of world.municipalities) {
    const chance = new Chance(`staff:${municipality.fact.oktmo}`);
    if (municipality === smallest) seatSpecialist(world, municipality, chance);
    else seatOffice(world, municipality, chance);
    seatOrganisations(world, municipality, chance, municipality === smallest);
    for (const marathon of world.marathons) {
      const taking = marathon.taking.get(municipality.id);
      if (taking) appointAll(world, marathon, taking, chance);
    }
  }
  for (const region of world.regions) {
    const chance = new Chance(`council:${region.oktmo}`);
    const names: (AccountRole | null)[] = [region.oktmo === "33000000" ? "council" : "council2", null, null];
    for (const [index, role] of names.entries()) {
      const person = hire(world, `council:${region.oktmo}:${index}`, chance, role);
      region.council.push(person);
      appoint(world, { role: "councilStaff", person, unitId: region.id, chance });
    }
  }
  const chance = new Chance("country");
  appoint(world, { role: "countryObserver", person: hire(world, "country", chance, "country"), unitId: world.countryId, chance });
  appoint(world, { role: "administrator", person: hire(world, "administrator", chance, "administrator"), unitId: world.countryId, chance });
}

/** A colleague; a named account where a role of the demonstration's guide is given. */
function hire(world: World, key: string, chance: Chance, account: AccountRole | null = null, more: Partial<PersonWish> = {}): DemoPerson {
  const person = addPerson(world, {
    key: account ? `demo:${account}` : key, chance, createdAt: hired, email: account ? `${account.toLowerCase()}@demo.example` : undefined, ...more,
  });
  if (account) world.named.set(account, person);
  return person;
}

function seatOffice(world: World, municipality: DemoMunicipality, chance: Chance): void {
  const { oktmo } = municipality.fact;
  const home = (role: AccountRole) => (oktmo === homeOktmo ? role : null);
  municipality.head = hire(world, `head:${oktmo}`, chance, home("head"), { woman: chance.happens(0.25) });
  municipality.responsible = hire(world, `responsible:${oktmo}`, chance, home("responsible"));
  const operators = municipality.people > 60_000 ? 3 : municipality.people > 25_000 ? 2 : 1;
  municipality.operators = Array.from({ length: operators }, (_, index) => hire(world, `operator:${oktmo}:${index}`, chance, index === 0 ? home("operator") : null));
  municipality.moderator = municipality.people > 20_000 ? hire(world, `moderator:${oktmo}`, chance, home("moderator")) : municipality.responsible;
  const seats = new Map<string, Pick<DemoGroup, "lead" | "secretary" | "members">>();
  for (const marathon of world.marathons) {
    for (const group of marathon.taking.get(municipality.id)?.groups ?? []) {
      const key = group.directions[0] ?? "";
      let seat = seats.get(key);
      if (!seat) {
        const own = (role: AccountRole) => (key === "landscaping" ? home(role) : null);
        seat = {
          lead: hire(world, `lead:${oktmo}:${key}`, chance, own("lead"), { woman: chance.happens(0.45) }),
          secretary: hire(world, `secretary:${oktmo}:${key}`, chance, own("secretary")),
          members: Array.from({ length: chance.whole(1, 2) }, (_, index) => hire(world, `member:${oktmo}:${key}:${index}`, chance, index === 0 ? own("groupMember") : null)),
        };
        seats.set(key, seat);
      }
      Object.assign(group, seat);
    }
  }
}

/** The least municipality is a head and one specialist (MODEL.md). */
function seatSpecialist(world: World, municipality: DemoMunicipality, chance: Chance): void {
  const { oktmo } = municipality.fact;
  municipality.head = hire(world, `head:${oktmo}`, chance);
  const specialist = hire(world, `specialist:${oktmo}`, chance);
  Object.assign(municipality, { responsible: specialist, operators: [specialist], moderator: specialist });
  for (const marathon of world.marathons) {
    for (const group of marathon.taking.get(municipality.id)?.groups ?? []) Object.assign(group, { lead: specialist, secretary: specialist, members: [] });
  }
}

function seatOrganisations(world: World, municipality: DemoMunicipality, chance: Chance, isSmallest: boolean): void {
  const { oktmo } = municipality.fact;
  for (const [index, organisation] of municipality.organisations.entries()) {
    const home = (role: AccountRole) => (oktmo === homeOktmo && index === 0 ? role : null);
    organisation.director = hire(world, `director:${organisation.id}`, chance, home("director"), { organisation });
    if (isSmallest) organisation.coordinator = municipality.responsible;
    else if (home("coordinator") || chance.happens(0.85)) organisation.coordinator = hire(world, `coordinator:${organisation.id}`, chance, home("coordinator"), { organisation });
    if (organisation.coordinator && (home("executor") || chance.happens(0.18))) organisation.executor = hire(world, `executor:${organisation.id}`, chance, home("executor"), { organisation });
  }
}

function appointAll(world: World, marathon: DemoMarathon, taking: DemoTaking, chance: Chance): void {
  const { municipality, groups, coordinationGroupId, hotlineId } = taking;
  const { head, responsible, operators, moderator, id: unitId, fact } = municipality;
  const held = { municipality, marathon, by: head, chance };
  const isFirst = marathon === world.marathons.find((one) => one.taking.has(municipality.id));
  if (isFirst) appoint(world, { role: "head", person: head, unitId, municipality, chance });
  appoint(world, { role: "responsiblePerson", person: responsible, unitId, ...held });
  appoint(world, { role: "moderator", person: moderator, unitId, ...held });
  for (const person of operators) appoint(world, { role: "operator", person, bodyId: hotlineId, ...held });
  appoint(world, { role: "coordinationGroupMember", person: head, bodyId: coordinationGroupId, ...held });
  // In the demonstration's own municipality the deputy is an account apart from the lead.
  const leads = groups.map((group) => group.lead).filter((person) => person !== world.named.get("lead"));
  const deputy = fact.oktmo === homeOktmo ? (world.named.get("deputy") ?? hire(world, "deputy", chance, "deputy")) : null;
  for (const person of new Set([...(deputy ? [deputy] : []), ...leads])) appoint(world, { role: "coordinationGroupMember", person, bodyId: coordinationGroupId, ...held });
  for (const group of groups) {
    appoint(world, { role: "workingGroupLead", person: group.lead, bodyId: group.id, ...held });
    const secretaryId = appoint(world, { role: "workingGroupSecretary", person: group.secretary, bodyId: group.id, ...held });
    for (const person of group.members) appoint(world, { role: "workingGroupMember", person, bodyId: group.id, ...held });
    const member = group.members[0];
    if (marathon.key === "current" && member && chance.happens(0.01)) substitute(world, { ...held, role: "workingGroupSecretary", person: member, bodyId: group.id, substitutes: secretaryId });
  }
  for (const organisation of municipality.organisations) {
    const group = groups.find((one) => one.directions.includes(organisation.direction)) as DemoGroup;
    appointIn(world, marathon, municipality, organisation, group, isFirst, chance);
  }
}

function appointIn(world: World, marathon: DemoMarathon, municipality: DemoMunicipality, organisation: DemoOrganisation, group: DemoGroup, isFirst: boolean, chance: Chance): void {
  const { director, coordinator, executor } = organisation;
  const held = { unitId: organisation.id, municipality, chance };
  if (isFirst && director) appoint(world, { role: "director", person: director, ...held });
  if (!coordinator) return;
  const id = appoint(world, { role: "coordinator", person: coordinator, marathon, by: group.lead, withoutNumber: 0.18, ...held });
  if (executor) appoint(world, { role: "executor", person: executor, marathon, by: director ?? group.lead, withoutNumber: 0.3, ...held });
  if (executor && marathon.key === "current" && coordinator === world.named.get("coordinator")) {
    substitute(world, { ...held, marathon, role: "coordinator", person: executor, by: director ?? group.lead, substitutes: id });
  }
  if (marathon.key === "previous" || chance.happens(0.82)) brief(world, id, group, municipality, marathon, chance);
}

/** From the day before yesterday for a week; the act comes later. */
function substitute(world: World, seat: Parameters<typeof appoint>[1]): void {
  const today = dayIn("Europe/Moscow", world.now);
  appoint(world, { ...seat, withoutNumber: 1, startsOn: addDays(today, -2), endsOn: addDays(today, 5) });
}

const materials = ["Памятка координатора: как помочь сформулировать инициативу", "Порядок регистрации людей без электронной почты и согласие на бумаге", "Сроки, статусы и ответы: что говорить людям"];

function brief(world: World, appointmentId: string, group: DemoGroup, municipality: DemoMunicipality, marathon: DemoMarathon, chance: Chance): void {
  const briefedAt = moment(municipality.zone, addDays(marathon.startsOn, chance.whole(-1, 4)), chance.whole(540, 960));
  if (briefedAt >= world.now) return;
  const acknowledgedAt = new Date(briefedAt.getTime() + chance.whole(10, 2_000) * 60_000);
  const isAcknowledged = acknowledgedAt < world.now && (marathon.key === "previous" || chance.happens(0.88));
  world.tables.Briefing.push({ id: demoId(`briefing:${appointmentId}`), appointmentId, material: chance.pick(materials), briefedById: group.secretary.id, briefedAt, acknowledgedAt: isAcknowledged ? acknowledgedAt : null });
}
