import type { InitiatorKind } from "@/platform/db/client/client";
import { addDays, dayOfWeek } from "@/shared/dates/plain-date";
import { demoId } from "./ids";
import { courseOfDays, dayIn, freeMinute, moment } from "./moments";
import { addPerson } from "./persons";
import { Chance, shareOut } from "./random";
import { homeOktmo, type DemoMarathon, type DemoMunicipality, type DemoOrganisation, type DemoPerson, type World } from "./world";

const residentsAtFullScale = 2_500;
const kinds: readonly (readonly [InitiatorKind, number])[] = [["employee", 38], ["pensioner", 19], ["parent", 15], ["youngPerson", 13], ["entrepreneur", 6], ["collective", 3], ["other", 6]];

/** In: a marathon. Out: days on which something can have happened by now, with weights. */
export function daysOf(world: World, marathon: DemoMarathon): (readonly [ReturnType<typeof addDays>, number])[] {
  const last = marathon.key === "previous" ? marathon.endsOn : dayIn("Europe/Moscow", world.now);
  const count = (Date.parse(last) - Date.parse(marathon.startsOn)) / 86_400_000 + 1;
  const rushes = [...marathon.checkpoints.map((one) => one.date), marathon.endsOn];
  return courseOfDays(marathon.startsOn, count, rushes).map((weight, index) => [addDays(marathon.startsOn, index), weight] as const);
}

/** A moment of a marathon's course at which people come, before now. */
export function momentOfCourse(world: World, zone: string, days: ReturnType<typeof daysOf>, chance: Chance): Date {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const day = chance.weighted(days);
    const at = moment(zone, day, freeMinute(chance, dayOfWeek(day) > 5));
    if (at.getTime() < world.now.getTime() - 60_000) return at;
  }
  return moment(zone, (days[0] as (typeof days)[number])[0], 400);
}

/** Those who joined a marathon: from outside and from the organisations themselves. */
export function growResidents(world: World): void {
  const [previous, current] = world.marathons as [DemoMarathon, DemoMarathon];
  const shares = shareOut(Math.round(residentsAtFullScale * world.scale), world.municipalities.map((one) => one.weight));
  const days = { previous: daysOf(world, previous), current: daysOf(world, current) };
  for (const [index, municipality] of world.municipalities.entries()) {
    const chance = new Chance(`residents:${municipality.fact.oktmo}`);
    const tookPart = previous.taking.has(municipality.id);
    const isHome = municipality.fact.oktmo === homeOktmo;
    const join = (person: DemoPerson, key: "previous" | "current") => person.joined.set(key, momentOfCourse(world, municipality.zone, days[key], chance));
    if (isHome) {
      const email = "resident@demo.example";
      const resident = addPerson(world, { key: "demo:resident", chance, createdAt: world.now, woman: true, kind: "parent", email, organisation: municipality.organisations[0] ?? null });
      world.named.set("resident", resident);
      municipality.residents.push(resident);
      join(resident, "previous");
      join(resident, "current");
    }
    const wanted = Math.max(isHome ? 24 : 5, shares[index] ?? 0);
    for (let number = 0; number < wanted; number += 1) {
      const person = addResident(world, municipality, number, chance);
      municipality.residents.push(person);
      const rounds = tookPart && person.confirmed ? chance.weighted<readonly ("previous" | "current")[]>([[["previous"], 24], [["previous", "current"], 16], [["current"], 60]]) : (["current"] as const);
      for (const key of rounds) join(person, key);
    }
    if (isHome) registerTwice(world, municipality);
    for (const { coordinator, director } of municipality.organisations) {
      for (const person of [coordinator, director]) {
        if (!person || person.joined.size > 0 || !chance.happens(0.6)) continue;
        if (tookPart && chance.happens(0.5)) join(person, "previous");
        join(person, "current");
      }
    }
  }
}

/** Somebody registered by themselves and was registered at a desk, too: the pair that «Возможные дубли» shows. */
function registerTwice(world: World, { residents }: DemoMunicipality): void {
  const { Contact } = world.tables;
  const addressOf = (person: DemoPerson, kind: "email" | "phone") => Contact.find((contact) => contact.personId === person.id && contact.kind === kind);
  const atDesk = residents.find((person) => person.registrar && !addressOf(person, "email"));
  const self = residents.find((person) => !person.registrar && person.confirmed && person.woman === atDesk?.woman && addressOf(person, "phone") && person !== world.named.get("resident"));
  const [own, given] = [self && addressOf(self, "phone"), atDesk && addressOf(atDesk, "phone")];
  if (!atDesk || !self || !own || !given) return;
  const { familyName, givenName, patronymic } = self.row;
  Object.assign(atDesk.row, { familyName: familyName.replaceAll("ё", "е"), givenName, patronymic });
  atDesk.fullName = self.fullName;
  given.value = own.value;
}

function addResident(world: World, municipality: DemoMunicipality, number: number, chance: Chance): DemoPerson {
  const kind = chance.weighted(kinds);
  const organisation = organisationFor(kind, municipality, chance);
  const coordinated = organisation?.coordinator ? organisation : null;
  const registrar = coordinated?.coordinator && chance.happens(kind === "pensioner" ? 0.45 : 0.12) ? { person: coordinated.coordinator, organisation: coordinated } : null;
  const confirmed = registrar !== null || !chance.happens(0.09);
  const person = addPerson(world, {
    key: `resident:${municipality.fact.oktmo}:${number}`, chance, createdAt: world.now, kind, organisation, registrar, confirmed,
    email: registrar && chance.happens(0.85) ? null : undefined, publishesName: confirmed && chance.happens(0.2),
  });
  person.hiddenFromOrganisation = organisation !== null && chance.happens(0.05);
  return person;
}

function organisationFor(kind: InitiatorKind, municipality: DemoMunicipality, chance: Chance): DemoOrganisation | null {
  const { organisations } = municipality;
  const schools = organisations.filter((one) => one.kind === "school" || one.kind === "college");
  if (kind === "employee") return chance.happens(0.94) ? chance.pick(organisations) : null;
  if (kind === "youngPerson" && schools.length > 0) return chance.happens(0.7) ? chance.pick(schools) : null;
  if (kind === "parent") return chance.happens(0.35) ? chance.pick(organisations) : null;
  return chance.happens(kind === "pensioner" ? 0.4 : 0.12) ? chance.pick(organisations) : null;
}

/** Registrations as the initiatives have settled them: nobody submits before joining, nobody joins before existing. */
export function settleRegistrations(world: World): void {
  const { tables } = world;
  for (const municipality of world.municipalities) {
    const staff = municipality.organisations.flatMap(({ coordinator, director }) => [coordinator, director]).filter((person) => person !== null);
    for (const person of new Set([...municipality.residents, ...staff])) {
      for (const marathon of world.marathons) {
        const joinedAt = person.joined.get(marathon.key);
        if (!joinedAt) continue;
        const chance = new Chance(`confirm:${marathon.key}:${person.id}`);
        // Most confirm at once; some letters wait for a day.
        const confirmedAt = new Date(joinedAt.getTime() + (person.registrar || chance.happens(0.8) ? 0 : chance.whole(20, 400) * 60_000));
        const countedAt = person.confirmed ? (confirmedAt < world.now ? confirmedAt : joinedAt) : null;
        tables.Registration.push({
          id: demoId(`registration:${marathon.key}:${person.id}`), marathonId: marathon.id, personId: person.id, municipalityId: municipality.id,
          organisationId: person.organisation?.id ?? null, hiddenFromOrganisation: person.hiddenFromOrganisation, joinedAt, countedAt,
        });
      }
      const first = Math.min(...[...person.joined.values()].map((joined) => joined.getTime()));
      if (person.joined.size > 0 && first < new Date(person.row.createdAt as Date).getTime()) age(person, new Date(first - 60_000));
    }
  }
  ageContacts(world);
}

function age(person: DemoPerson, createdAt: Date): void {
  person.row.createdAt = createdAt;
}

function ageContacts(world: World): void {
  const created = new Map(world.tables.Person.map((row) => [row.id, row.createdAt as Date]));
  for (const row of world.tables.Contact) {
    row.createdAt = created.get(row.personId);
    if (row.verifiedAt) row.verifiedAt = row.createdAt;
  }
  for (const row of world.tables.Consent) row.givenAt = created.get(row.personId) as Date;
}
